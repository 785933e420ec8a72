import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { delimiter, isAbsolute, join, sep } from "node:path";

/**
 * The absolute path of git, or null. Entries of PATH that are relative, lie inside the analysed folder or are a
 * `node_modules/.bin` are passed over: the repository could have put a "git" there.
 */
export function findGitProgram(root: string, path: string): string | null {
  const names = process.platform === "win32" ? ["git.exe"] : ["git"];
  for (const folder of safeFolders(root, path)) {
    const program = names.map((name) => join(folder, name)).find((candidate) => isProgram(candidate, root));
    if (program !== undefined) return program;
  }
  return null;
}

/** The entries of PATH that the repository cannot have written to. */
export function safeFolders(root: string, path: string): string[] {
  return path
    .split(delimiter)
    .filter(
      (folder) =>
        isAbsolute(folder) && !isInside(folder, root) && !/node_modules[\\/]\.bin[\\/]?$/.test(folder),
    );
}

function isProgram(candidate: string, root: string): boolean {
  try {
    accessSync(candidate, constants.X_OK);
    return statSync(candidate).isFile() && !isInside(realpathSync(candidate), root);
  } catch {
    return false;
  }
}

function isInside(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

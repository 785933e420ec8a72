import { type Dirent, lstatSync, readdirSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { readRegularFile } from "./read-regular-file.ts";

/** The folder that holds `.git`, and where the analysed folder lies in it (`""` or `apps/server/`). */
export interface WorkTree {
  readonly top: string;
  readonly prefix: string;
}

/** The nearest folder, from `root` upwards, that has a `.git`. `root` is absolute and free of links. */
export function findWorkTree(root: string): WorkTree | null {
  for (let top = root; ; top = dirname(top)) {
    if (exists(join(top, ".git"))) {
      const inside = relative(top, root).split(sep).join("/");
      return { top, prefix: inside === "" ? "" : `${inside}/` };
    }
    if (dirname(top) === top) return null;
  }
}

/**
 * Are the objects that git named this repository's own? They lie in the work tree, or in a repository that knows
 * this folder as one of its work trees or submodules. Links and borrowed objects (`alternates`) are refused: through
 * them a stranger's archive could show us the history of somebody else's repository. So are pipes, for which git would
 * wait for ever.
 */
export function ownsObjects(common: string, { top }: WorkTree): boolean {
  const objects = join(common, "objects");
  if (!isPlainFolder(objects) || foldersOf(objects).some((folder) => !holdsPlainFiles(folder))) return false;
  if (exists(join(objects, "info", "alternates")) || exists(join(objects, "info", "http-alternates")))
    return false;
  return isInside(realpath(objects), realpath(top)) || isLinkedFrom(common, top);
}

/** Were the objects fetched only in part? The packs of such a clone are marked. */
export function isPartialClone(common: string): boolean {
  try {
    return readdirSync(join(common, "objects", "pack")).some((name) => name.endsWith(".promisor"));
  } catch {
    return false;
  }
}

/** A work tree or submodule: `.git` is a file, and the folder that it names points back. */
function isLinkedFrom(common: string, top: string): boolean {
  const pointer = readRegularFile(join(top, ".git"), 4096);
  const target =
    "bytes" in pointer ? /^gitdir: (.+?)\r?\n?$/.exec(pointer.bytes.toString("utf8"))?.[1] : undefined;
  if (target === undefined) return false;
  const folder = realpath(resolve(top, target));
  if (isInside(folder, join(realpath(common), "worktrees"))) {
    const back = readRegularFile(join(folder, "gitdir"), 4096);
    return "bytes" in back && realpath(back.bytes.toString("utf8").trim()) === realpath(join(top, ".git"));
  }
  return isSubmoduleOf(folder, top);
}

function isSubmoduleOf(folder: string, top: string): boolean {
  const modules = folder.lastIndexOf(`${sep}.git${sep}modules${sep}`);
  return modules > 0 && isInside(realpath(top), folder.slice(0, modules)) && basename(folder) !== "";
}

function isPlainFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The folder of the objects, and all folders in which git looks for them. */
function foldersOf(objects: string): string[] {
  const inside = entriesOf(objects).filter((entry) => entry.isDirectory());
  return [objects, ...inside.map(({ name }) => join(objects, name)), join(objects, "info", "commit-graphs")];
}

function holdsPlainFiles(folder: string): boolean {
  return entriesOf(folder).every((entry) => entry.isFile() || entry.isDirectory());
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function exists(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

function realpath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

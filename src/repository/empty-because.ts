import { lstatSync, readdirSync, realpathSync, type Stats } from "node:fs";
import { basename, join } from "node:path";
import { readRegularFile } from "./read-regular-file.ts";

/** Why a folder with a history may hold no files to read. */
export type Emptiness = "git-folder" | "bare" | "sparse" | "not-checked-out" | "modules";

const LARGEST_LIST = 1024 * 1024;

/**
 * Looks at a folder in which nothing was found, without asking git: is it what git keeps instead of files, or were its
 * files, or those of its submodules, never checked out? `missing` says that files were committed and are not there.
 */
export function emptyBecause(root: string, missing: boolean): Emptiness | null {
  if (isGitFolder(root)) return basename(realpathSync(root)) === ".git" ? "git-folder" : "bare";
  if (missing && isThere(root, ".git"))
    return isThere(root, ".git/info/sparse-checkout") ? "sparse" : "not-checked-out";
  return modulesOf(root).some((folder) => isEmptyFolder(join(root, folder))) ? "modules" : null;
}

function isGitFolder(root: string): boolean {
  const isFolder = (name: string): boolean => statusOf(join(root, name))?.isDirectory() === true;
  return isThere(root, "HEAD") && isFolder("objects") && isFolder("refs");
}

function isThere(root: string, name: string): boolean {
  return statusOf(join(root, name)) !== undefined;
}

function statusOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

/** The folders that `.gitmodules` names, as far as they lie inside. */
function modulesOf(root: string): string[] {
  const read = readRegularFile(join(root, ".gitmodules"), LARGEST_LIST);
  if (!("bytes" in read)) return [];
  const named = read.bytes.toString("utf8").matchAll(/^[ \t]*path[ \t]*=[ \t]*(\S[^\r\n]*)/gm);
  return [...named].map(([, path]) => path as string).filter((path) => !path.split(/[\\/]/).includes(".."));
}

function isEmptyFolder(folder: string): boolean {
  try {
    return lstatSync(folder).isDirectory() && readdirSync(folder).length === 0;
  } catch {
    return false;
  }
}

import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { byCodeUnit } from "../model/ids.ts";
import type { IgnoreRules } from "./ignore-rules.ts";
import type { Troubles } from "./troubles.ts";

/** A regular file below the root. */
export interface WalkedFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly size: number;
}

/** Folders that belong to tools, whatever an ignore file says. */
const NEVER_ENTERED = new Set([
  ".git",
  ".hg",
  ".svn",
  "node_modules",
  "bower_components",
  "jspm_packages",
  ".yarn",
  ".pnpm-store",
  ".nx",
  ".turbo",
  ".next",
  ".nuxt",
  ".angular",
  ".gradle",
  ".venv",
  "monocarve-report",
  "monocarve-cache",
]);

/** No tree that people work in is deeper. */
const DEEPEST = 100;

/** Every regular file below `root` that is not ignored, sorted by path. Follows no link, throws never. */
export function walkFolder(root: string, rules: IgnoreRules, troubles: Troubles): WalkedFile[] {
  const files: WalkedFile[] = [];
  const open: OpenFolder[] = [{ folder: "", rules, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const entries = entriesOf(root, next.folder, troubles);
    const within = next.folder === "" ? rules : next.rules.inside(next.folder, hasIgnoreFile(entries));
    for (const entry of entries) {
      const path = next.folder + entry.name;
      if (entry.isDirectory())
        open.push(...folderToEnter(path, entry.name, within, next.depth + 1, troubles));
      else if (!within.ignores(path)) files.push(...fileOf(root, path, entry, troubles));
    }
  }
  return files.sort((left, right) => byCodeUnit(left.path, right.path));
}

interface OpenFolder {
  /** From the root, with a slash at its end. */
  readonly folder: string;
  readonly rules: IgnoreRules;
  readonly depth: number;
}

function folderToEnter(
  path: string,
  name: string,
  rules: IgnoreRules,
  depth: number,
  troubles: Troubles,
): OpenFolder[] {
  if (NEVER_ENTERED.has(name) || rules.ignores(`${path}/`)) return [];
  if (depth <= DEEPEST) return [{ folder: `${path}/`, rules, depth }];
  troubles.note("folder-too-deep", path, `Folders nest deeper than ${DEEPEST} levels here.`);
  return [];
}

function entriesOf(root: string, folder: string, troubles: Troubles): Dirent[] {
  try {
    return readdirSync(`${root}/${folder}`, { withFileTypes: true });
  } catch {
    troubles.note("unreadable-file", folder, "The folder cannot be listed.");
    return [];
  }
}

function hasIgnoreFile(entries: readonly Dirent[]): boolean {
  return entries.some((entry) => entry.name === ".gitignore");
}

function fileOf(root: string, path: string, entry: Dirent, troubles: Troubles): WalkedFile[] {
  if (entry.isSymbolicLink()) {
    troubles.note("symbolic-link", path, "A symbolic link is not followed.");
    return [];
  }
  try {
    const status = lstatSync(`${root}/${path}`);
    if (status.isFile()) return [{ path, size: status.size }];
    troubles.note("not-regular-file", path, "A pipe, socket or device is not read.");
  } catch {
    troubles.note("unreadable-file", path, "The file cannot be looked at; its name may not be valid UTF-8.");
  }
  return [];
}

/** Adds files that an ignore file leaves out although they are committed: git keeps them, so people work on them. */
export function addTracked(
  root: string,
  walked: readonly WalkedFile[],
  tracked: Iterable<string>,
): WalkedFile[] {
  const known = new Set(walked.map((file) => file.path));
  const added: WalkedFile[] = [];
  for (const path of tracked) {
    if (known.has(path) || path.split("/").some((name) => NEVER_ENTERED.has(name))) continue;
    const size = sizeWithoutLinks(root, path);
    if (size !== null) added.push({ path, size });
  }
  return [...walked, ...added].sort((left, right) => byCodeUnit(left.path, right.path));
}

/** The size of a regular file none of whose folders is a link, or null. */
function sizeWithoutLinks(root: string, path: string): number | null {
  const names = path.split("/");
  if (names.includes("..") || names.length > DEEPEST) return null;
  try {
    for (let depth = 1; depth < names.length; depth++) {
      if (!lstatSync(`${root}/${names.slice(0, depth).join("/")}`).isDirectory()) return null;
    }
    const status = lstatSync(`${root}/${path}`);
    return status.isFile() ? status.size : null;
  } catch {
    return null;
  }
}

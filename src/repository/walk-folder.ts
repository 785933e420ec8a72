import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { byCodeUnit } from "../model/ids.ts";
import type { IgnoreRules } from "./ignore-rules.ts";
import { isNeverEntered } from "./never-entered.ts";
import type { Troubles } from "./troubles.ts";

/** No tree that people work in is deeper. */
export const DEEPEST = 100;
/** Folders between two turns of the event loop: git is at work meanwhile, and wants to be heard. */
const FOLDERS_PER_TURN = 32;
/** Shorter paths fit into what systems allow, whatever their characters. */
const SURELY_SHORT = 1000;

/**
 * The paths of every regular file below `root` that is not ignored, with forward slashes, sorted. Follows no link,
 * throws never. That a folder says of an entry that it is a file is enough here: whoever opens it looks again.
 */
export async function walkFolder(root: string, rules: IgnoreRules, troubles: Troubles): Promise<string[]> {
  const walk: Walk = { root, troubles, files: [] };
  let folders = 0;
  for (const _ of visit(walk, { path: "", depth: 0, rules: () => rules })) {
    if (++folders % FOLDERS_PER_TURN === 0) await setImmediate();
  }
  return walk.files;
}

interface Walk {
  readonly root: string;
  readonly troubles: Troubles;
  readonly files: string[];
}

interface Folder {
  /** From the root, with a slash at its end. */
  readonly path: string;
  readonly depth: number;
  /** Given what the folder holds. */
  readonly rules: (entries: readonly Dirent[]) => IgnoreRules;
}

/** Stops after each folder. */
function* visit(walk: Walk, folder: Folder): Generator<void> {
  const entries = sorted(entriesOf(walk, folder.path));
  yield;
  if (entries.length === 0) return;
  const rules = folder.rules(entries);
  for (const entry of entries) {
    const path = folder.path + entry.name;
    if (entry.isDirectory()) {
      if (isEntered(walk, path, entry.name, rules, folder.depth + 1))
        yield* visit(walk, inside(path, entry.name, rules, folder.depth + 1));
    } else if (!rules.ignores(entry.name, false) && isFile(walk, path, entry)) walk.files.push(path);
  }
}

function inside(path: string, name: string, rules: IgnoreRules, depth: number): Folder {
  return { path: `${path}/`, depth, rules: (entries) => rules.inside(name, hasIgnoreFile(entries)) };
}

function isEntered(
  { troubles }: Walk,
  path: string,
  name: string,
  rules: IgnoreRules,
  depth: number,
): boolean {
  if (isNeverEntered(name) || rules.ignores(name, true)) return false;
  if (depth <= DEEPEST) return true;
  troubles.note("folder-too-deep", path, `Folders nest deeper than ${DEEPEST} levels here.`);
  return false;
}

function entriesOf({ root, troubles }: Walk, folder: string): Dirent[] {
  try {
    return readdirSync(`${root}/${folder}`, { withFileTypes: true });
  } catch {
    troubles.note("unreadable-file", folder, "The folder cannot be listed.");
    return [];
  }
}

/** In the order of the paths that begin with them: those of a folder go on with a slash. */
function sorted(entries: Dirent[]): Dirent[] {
  return entries.sort((left, right) => byCodeUnit(beginning(left), beginning(right)));
}

function beginning(entry: Dirent): string {
  return entry.isDirectory() ? `${entry.name}/` : entry.name;
}

function hasIgnoreFile(entries: readonly Dirent[]): boolean {
  return entries.some((entry) => entry.name === ".gitignore");
}

function isFile({ root, troubles }: Walk, path: string, entry: Dirent): boolean {
  if (entry.isSymbolicLink()) {
    troubles.note("symbolic-link", path, "A symbolic link is not followed.");
    return false;
  }
  if (!entry.isFile()) {
    troubles.note("not-regular-file", path, "A pipe, socket or device is not read.");
    return false;
  }
  if (isReachable(root, path)) return true;
  troubles.note("unreadable-file", path, "The file cannot be looked at; its name may not be valid UTF-8.");
  return false;
}

/** Bytes that are no UTF-8 are replaced in names, and a path may be too long: such files cannot be opened. */
function isReachable(root: string, path: string): boolean {
  if (root.length + path.length < SURELY_SHORT && !path.includes("\uFFFD")) return true;
  try {
    return lstatSync(`${root}/${path}`).isFile();
  } catch {
    return false;
  }
}

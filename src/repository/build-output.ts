import { byCodeUnit } from "../model/ids.ts";
import { looksLikeTest } from "./classify-path.ts";

/** Folders that compilers write to. */
const OUTPUT_FOLDER = /^(.*\/)?(dist|build|out|output|lib|es|esm|cjs|umd|coverage|public\/build)\//;
const COMPILED = /\.(?:[cm]?js|jsx|d\.[cm]?ts)$/;
const WRITTEN = /\.(?:tsx?|mts|cts|jsx?|mjs|cjs)$/;
/** A folder is output when this share of its files has a source of the same name. */
const SHARE_WITH_SOURCE = 0.5;

/**
 * Which of the files are the output of a build that somebody committed?
 *
 * - everything in a `dist/` or `coverage/` folder;
 * - a `build/`, `lib/`, `out/` … that holds compiled files only, half of which have a namesake outside it that is
 *   no test (`test/orders.js` tests `lib/orders.js`);
 * - `orders.js` beside `orders.ts`.
 */
export function findBuildOutput(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Map<string, string[]>();
  const all = new Set(paths);
  const output = new Set<string>();
  for (const path of paths) {
    const folder = outputFolderOf(path);
    if (folder !== null) add(folders, folder, path);
    else if (hasSourceBeside(path, all)) output.add(path);
  }
  const names = namesOutside(paths, folders);
  for (const [folder, files] of [...folders].sort(([left], [right]) => byCodeUnit(left, right))) {
    if (isOutput(folder, files, names)) for (const file of files) output.add(file);
  }
  return output;
}

function add(folders: Map<string, string[]>, folder: string, path: string): void {
  const files = folders.get(folder);
  if (files === undefined) folders.set(folder, [path]);
  else files.push(path);
}

function outputFolderOf(path: string): string | null {
  const match = OUTPUT_FOLDER.exec(path);
  return match === null ? null : match[0];
}

function hasSourceBeside(path: string, all: ReadonlySet<string>): boolean {
  const match = /^(.*)\.([cm]?)js(x?)$/.exec(path);
  if (match === null) return false;
  const [, stem, module, x] = match;
  return all.has(`${stem}.${module}ts${x}`) || (x === "" && module === "" && all.has(`${stem}.tsx`));
}

function namesOutside(
  paths: readonly string[],
  folders: ReadonlyMap<string, readonly string[]>,
): Set<string> {
  const inside = new Set([...folders.values()].flat());
  return new Set(
    paths.filter((path) => WRITTEN.test(path) && !inside.has(path) && !looksLikeTest(path)).map(stemOf),
  );
}

function isOutput(folder: string, files: readonly string[], names: ReadonlySet<string>): boolean {
  if (/(?:^|\/)(?:dist|coverage)\/$/.test(folder)) return true;
  const code = files.filter((file) => WRITTEN.test(file) || COMPILED.test(file));
  if (code.length === 0 || !code.every((file) => COMPILED.test(file))) return false;
  const known = code.filter((file) => names.has(stemOf(file)));
  return known.length >= code.length * SHARE_WITH_SOURCE;
}

function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, "");
}

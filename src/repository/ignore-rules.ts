import { join } from "node:path";
import { type IgnorePattern, parseIgnoreFile } from "./ignore-pattern.ts";
import { readRegularFile } from "./read-regular-file.ts";

const LONGEST_IGNORE_FILE = 256 * 1024;

/** The rules of one folder, and of the folders around it. */
export interface IgnoreRules {
  /** Is this entry of the folder left out? A folder's path ends with a slash. Nothing above it may be left out. */
  ignores(path: string): boolean;
  /** The rules that hold inside the sub-folder, whose path ends with a slash. */
  inside(folder: string, hasOwnRules: boolean): IgnoreRules;
}

/**
 * The rules of `.gitignore` files, as git applies them: the nearest file decides, its last line first, `!` takes back.
 * `prefix` is the place of `root` in its work tree; the rules of the folders above `root` hold too.
 */
export function ignoreRulesOf(root: string, prefix: string): IgnoreRules {
  const names = prefix.split("/").slice(0, -1);
  const top = join(root, ...names.map(() => ".."));
  const above = names.map((_, depth) => names.slice(0, depth));
  const layers = above.flatMap((folder) => {
    const before = names.slice(folder.length).map((name) => `${name}/`);
    return layerOf(join(top, ...folder), before.join(""), "");
  });
  // Whoever asks for a folder that is left out around it wants to see it all the same.
  const asked = names.some((_, depth) => isLeftOut(layers, names.slice(0, depth + 1), names.length));
  return rulesFrom(root, asked ? [] : layers).inside("", true);
}

interface Layer {
  readonly patterns: readonly IgnorePattern[];
  /** What the layer's folder has before a path from the root, or the path before the layer's folder. */
  readonly before: string;
  readonly folder: string;
}

function rulesFrom(root: string, layers: readonly Layer[]): IgnoreRules {
  return {
    ignores: (path) => decide(layers, path),
    inside: (folder, hasOwnRules) => {
      if (!hasOwnRules) return rulesFrom(root, layers);
      return rulesFrom(root, [...layers, ...layerOf(join(root, folder), "", folder)]);
    },
  };
}

function layerOf(place: string, before: string, folder: string): Layer[] {
  const read = readRegularFile(join(place, ".gitignore"), LONGEST_IGNORE_FILE);
  if (!("bytes" in read)) return [];
  const patterns = parseIgnoreFile(read.bytes.toString("utf8")).reverse();
  return patterns.length === 0 ? [] : [{ patterns, before, folder }];
}

/** Is the folder above the root, whose names from the top are given, left out by a file above it? */
function isLeftOut(layers: readonly Layer[], names: readonly string[], depth: number): boolean {
  const below = depth - names.length;
  for (const layer of [...layers].reverse()) {
    const relative = layer.before.split("/").slice(0, -1);
    if (relative.length <= below) continue;
    const answer = answerOf(layer, relative.slice(0, relative.length - below), true);
    if (answer !== null) return answer;
  }
  return false;
}

function decide(layers: readonly Layer[], path: string): boolean {
  const isFolder = path.endsWith("/");
  const plain = isFolder ? path.slice(0, -1) : path;
  for (let depth = layers.length - 1; depth >= 0; depth--) {
    const layer = layers[depth] as Layer;
    const answer = answerOf(layer, (layer.before + plain.slice(layer.folder.length)).split("/"), isFolder);
    if (answer !== null) return answer;
  }
  return false;
}

/** What one file says: left out, taken back, or nothing. */
function answerOf({ patterns }: Layer, names: readonly string[], isFolder: boolean): boolean | null {
  const pattern = patterns.find((one) => (isFolder || !one.foldersOnly) && one.matches(names));
  return pattern === undefined ? null : !pattern.negated;
}

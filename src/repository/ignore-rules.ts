import { join } from "node:path";
import ignore, { type Ignore } from "ignore";
import { readRegularFile } from "./read-regular-file.ts";

const LONGEST_IGNORE_FILE = 256 * 1024;

/** The rules of one folder, and of the folders around it. */
export interface IgnoreRules {
  /** Is this entry of the folder (or something below it) left out? A folder's path ends with a slash. */
  ignores(path: string): boolean;
  /** The rules that hold inside the sub-folder, whose path ends with a slash. */
  inside(folder: string, hasOwnRules: boolean): IgnoreRules;
}

/**
 * The rules of `.gitignore` files, as git applies them: the nearest file decides, `!` takes back.
 * `prefix` is the place of `root` in its work tree; the rules of the folders above `root` hold too.
 */
export function ignoreRulesOf(root: string, prefix: string): IgnoreRules {
  const folders = prefix.split("/").slice(0, -1);
  const top = join(root, ...folders.map(() => ".."));
  const above = folders.map((_, depth) =>
    folders
      .slice(0, depth)
      .map((name) => `${name}/`)
      .join(""),
  );
  const layers = above.flatMap((folder) => layerOf(join(top, folder), prefix.slice(folder.length), ""));
  // Whoever asks for a folder that is left out around it wants to see it all the same.
  const outer = prefix !== "" && decide(layers, "") ? [] : layers;
  return rulesFrom(root, outer).inside("", true);
}

interface Layer {
  readonly rules: Ignore;
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
  try {
    const rules = ignore({ allowRelativePaths: true, ignorecase: false }).add(read.bytes.toString("utf8"));
    return [{ rules, before, folder }];
  } catch {
    return [];
  }
}

function decide(layers: readonly Layer[], path: string): boolean {
  for (let depth = layers.length - 1; depth >= 0; depth--) {
    const layer = layers[depth] as Layer;
    const answer = layer.rules.test(layer.before + path.slice(layer.folder.length));
    if (answer.ignored) return true;
    if (answer.unignored) return false;
  }
  return false;
}

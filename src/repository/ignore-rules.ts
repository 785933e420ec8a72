import { join } from "node:path";
import { IgnoreLayer } from "./ignore-layer.ts";
import { parseIgnoreFile } from "./ignore-pattern.ts";
import { readRegularFile } from "./read-regular-file.ts";

const LONGEST_IGNORE_FILE = 256 * 1024;

/** The rules of one folder, and of the folders around it. */
export interface IgnoreRules {
  /** Is this entry of the folder left out? Nothing above it may be left out. */
  ignores(name: string, isFolder: boolean): boolean;
  /** The rules that hold inside a sub-folder. */
  inside(name: string, hasOwnRules: boolean): IgnoreRules;
}

/**
 * The rules of `.gitignore` files, as git applies them: the nearest file decides, its last line first, `!` takes back.
 * `prefix` is the place of `root` in its work tree; the rules of the folders above `root` hold too.
 */
export function ignoreRulesOf(root: string, prefix: string): IgnoreRules {
  const names = prefix.split("/").slice(0, -1);
  let rules = withOwn(join(root, ...names.map(() => "..")), []);
  let asked = false;
  for (const name of names) {
    asked ||= rules.ignores(name, true);
    rules = rules.inside(name, true);
  }
  // Whoever asks for a folder that is left out around it wants to see it all the same.
  return asked ? withOwn(root, []) : rules;
}

class FolderRules implements IgnoreRules {
  readonly #place: string;
  /** The nearest first. */
  readonly #layers: readonly IgnoreLayer[];

  constructor(place: string, layers: readonly IgnoreLayer[]) {
    this.#place = place;
    this.#layers = layers;
  }

  ignores(name: string, isFolder: boolean): boolean {
    for (const layer of this.#layers) {
      const answer = layer.decide(name, isFolder);
      if (answer !== null) return answer;
    }
    return false;
  }

  inside(name: string, hasOwnRules: boolean): FolderRules {
    const place = `${this.#place}/${name}`;
    const layers = this.#layers.map((layer) => layer.inside(name));
    return hasOwnRules ? withOwn(place, layers) : new FolderRules(place, layers);
  }
}

function withOwn(place: string, layers: readonly IgnoreLayer[]): FolderRules {
  const read = readRegularFile(join(place, ".gitignore"), LONGEST_IGNORE_FILE);
  const patterns = "bytes" in read ? parseIgnoreFile(read.bytes.toString("utf8")) : [];
  return new FolderRules(place, patterns.length === 0 ? layers : [IgnoreLayer.of(patterns), ...layers]);
}

import { fits, type Segment } from "./ignore-pattern.ts";

/** A line of an ignore file as it bears on the names in one folder. */
export interface NameRule {
  /** The number of the line: later ones are stronger. */
  readonly line: number;
  readonly negated: boolean;
  readonly foldersOnly: boolean;
  readonly segment: Segment;
}

/** Lines that name what they mean are looked up, so that only those with stars are tried one by one. */
export class NameRules {
  readonly #files = new Map<string, NameRule>();
  readonly #folders = new Map<string, NameRule>();
  /** The strongest first. */
  readonly #tests: readonly NameRule[];

  /** `rules` are in the order of their lines. */
  constructor(rules: readonly NameRule[]) {
    for (const rule of rules) {
      if (typeof rule.segment !== "string") continue;
      this.#folders.set(rule.segment, rule);
      if (!rule.foldersOnly) this.#files.set(rule.segment, rule);
    }
    this.#tests = rules.filter(({ segment }) => typeof segment !== "string").reverse();
  }

  /** The last line that speaks of the name, or null. */
  strongest(name: string, isFolder: boolean): NameRule | null {
    const named = (isFolder ? this.#folders : this.#files).get(name) ?? null;
    for (const rule of this.#tests) {
      if (named !== null && rule.line < named.line) break;
      if ((isFolder || !rule.foldersOnly) && fits(rule.segment, name)) return rule;
    }
    return named;
  }
}

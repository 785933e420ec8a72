import { ANY_FOLDERS, fits, type IgnorePattern } from "./ignore-pattern.ts";
import { type NameRule, NameRules } from "./name-rules.ts";

/**
 * One ignore file, seen from a folder in or below its own. Of its patterns that are paths, only those are kept that the
 * way to this folder has followed so far: what lies in the folder is compared by name alone, never by its whole path.
 */
export class IgnoreLayer {
  readonly #anywhere: NameRules;
  readonly #begun: readonly BegunPattern[];
  readonly #here: NameRules;

  private constructor(anywhere: NameRules, begun: readonly BegunPattern[]) {
    this.#anywhere = anywhere;
    this.#begun = begun;
    this.#here = new NameRules(begun.flatMap(ruleOf));
  }

  /** The layer in the folder of its own file. */
  static of(patterns: readonly IgnorePattern[]): IgnoreLayer {
    const lines = patterns.map((pattern, line) => ({ pattern, line }));
    const anywhere = lines.filter(({ pattern }) => pattern.anywhere);
    const tied = lines.filter(({ pattern }) => !pattern.anywhere);
    return new IgnoreLayer(
      new NameRules(anywhere.map(({ pattern, line }) => nameRule(pattern, line))),
      tied.map(({ pattern, line }) => ({ pattern, line, places: withSkipped(pattern, new Set([0])) })),
    );
  }

  /** The layer in a sub-folder of this folder. */
  inside(name: string): IgnoreLayer {
    if (this.#begun.length === 0) return this;
    return new IgnoreLayer(
      this.#anywhere,
      this.#begun.flatMap((begun) => followed(begun, name)),
    );
  }

  /** What the file says of an entry of this folder: left out, taken back, or nothing. */
  decide(name: string, isFolder: boolean): boolean | null {
    const free = this.#anywhere.strongest(name, isFolder);
    const tied = this.#here.strongest(name, isFolder);
    const rule = free === null || (tied !== null && tied.line > free.line) ? tied : free;
    return rule === null ? null : !rule.negated;
  }
}

/** A pattern, and which of its segments may come next. */
interface BegunPattern {
  readonly pattern: IgnorePattern;
  readonly line: number;
  readonly places: ReadonlySet<number>;
}

function followed({ pattern, line, places }: BegunPattern, name: string): BegunPattern[] {
  const { segments } = pattern;
  const next = new Set<number>();
  for (const place of places) {
    if (segments[place] === ANY_FOLDERS) next.add(place);
    else if (place < segments.length - 1 && fits(segments[place], name)) next.add(place + 1);
  }
  return next.size === 0 ? [] : [{ pattern, line, places: withSkipped(pattern, next) }];
}

/** `**` in the middle may stand for no folder at all. */
function withSkipped({ segments }: IgnorePattern, places: Set<number>): ReadonlySet<number> {
  for (const place of places) {
    if (segments[place] === ANY_FOLDERS && place < segments.length - 1) places.add(place + 1);
  }
  return places;
}

/** The rule for names in the folder, where only the last segment is left. */
function ruleOf({ pattern, line, places }: BegunPattern): NameRule[] {
  return places.has(pattern.segments.length - 1) ? [nameRule(pattern, line)] : [];
}

function nameRule({ negated, foldersOnly, segments }: IgnorePattern, line: number): NameRule {
  return { line, negated, foldersOnly, segment: segments[segments.length - 1] as NameRule["segment"] };
}

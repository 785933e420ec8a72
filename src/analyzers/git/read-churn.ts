import { byCodeUnit } from "../../model/ids.ts";
import type { RunEnd, ShadowGit } from "../../repository/repository.ts";
import type { Churn } from "./collect-history.ts";
import { FieldReader } from "./field-reader.ts";
import { Lives } from "./follow-lives.ts";
import { PLAIN_LOG } from "./log-options.ts";
import type { Change } from "./parse-log.ts";
import { type LoggedPath, Paths } from "./paths.ts";

/** Where people commit more than this in the window, it is cut short: lines of so many commits tell enough. */
const MOST_COMMITS = 20_000;

/**
 * Lines added and deleted per file of today since a day (by the date that commits were applied), renames followed.
 * Null where git fails, as in clones that lack old file contents. Line counts cost an order of magnitude more than
 * names, so git is asked only for the kinds of file that `today`, the analysed files, are of, and not for `leftOut`,
 * folders of packages that were not chosen. It is asked for all other places: files may have come from there.
 */
export async function readChurn(
  git: ShadowGit,
  since: string,
  today: ReadonlySet<string>,
  leftOut: readonly string[],
): Promise<{ readonly churn: Churn | null; readonly end: RunEnd }> {
  const counter = new ChurnCounter((path) => today.has(path));
  const window = [`--since=${since} 00:00:00 +0000`, `--max-count=${MOST_COMMITS}`];
  const args = [
    "log",
    ...PLAIN_LOG,
    "--numstat",
    "-M",
    "--format=%x00%H",
    ...window,
    "HEAD",
    "--",
    ...patternsOf(today, leftOut),
  ];
  // The patterns are ours, so they may be patterns.
  const end = await git.run(args, (bytes) => counter.push(bytes), { without: ["GIT_LITERAL_PATHSPECS"] });
  return { churn: end === "done" ? counter.churn() : null, end };
}

/** Reads `<added>TAB<deleted>TAB<path>NUL`, and `<added>TAB<deleted>TAB NUL<old>NUL<new>NUL` for renames. */
export class ChurnCounter {
  readonly #lives: Lives;
  readonly #counts = new Map<string, { added: number; deleted: number }>();
  readonly #fields = new FieldReader((start, end) => this.#take(this.#fields.raw.slice(start, end)));
  readonly #paths = new Paths();
  #commit: (Change & { added: number; deleted: number })[] = [];
  #renamed: { added: number; deleted: number; from: LoggedPath | null } | null = null;

  constructor(exists: (path: string) => boolean) {
    this.#lives = new Lives(exists);
  }

  push(bytes: Buffer): void {
    this.#fields.push(bytes);
  }

  churn(): Churn {
    this.#finish();
    return this.#counts;
  }

  #take(field: string): void {
    if (this.#renamed !== null) this.#takeName(this.#paths.of(field));
    else if (/^[0-9a-f]{40,64}$/.test(field)) this.#finish();
    else {
      const match = /^\n?(\d{1,10}|-)\t(\d{1,10}|-)\t([\s\S]*)$/.exec(field);
      if (match === null) return;
      const lines = { added: countOf(match[1]), deleted: countOf(match[2]) };
      if (match[3] === "") this.#renamed = { ...lines, from: null };
      else this.#commit.push({ ...lines, status: "M", path: this.#paths.of(match[3] as string) });
    }
  }

  #takeName(name: LoggedPath): void {
    const renamed = this.#renamed as { added: number; deleted: number; from: LoggedPath | null };
    if (renamed.from === null) {
      renamed.from = name;
      return;
    }
    const { added, deleted, from } = renamed;
    this.#commit.push({ added, deleted, status: "R", path: name, from });
    this.#renamed = null;
  }

  #finish(): void {
    for (const change of this.#commit) this.#count(change);
    this.#lives.touch(this.#commit);
    this.#commit = [];
  }

  #count({ path, added, deleted }: Change & { added: number; deleted: number }): void {
    const today = this.#lives.present(path);
    if (today === null) return;
    const known = this.#counts.get(today) ?? { added: 0, deleted: 0 };
    this.#counts.set(today, { added: known.added + added, deleted: known.deleted + deleted });
  }
}

function countOf(text: string | undefined): number {
  return text === undefined || text === "-" ? 0 : Number(text);
}

/** Each pattern costs time for every path of every commit: there are as few as can be. */
function patternsOf(today: Iterable<string>, leftOut: readonly string[]): string[] {
  const kinds = new Set([...today].map((path) => path.slice(path.lastIndexOf("."))));
  const others = leftOut.map((folder) => `:(exclude)${escapeGlob(folder)}/`);
  return [...[...kinds].map((kind) => `*${escapeGlob(kind)}`), ...others].sort(byCodeUnit);
}

function escapeGlob(path: string): string {
  return path.replace(/[\\*?[\]]/g, "\\$&");
}

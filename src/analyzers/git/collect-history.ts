import type { ChangeSet, Contributor, FileHistory } from "../../model/fact.ts";
import { byCodeUnit, type CommitHash, type FilePath } from "../../model/ids.ts";
import { type Age, grow, mergeAges, newAge, revisionsByAuthor } from "./file-age.ts";
import { type Life, Lives } from "./follow-lives.ts";
import { inferRenames } from "./infer-renames.ts";
import { type Author, numberAuthors, type Signature } from "./number-authors.ts";
import type { LoggedCommit } from "./parse-log.ts";
import { isBot, isMechanical } from "./recognise-bots.ts";

/** Co-change asks for recent change-sets; older ones only count in the histories of files. */
const CHANGE_SETS_KEPT = 50_000;
const LONGEST_SUBJECT = 200;
/** Only such files can be analysed, today or under an earlier name. */
const CODE = /\.(?:[cm]?[jt]sx?|java|sql|prisma)$/;

/** Lines added and deleted per file of today. */
export type Churn = ReadonlyMap<string, { readonly added: number; readonly deleted: number }>;

export interface HistoryFacts {
  readonly changeSets: readonly ChangeSet[];
  readonly files: readonly FileHistory[];
  readonly contributors: readonly Contributor[];
  readonly commits: number;
}

/** Takes in commits from the newest to the oldest and keeps only what the facts need. */
export class HistoryCollector {
  readonly #lives: Lives;
  readonly #today: ReadonlySet<string>;
  readonly #inside: (path: string) => boolean;
  readonly #signatures = new Map<string, Signed>();
  readonly #kept: KeptChange[] = [];
  readonly #ages = new Map<Life, Age>();
  commits = 0;

  /** `today` are the analysed files by their path in the work tree, `inside` says what lies in the analysed folder. */
  constructor(today: ReadonlySet<string>, inside: (path: string) => boolean) {
    this.#today = today;
    this.#inside = inside;
    this.#lives = new Lives((path) => today.has(path));
  }

  add(commit: LoggedCommit): void {
    const code = commit.changes.filter(
      ({ path, from }) => CODE.test(path) || (from !== undefined && CODE.test(from)),
    );
    const changes = inferRenames(code);
    const lives = this.#lives.touch(changes);
    const moved = lives.some((life) => life.whole().today !== null);
    if (!moved && !commit.changes.some((change) => this.#inside(change.path))) return;
    this.commits++;
    const signed = this.#sign(commit);
    const bot = signed.bot || isMechanical(commit.subject);
    const day = dayOf(commit.time);
    if (!bot) for (const life of lives) this.#age(life, signed.number, day);
    if (this.#kept.length >= CHANGE_SETS_KEPT) return;
    const subject = commit.subject.slice(0, LONGEST_SUBJECT);
    const alive = lives.filter((life) => life.whole().today !== null || !life.begun);
    if (alive.length === 0) return;
    this.#kept.push({
      hash: commit.hash,
      day,
      signed: signed.number,
      subject,
      bot,
      lives: alive,
      touched: commit.changes.length - (code.length - changes.length),
    });
  }

  /** Call it once, after the last commit. `pathOf` turns a path of the work tree into one of the analysed folder. */
  facts(pathOf: (path: string) => FilePath, churn: Churn | null, withNames: boolean): HistoryFacts {
    const signatures = [...this.#signatures.values()].map((signed) => signed.signature);
    const authors = numberAuthors(signatures);
    return {
      changeSets: this.#changeSets(authors, pathOf),
      files: this.#files(authors, pathOf, churn),
      contributors: contributorsOf(authors, withNames),
      commits: this.commits,
    };
  }

  #sign({ author, email }: LoggedCommit): Signed {
    const key = `${author}\0${email}`;
    const known = this.#signatures.get(key);
    const signed = known ?? {
      number: this.#signatures.size,
      bot: isBot(author, email),
      signature: { name: author, email, revisions: 0, order: 0 },
    };
    if (known === undefined) this.#signatures.set(key, signed);
    signed.signature.revisions++;
    signed.signature.order = this.commits;
    return signed;
  }

  #age(life: Life, signature: number, day: string): void {
    const age = this.#ages.get(life) ?? newAge(day);
    this.#ages.set(life, age);
    grow(age, signature, day);
  }

  #changeSets(authors: readonly Author[], pathOf: (path: string) => FilePath): ChangeSet[] {
    return this.#kept.flatMap(({ hash, day, signed, subject, bot, lives, touched }): ChangeSet[] => {
      const paths = new Set(lives.flatMap((life) => life.whole().today ?? []));
      const files = [...paths].map(pathOf).sort(byCodeUnit);
      if (files.length === 0) return [];
      const author = (authors[signed] as Author).number;
      return [{ kind: "change-set", commit: hash as CommitHash, day, author, subject, bot, files, touched }];
    });
  }

  #files(authors: readonly Author[], pathOf: (path: string) => FilePath, churn: Churn | null): FileHistory[] {
    const ages = new Map<string, Age>();
    for (const [life, age] of this.#ages) {
      const { today } = life.whole();
      if (today !== null) ages.set(today, mergeAges(ages.get(today), age));
    }
    return [...this.#today].sort(byCodeUnit).flatMap((path): FileHistory[] => {
      const age = ages.get(path);
      if (age === undefined) return [];
      const { revisions, firstDay, lastDay } = age;
      const lines =
        churn === null ? { added: null, deleted: null } : (churn.get(path) ?? { added: 0, deleted: 0 });
      const people = revisionsByAuthor(age, authors);
      return [
        { kind: "file-history", file: pathOf(path), revisions, authors: people, firstDay, lastDay, ...lines },
      ];
    });
  }
}

interface Signed {
  readonly number: number;
  readonly bot: boolean;
  readonly signature: Signature;
}

interface KeptChange {
  readonly hash: string;
  readonly day: string;
  readonly signed: number;
  readonly subject: string;
  readonly bot: boolean;
  readonly lives: readonly Life[];
  readonly touched: number;
}

/** `YYYY-MM-DD` in UTC; dates can be made up, so what is no date is the beginning of time. */
export function dayOf(seconds: string): string {
  const time = /^\d{1,11}$/.test(seconds) ? Number(seconds) : 0;
  return new Date(Math.min(time, 253_402_300_799) * 1000).toISOString().slice(0, 10);
}

function contributorsOf(authors: readonly Author[], withNames: boolean): Contributor[] {
  const people = [...new Map(authors.map((author) => [author.number, author])).values()];
  people.sort((left, right) => left.number - right.number);
  return people.map(({ number, revisions, bot, name }) => {
    return { kind: "contributor", author: number, revisions, bot, ...(withNames ? { name } : {}) };
  });
}

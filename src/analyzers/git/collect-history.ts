import type { ChangeSet, Contributor, FileHistory } from "../../model/fact.ts";
import { byCodeUnit, type CommitHash, type FilePath } from "../../model/ids.ts";
import { dayNumber, dayText } from "./days.ts";
import { type Age, Signings } from "./file-age.ts";
import { type Life, Lives } from "./follow-lives.ts";
import { inferRenames } from "./infer-renames.ts";
import { type Author, numberAuthors } from "./number-authors.ts";
import type { LoggedCommit } from "./parse-log.ts";
import type { LoggedPath } from "./paths.ts";
import { isMechanical } from "./recognise-bots.ts";
import { SignatureBook } from "./signature-book.ts";

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
  readonly #signatures = new SignatureBook();
  readonly #signings = new Signings();
  readonly #kept: KeptChange[] = [];
  readonly #aged: Life[] = [];
  /** Is it a path of code? By the numbers of paths. */
  readonly #code: boolean[] = [];
  commits = 0;

  /** `today` are the analysed files by their path in the work tree, `inside` says what lies in the analysed folder. */
  constructor(today: ReadonlySet<string>, inside: (path: string) => boolean) {
    this.#today = today;
    this.#inside = inside;
    this.#lives = new Lives((path) => today.has(path));
  }

  add(commit: LoggedCommit): void {
    const code = commit.changes.filter(
      ({ path, from }) => this.#isCode(path) || (from !== undefined && this.#isCode(from)),
    );
    const changes = inferRenames(code);
    const lives = this.#lives.touch(changes);
    const moved = lives.some((life) => life.today !== null);
    if (!moved && !commit.changes.some((change) => this.#inside(change.path.text))) return;
    this.commits++;
    const signed = this.#signatures.sign(commit.author, commit.email, this.commits);
    const bot = signed.bot || isMechanical(commit.subject);
    const day = dayNumber(commit.time);
    if (!bot) for (const life of lives) this.#age(life, signed.number, day);
    if (this.#kept.length < CHANGE_SETS_KEPT) {
      const touched = commit.changes.length - (code.length - changes.length);
      this.#keep(commit, { day, bot, touched, signed: signed.number }, lives);
    }
  }

  /** Call it once, after the last commit. `pathOf` turns a path of the work tree into one of the analysed folder. */
  facts(pathOf: (path: string) => FilePath, churn: Churn | null, withNames: boolean): HistoryFacts {
    const authors = numberAuthors(this.#signatures.all());
    const today = new Map([...this.#today].map((path) => [path, pathOf(path)]));
    return {
      changeSets: this.#changeSets(authors, today),
      files: this.#files(authors, today, churn),
      contributors: contributorsOf(authors, withNames),
      commits: this.commits,
    };
  }

  #isCode({ number, text }: LoggedPath): boolean {
    const known = this.#code[number];
    if (known !== undefined) return known;
    const isCode = CODE.test(text);
    this.#code[number] = isCode;
    return isCode;
  }

  #age(life: Life, signature: number, day: number): void {
    if (life.age === null) this.#aged.push(life);
    life.age = this.#signings.grow(life.age, signature, day);
  }

  #keep(commit: LoggedCommit, { day, signed, bot, touched }: Marks, lives: readonly Life[]): void {
    const alive = lives.filter((life) => life.today !== null || !life.begun);
    if (alive.length === 0) return;
    const subject = commit.subject.slice(0, LONGEST_SUBJECT);
    this.#kept.push({ hash: commit.hash, day, signed, subject, bot, lives: alive, touched });
  }

  #changeSets(authors: readonly Author[], today: ReadonlyMap<string, FilePath>): ChangeSet[] {
    const changeSets: ChangeSet[] = [];
    for (const { hash, day, signed, subject, bot, lives, touched } of this.#kept) {
      const files = filesOf(lives, today);
      if (files.length === 0) continue;
      const author = (authors[signed] as Author).number;
      const commit = hash as CommitHash;
      changeSets.push({
        kind: "change-set",
        commit,
        day: dayText(day),
        author,
        subject,
        bot,
        files,
        touched,
      });
    }
    return changeSets;
  }

  #files(
    authors: readonly Author[],
    today: ReadonlyMap<string, FilePath>,
    churn: Churn | null,
  ): FileHistory[] {
    const ages = agesOf(this.#aged);
    return [...today].sort(byKey).flatMap(([path, file]): FileHistory[] => {
      const ofFile = ages.get(path);
      if (ofFile === undefined) return [];
      const revisions = ofFile.reduce((sum, age) => sum + age.revisions, 0);
      const firstDay = dayText(Math.min(...ofFile.map((age) => age.firstDay)));
      const lastDay = dayText(Math.max(...ofFile.map((age) => age.lastDay)));
      const people = this.#signings.byAuthor(ofFile, authors);
      const lines =
        churn === null ? { added: null, deleted: null } : (churn.get(path) ?? { added: 0, deleted: 0 });
      return [{ kind: "file-history", file, revisions, authors: people, firstDay, lastDay, ...lines }];
    });
  }
}

interface Marks {
  readonly day: number;
  readonly signed: number;
  readonly bot: boolean;
  readonly touched: number;
}

interface KeptChange extends Marks {
  readonly hash: string;
  readonly subject: string;
  readonly lives: readonly Life[];
}

/** The files of today among the lives, sorted. */
function filesOf(lives: readonly Life[], today: ReadonlyMap<string, FilePath>): FilePath[] {
  const files = new Set<FilePath>();
  for (const life of lives) {
    const path = life.whole().today;
    if (path !== null) files.add(today.get(path) as FilePath);
  }
  return [...files].sort(byCodeUnit);
}

/** What happened to each file of today, in all its lives. */
function agesOf(lives: readonly Life[]): Map<string, Age[]> {
  const ages = new Map<string, Age[]>();
  for (const life of lives) {
    const { today } = life.whole();
    if (today === null) continue;
    const known = ages.get(today);
    if (known === undefined) ages.set(today, [life.age as Age]);
    else known.push(life.age as Age);
  }
  return ages;
}

function byKey([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return byCodeUnit(left, right);
}

function contributorsOf(authors: readonly Author[], withNames: boolean): Contributor[] {
  const people = [...new Map(authors.map((author) => [author.number, author])).values()];
  people.sort((left, right) => left.number - right.number);
  return people.map(({ number, revisions, bot, name }) => {
    return { kind: "contributor", author: number, revisions, bot, ...(withNames ? { name } : {}) };
  });
}

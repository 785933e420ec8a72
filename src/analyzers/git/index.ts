import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Fact } from "../../model/fact.ts";
import type { Findings } from "../../model/findings.ts";
import type { FilePath } from "../../model/ids.ts";
import type { Settings } from "../../model/settings.ts";
import type { Repository, RunEnd, ShadowGit } from "../../repository/repository.ts";
import type { Analyzer, Progress } from "../analyzer.ts";
import { type Churn, dayOf, HistoryCollector, type HistoryFacts } from "./collect-history.ts";
import { PLAIN_LOG } from "./log-options.ts";
import { LOG_FORMAT, LogParser } from "./parse-log.ts";
import { readChurn } from "./read-churn.ts";

/**
 * Reads the history: which commits changed which files of today, who made them, how many lines. It follows renames,
 * leaves out merges, and knows bots and releases by their authors and subjects. It cannot see who wrote what inside a
 * squashed commit, and ignores co-authors.
 */
export const git: Analyzer = {
  name: "git",
  appliesTo: (repository) => repository.git !== null,
  analyze: async (repository, settings, progress) => {
    const { git } = repository;
    return git === null ? { facts: [], diagnostics: [] } : readHistory(repository, git, settings, progress);
  },
};

/** Fewer commits than this cannot tell what changes together. */
const THIN_HISTORY = 50;
const SWEEPING = 50;
const REPORT_EVERY = 500;

async function readHistory(
  repository: Repository,
  git: ShadowGit,
  settings: Settings,
  progress: Progress,
): Promise<Findings> {
  const analysed = repository.files.filter((file) => file.class === "source" || file.class === "schema");
  const today = new Set(analysed.map((file) => git.prefix + file.path));
  const leftOut = repository.packages
    .filter((one) => !one.chosen && one.folder !== "")
    .map((one) => one.folder);
  const log = new LogReading(git, today, leftOut, settings, progress);
  // Renames with edits need the contents of files; a clone may lack some of them.
  const first = await log.read("-M");
  const ended = first === "failed" ? await log.read("-M100%") : first;
  const { churn, end } = await log.churn;
  if (ended !== "done") return { facts: [], diagnostics: [failure(ended)] };
  const pathOf = (path: string): FilePath => path.slice(git.prefix.length) as FilePath;
  const facts = log.collector.facts(pathOf, churn, settings.authors);
  return { facts: allOf(facts), diagnostics: remarks(facts, churn, end), counts: countsOf(facts) };
}

/** One reading of the log, and beside it, from its first commit on, the count of lines. */
class LogReading {
  collector: HistoryCollector;
  churn: Promise<{ churn: Churn | null; end: RunEnd }> = Promise.resolve({ churn: null, end: "done" });
  readonly #git: ShadowGit;
  readonly #today: ReadonlySet<string>;
  readonly #leftOut: readonly string[];
  readonly #settings: Settings;
  readonly #progress: Progress;
  #counting = false;

  constructor(
    git: ShadowGit,
    today: ReadonlySet<string>,
    leftOut: readonly string[],
    settings: Settings,
    progress: Progress,
  ) {
    this.#git = git;
    this.#today = today;
    this.#leftOut = leftOut;
    this.#settings = settings;
    this.#progress = progress;
    this.collector = this.#newCollector();
  }

  async read(renames: string): Promise<RunEnd> {
    this.collector = this.#newCollector();
    const parser = new LogParser((commit) => {
      this.#countFrom(commit.time);
      this.collector.add(commit);
      if (this.collector.commits % REPORT_EVERY === 0) this.#progress("history", this.collector.commits, 0);
    });
    const args = ["log", ...PLAIN_LOG, "--name-status", renames, LOG_FORMAT, "HEAD", "--"];
    const end = await this.#git.run(args, (bytes) => parser.push(bytes));
    if (end === "done") parser.end();
    return end;
  }

  #newCollector(): HistoryCollector {
    const { prefix } = this.#git;
    return new HistoryCollector(this.#today, (path) => path.startsWith(prefix));
  }

  #countFrom(newest: string): void {
    if (this.#counting) return;
    this.#counting = true;
    const since = this.#settings.since ?? yearBefore(dayOf(newest));
    this.churn = readChurn(this.#git, since, this.#leftOut, (path) => this.#today.has(path));
  }
}

function yearBefore(day: string): string {
  return `${String(Number(day.slice(0, 4)) - 1).padStart(4, "0")}${day.slice(4)}`;
}

function allOf({ changeSets, files, contributors }: HistoryFacts): readonly Fact[] {
  return [...changeSets, ...files, ...contributors];
}

function countsOf({ changeSets, commits, contributors }: HistoryFacts): Record<string, number> {
  return {
    "history.commits": commits,
    "history.changeSets": changeSets.length,
    "history.bots": changeSets.filter((change) => change.bot).length,
    "history.sweeping": changeSets.filter((change) => change.touched > SWEEPING).length,
    "history.contributors": contributors.filter((contributor) => !contributor.bot).length,
  };
}

function failure(end: RunEnd): Diagnostic {
  return end === "stalled"
    ? {
        severity: "warning",
        code: "history-timeout",
        message: "git fell silent while it listed the commits.",
      }
    : {
        severity: "warning",
        code: "history-failed",
        message: "git cannot list the commits; objects may be missing.",
      };
}

function remarks({ changeSets }: HistoryFacts, churn: Churn | null, end: RunEnd): Diagnostic[] {
  const byPeople = changeSets.filter((change) => !change.bot).length;
  const diagnostics: Diagnostic[] = [];
  if (churn === null) {
    const message = "The clone lacks contents of old files, so changed lines are not counted.";
    diagnostics.push({
      severity: "warning",
      code: end === "stalled" ? "history-timeout" : "partial-history",
      message,
    });
  }
  if (byPeople < THIN_HISTORY) {
    const message = "So few commits cannot tell what changes together.";
    diagnostics.push({ severity: "note", code: "thin-history", message, count: byPeople });
  }
  return diagnostics;
}

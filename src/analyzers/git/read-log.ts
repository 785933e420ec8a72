import type { Settings } from "../../model/settings.ts";
import type { RunEnd, ShadowGit } from "../../repository/repository.ts";
import type { Progress } from "../analyzer.ts";
import { type Churn, HistoryCollector } from "./collect-history.ts";
import { dayNumber, dayText } from "./days.ts";
import { namesLog } from "./log-options.ts";
import { LogParser } from "./parse-log.ts";
import { readChurn } from "./read-churn.ts";

const REPORT_EVERY = 500;

/** One reading of the log, and beside it, from its first commit on, the count of lines. */
export class HistoryReading {
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

  async read(renames: "-M" | "-M100%"): Promise<RunEnd> {
    this.collector = this.#newCollector();
    const parser = new LogParser((commit) => {
      this.#countFrom(commit.time);
      this.collector.add(commit);
      if (this.collector.commits % REPORT_EVERY === 0) this.#progress("history", this.collector.commits, 0);
    });
    const end = await this.#git.run(namesLog(renames), (bytes) => parser.push(bytes));
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
    const since = this.#settings.since ?? yearBefore(dayText(dayNumber(newest)));
    this.churn = readChurn(this.#git, since, this.#today, this.#leftOut);
  }
}

function yearBefore(day: string): string {
  return `${String(Number(day.slice(0, 4)) - 1).padStart(4, "0")}${day.slice(4)}`;
}

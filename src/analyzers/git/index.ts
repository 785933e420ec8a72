import type { Fact } from "../../model/fact.ts";
import type { Findings } from "../../model/findings.ts";
import type { FilePath } from "../../model/ids.ts";
import type { Settings } from "../../model/settings.ts";
import type { Repository, ShadowGit } from "../../repository/repository.ts";
import type { Analyzer, Progress } from "../analyzer.ts";
import type { HistoryFacts } from "./collect-history.ts";
import { namesLog } from "./log-options.ts";
import { HistoryReading } from "./read-log.ts";
import { countsOf, failureOf, remarksOn } from "./remarks.ts";

/**
 * Reads the history: which commits changed which files of today, who made them, how many lines. It follows renames,
 * leaves out merges, and knows bots and releases by their authors and subjects. It cannot see who wrote what inside a
 * squashed commit, and ignores co-authors.
 */
export const git: Analyzer = {
  name: "git",
  ahead: [namesLog("-M")],
  appliesTo: (repository) => repository.git !== null,
  analyze: async (repository, settings, progress) => {
    const { git } = repository;
    return git === null ? { facts: [], diagnostics: [] } : readHistory(repository, git, settings, progress);
  },
};

async function readHistory(
  repository: Repository,
  git: ShadowGit,
  settings: Settings,
  progress: Progress,
): Promise<Findings> {
  const analysed = repository.files.filter((file) => file.class === "source" || file.class === "schema");
  const today = new Set(analysed.map((file) => git.prefix + file.path));
  const others = repository.packages.filter((one) => !one.chosen && one.folder !== "");
  const leftOut = others.map((one) => git.prefix + one.folder);
  const log = new HistoryReading(git, today, leftOut, settings, progress);
  // Renames with edits need the contents of files; a clone may lack some of them.
  const first = await log.read("-M");
  const ended = first === "failed" ? await log.read("-M100%") : first;
  const { churn, end } = await log.churn;
  if (ended !== "done") return { facts: [], diagnostics: [failureOf(ended)] };
  const pathOf = (path: string): FilePath => path.slice(git.prefix.length) as FilePath;
  const facts = log.collector.facts(pathOf, churn, settings.authors);
  return { facts: allOf(facts), diagnostics: remarksOn(facts, churn, end), counts: countsOf(facts) };
}

function allOf({ changeSets, files, contributors }: HistoryFacts): readonly Fact[] {
  return [...changeSets, ...files, ...contributors];
}

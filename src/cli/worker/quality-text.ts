import { LEVELS } from "../../model/context.ts";
import type { Report } from "../../model/report.ts";
import { compare } from "../../quality/compare.ts";
import { type Reference, readReference, UnreadableReference } from "../../quality/reference.ts";
import { type Score, score } from "../../quality/score.ts";
import { tsvLine } from "../../reporters/list/list-text.ts";
import { EXIT, Failure } from "../exit-codes.ts";
import { readInput } from "../read-input.ts";
import { readAnalysis } from "./obtain-result.ts";

/** The measures of a score in the order in which they are read: agreement, then what guards against degenerate answers. */
const MEASURES: readonly (readonly [name: string, value: (score: Score) => number])[] = [
  ["MoJoFM", (one) => one.mojoFm],
  ["ARI", (one) => one.ari],
  ["AMI", (one) => one.ami],
  ["precision", (one) => one.precision],
  ["recall", (one) => one.recall],
  ["F1", (one) => one.f1],
  ["contexts", (one) => one.contexts],
  ["modules", (one) => one.modules],
  ["largest share", (one) => one.largestShare],
  ["singletons", (one) => one.singletons],
  ["NED", (one) => one.nonExtremeDistribution],
  ["scored", (one) => one.scored],
  ["uncovered", (one) => one.uncovered.length],
];

/** How well each level agrees with a reference, one measure on a line. */
export function scoreText(report: Report, file: string, json: boolean): string {
  const scores = score(report.graph, report.grouping, referenceIn(file));
  if (json) return `${JSON.stringify(scores, null, 2)}\n`;
  const rows = MEASURES.map(([name, value]) => [name, ...LEVELS.map((level) => shown(value(scores[level])))]);
  return [["measure", ...LEVELS], ...rows].map((row) => `${row.join("\t")}\n`).join("");
}

/** What differs between two results: agreement by level, then every node that moved. */
export async function compareText(before: Report, file: string, json: boolean): Promise<string> {
  const after = await readAnalysis(file);
  const comparison = compare(before.grouping, after.grouping);
  if (json) return `${JSON.stringify(comparison, null, 2)}\n`;
  const summary = LEVELS.map((level) => {
    const { mojoFm, ari, moved } = comparison.levels[level];
    return [level, shown(mojoFm), shown(ari), String(moved.length)];
  });
  const moved = LEVELS.flatMap((level) =>
    comparison.levels[level].moved.map(({ node, from, to }) => [level, node, from, to]),
  );
  const nodes = [
    ["level", "node", "from", "to"],
    ...moved,
    ...comparison.added.map((node) => ["", node, "", "added"]),
    ...comparison.removed.map((node) => ["", node, "removed", ""]),
  ];
  const figures = [["level", "MoJoFM", "ARI", "moved"], ...summary].map((row) => `${row.join("\t")}\n`);
  return [...figures, "\n", ...nodes.map(tsvLine)].join("");
}

function referenceIn(file: string): Reference {
  const text = readInput({ path: file, called: file });
  try {
    return readReference(text);
  } catch (error) {
    const reason = error instanceof UnreadableReference ? error.message : "it cannot be read";
    throw new Failure(`${file}: ${reason}`, EXIT.usage);
  }
}

function shown(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

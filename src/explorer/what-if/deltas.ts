import type { Level } from "../../model/context.ts";
import type { Report } from "../../model/report.ts";
import { decimal, grouped, percent } from "../../reporters/copy/counted.ts";
import type { Words } from "../words/words.ts";

/** One measure before and after the decisions. */
export interface Delta {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** 1: better, −1: worse, 0: the same or neither. */
  readonly better: -1 | 0 | 1;
  readonly changed: boolean;
}

/** What decisions change in measures, cut and order, most telling first. */
export function deltasOf(before: Report, after: Report, level: Level, words: Words["whatIf"]): Delta[] {
  const measures = (report: Report): Report["grouping"]["measures"][Level] => report.grouping.measures[level];
  const delta = (
    title: string,
    value: (report: Report) => number | null,
    wanted: -1 | 0 | 1,
    show: (n: number) => string,
  ): Delta => {
    const [was, is] = [value(before), value(after)];
    const text = (n: number | null): string => (n === null ? "–" : show(n));
    const changed = was !== is;
    const better =
      !changed || was === null || is === null ? 0 : ((Math.sign(is - was) * wanted) as -1 | 0 | 1);
    return { title, before: text(was), after: text(is), better, changed };
  };
  return [
    delta(words.cut, cutOf, -1, grouped),
    delta(words.crossings, (report) => crossingsOf(report, level), -1, grouped),
    delta(
      words.modularity,
      (report) => measures(report).modularity,
      1,
      (n) => decimal(n),
    ),
    delta(words.calls, (report) => measures(report).interPartitionCalls, -1, percent),
    delta(words.purity, (report) => measures(report).transactionalPurity, 1, percent),
    delta(words.largest, (report) => measures(report).largestShare, -1, percent),
    delta(words.contexts, (report) => measures(report).contexts, 0, grouped),
    delta(words.kernel, (report) => report.grouping.sharedKernel.length, -1, grouped),
  ];
}

function cutOf({ plan }: Report): number {
  return plan.steps.reduce((sum, { coupling }) => sum + coupling, 0);
}

/** Couplings between two contexts of a level. */
function crossingsOf({ graph, grouping }: Report, level: Level): number {
  const homes = new Map(grouping.memberships.map((membership) => [membership.node, membership[level]]));
  return graph.couplings.filter(
    ({ from, to }) => homes.has(from) && homes.has(to) && homes.get(from) !== homes.get(to),
  ).length;
}

/** The order of extraction by names, with how far each context came forward (+) or fell back (−). */
export function orderChanges(
  before: Report,
  after: Report,
): { readonly name: string; readonly rank: number; readonly by: number | null }[] {
  const nameOf = (report: Report): Map<string, string> =>
    new Map(report.grouping.contexts.map(({ id, name }) => [id, name]));
  const earlier = new Map(before.plan.steps.map(({ context, rank }) => [context, rank]));
  const names = nameOf(after);
  return after.plan.steps.map(({ context, rank }) => {
    const was = earlier.get(context);
    return { name: names.get(context) ?? context, rank, by: was === undefined ? null : was - rank };
  });
}

import type { Atlas } from "../../atlas.ts";
import { decimal, grouped, percent } from "../../format.ts";
import type { Page } from "../../page.ts";
import { crossingShare, tablesWrittenBySeveral } from "../figures.ts";

/** One measure of a decomposition, ready to be compared. */
export interface Figure {
  readonly label: string;
  readonly value: number | null;
  readonly text: string;
  /** 1: more is better; -1: less is better; 0: neither. */
  readonly better: 1 | 0 | -1;
  /** Shown at once, not only among all measures. */
  readonly first: boolean;
}

export function figuresOf(page: Page, atlas: Atlas): Figure[] {
  const { measures: words } = page.words.board;
  const measures = atlas.report.grouping.measures[page.state.route.level];
  const price = atlas.report.plan.steps.reduce((sum, { coupling }) => sum + coupling, 0);
  const unknown = page.words.shell.notKnown;
  const figure = (
    label: string,
    value: number | null,
    better: Figure["better"],
    show: (value: number) => string,
    first = false,
  ): Figure => ({
    label,
    value,
    better,
    first,
    text: value === null ? unknown : show(value),
  });
  return [
    figure(words.crossing, crossingShare(atlas), -1, precisePercent, true),
    figure(words.cutPrice, price, -1, grouped, true),
    figure(words.writtenBySeveral, tablesWrittenBySeveral(atlas).length, -1, grouped, true),
    figure(words.purity, measures.transactionalPurity, 1, (value) => decimal(value, 3), true),
    figure(words.largest, measures.largestShare, 0, precisePercent, true),
    figure(words.contexts, measures.contexts, 0, grouped),
    figure(words.singletons, measures.singletons, -1, grouped),
    figure(words.extremes, measures.nonExtremeDistribution, -1, percent),
    figure(words.modularity, measures.modularity, 1, (value) => decimal(value, 4)),
    figure(words.structural, measures.structuralModularity, 1, (value) => decimal(value, 4)),
    figure(words.calls, measures.interPartitionCalls, -1, precisePercent),
    figure(words.interfaces, measures.interfaceNumber, -1, (value) => decimal(value, 2)),
    figure(words.turbo, measures.turboMq, 1, (value) => decimal(value, 3)),
  ];
}

/** One card among thousands moves a share by less than a hundredth. */
function precisePercent(share: number): string {
  return `${(share * 100).toFixed(2)}\u202f%`;
}

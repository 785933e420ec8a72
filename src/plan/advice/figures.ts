import type { Grouping } from "../../model/context.ts";
import type { Landscape } from "../landscape.ts";
import type { Ties } from "../ties.ts";
import { sumInside } from "../ties.ts";

/** What the advice on one context rests on. */
export interface Figures {
  /** Its share of all impact, 0 to 1. */
  readonly impactShare: number;
  readonly linesShare: number;
  readonly lines: number;
  readonly units: number;
  readonly tables: number;
  /** Share of its coupling weight that stays inside, as the grouping has it; null where it has no ties. */
  readonly cohesion: number | null;
  /** Points of cut per point of impact; null without impact. */
  readonly price: number | null;
  /** Share of the other contexts that depend on it. */
  readonly usedBy: number;
  readonly instability: number | null;
  readonly reachable: boolean;
  readonly structure: "strong" | "weak" | "none";
}

export function figuresOf(
  landscape: Landscape,
  ties: Ties,
  grouping: Grouping,
  standing: readonly { readonly impact: number; readonly coupling: number }[],
): Figures[] {
  const allImpact = standing.reduce((sum, { impact }) => sum + impact, 0);
  const lines = countBy(
    landscape,
    [...landscape.units.values()].map(({ id, lines: own }) => [id, own]),
  );
  const units = countBy(
    landscape,
    [...landscape.units.keys()].map((id) => [id, 1]),
  );
  const tables = countBy(
    landscape,
    [...landscape.tables.keys()].map((id) => [id, 1]),
  );
  const doors = countBy(
    landscape,
    [...landscape.sources.endpoints, ...landscape.sources.messages].map(({ unit }) => [unit, 1]),
  );
  const allLines = lines.reduce((sum, own) => sum + own, 0);
  const everyone = landscape.contexts.map(() => true);
  return landscape.contexts.map((id, context) => {
    const known = grouping.contexts.find((candidate) => candidate.id === id);
    const { impact = 0, coupling = 0 } = standing[context] ?? {};
    const afferent = sumInside(ties.afferent, context, everyone);
    const efferent = sumInside(ties.efferent, context, everyone);
    const users = (ties.afferent[context] ?? []).filter(
      (units, other) => other !== context && units > 0,
    ).length;
    return {
      impactShare: ratio(impact, allImpact) ?? 0,
      linesShare: ratio(lines[context] ?? 0, allLines) ?? 0,
      lines: lines[context] ?? 0,
      units: units[context] ?? 0,
      tables: tables[context] ?? 0,
      cohesion: known === undefined || known.cohesion === null ? null : ratio(known.cohesion, 1),
      price: ratio(coupling, impact),
      usedBy: ratio(users, everyone.length - 1) ?? 0,
      instability: ratio(efferent, afferent + efferent),
      reachable: (doors[context] ?? 0) > 0,
      structure: known?.structure ?? "none",
    };
  });
}

function countBy(
  { contexts, home }: Landscape,
  amounts: readonly (readonly [Parameters<typeof home.get>[0], number])[],
): number[] {
  const sums = contexts.map(() => 0);
  for (const [node, amount] of amounts) {
    const context = home.get(node);
    if (context !== undefined) sums[context] = (sums[context] ?? 0) + amount;
  }
  return sums;
}

/** Three digits; null where there is nothing to divide by. */
export function ratio(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((1000 * part) / whole) / 1000 : null;
}

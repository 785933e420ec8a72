import type { Progress, Residual } from "../model/plan.ts";
import { groupBy } from "./group-by.ts";
import type { Landscape } from "./landscape.ts";
import { sumInside, type Ties } from "./ties.ts";

/** What each context brings along, so that a residual is a sum over those still inside. */
export interface Holdings {
  readonly units: readonly number[];
  readonly tables: readonly number[];
  readonly lines: readonly number[];
  readonly churn: readonly number[];
  readonly endpoints: readonly number[];
  /** For each table its owner and the contexts that touch it. */
  readonly tableUsers: readonly { readonly owner: number; readonly users: readonly number[] }[];
}

export function holdingsOf(
  landscape: Landscape,
  observed: { readonly churn: readonly number[]; readonly endpoints: readonly number[] },
): Holdings {
  const { contexts, home, units, tables } = landscape;
  const count = { units: contexts.map(() => 0), tables: contexts.map(() => 0), lines: contexts.map(() => 0) };
  for (const unit of units.values()) {
    const context = home.get(unit.id);
    if (context === undefined) continue;
    count.units[context] = (count.units[context] ?? 0) + 1;
    count.lines[context] = (count.lines[context] ?? 0) + unit.lines;
  }
  for (const table of tables.keys()) {
    const context = home.get(table);
    if (context !== undefined) count.tables[context] = (count.tables[context] ?? 0) + 1;
  }
  return { ...count, ...observed, tableUsers: tableUsersOf(landscape) };
}

/** The monolith made of the contexts that are still inside. */
export function residualOf(holdings: Holdings, ties: Ties, inside: readonly boolean[]): Residual {
  const left = inside.flatMap((isInside, context) => (isInside ? [context] : []));
  const sum = (values: readonly number[]): number =>
    left.reduce((total, context) => total + (values[context] ?? 0), 0);
  return {
    contexts: left.length,
    units: sum(holdings.units),
    tables: sum(holdings.tables),
    lines: sum(holdings.lines),
    crossings: left.reduce((total, context) => total + sumInside(ties.crossings, context, inside), 0),
    sharedTables: holdings.tableUsers.filter(
      ({ owner, users }) => inside[owner] && users.some((user) => user !== owner && inside[user]),
    ).length,
    instability: meanInstability(ties, left, inside),
  };
}

/** How much has left. */
export function progressOf(holdings: Holdings, inside: readonly boolean[], cutCost: number): Progress {
  return {
    units: shareOut(holdings.units, inside),
    churn: shareOut(holdings.churn, inside),
    endpoints: shareOut(holdings.endpoints, inside),
    cutCost,
  };
}

function meanInstability(ties: Ties, left: readonly number[], inside: readonly boolean[]): number | null {
  const values = left.flatMap((context) => {
    const afferent = sumInside(ties.afferent, context, inside);
    const efferent = sumInside(ties.efferent, context, inside);
    return afferent + efferent > 0 ? [efferent / (afferent + efferent)] : [];
  });
  if (values.length === 0) return null;
  return rounded(values.reduce((total, value) => total + value, 0) / values.length);
}

function shareOut(values: readonly number[], inside: readonly boolean[]): number {
  const all = values.reduce((total, value) => total + value, 0);
  const out = values.reduce((total, value, context) => (inside[context] ? total : total + value), 0);
  return all > 0 ? rounded(out / all) : 0;
}

function tableUsersOf({ links, kernelLinks, acting, home, tables }: Landscape): Holdings["tableUsers"] {
  const accesses = [...links.of["table-access"], ...kernelLinks.of["table-access"]];
  const users = groupBy(accesses, ({ coupling }) => coupling.to);
  return [...tables.keys()].flatMap((table) => {
    const owner = home.get(table);
    if (owner === undefined) return [];
    const touching = (users.get(table) ?? []).flatMap(({ from }) => acting[from]!);
    return [{ owner, users: [...new Set(touching)] }];
  });
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

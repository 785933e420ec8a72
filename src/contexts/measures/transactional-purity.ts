import type { DependencyGraph } from "../../model/graph.ts";
import { endsOf } from "../positions.ts";

/**
 * Database transactional purity: how much every table belongs to one context. 1 = no table is shared; null where
 * no grouped unit accesses a table.
 *
 *     purity = mean over tables of (1 − h_t),   h_t = entropy of the contexts of t's accesses / ln(contexts that access t)
 *
 * A table with 3 accesses of one context and 1 of another: h = .811 → it adds .189.
 *
 * After Nitin et al., "CARGO", ASE 2022.
 */
export function transactionalPurity(graph: DependencyGraph, contextOf: Int32Array): number | null {
  const ends = endsOf(graph);
  const tables = new Map<string, Map<number, number>>();
  graph.couplings.forEach(({ to, kind, count }, at) => {
    const context = kind === "table-access" ? contextOf[ends.from[at]!] : -1;
    if (context === undefined || context < 0) return;
    const accesses = tables.get(to) ?? new Map<number, number>();
    tables.set(to, accesses.set(context, (accesses.get(context) ?? 0) + count));
  });
  if (tables.size === 0) return null;
  const purities = [...tables.values()].map((accesses) => 1 - spread([...accesses.values()]));
  return purities.reduce((sum, purity) => sum + purity, 0) / purities.length;
}

function spread(counts: readonly number[]): number {
  if (counts.length < 2) return 0;
  const all = counts.reduce((sum, count) => sum + count, 0);
  const entropy = counts.reduce((sum, count) => sum - (count / all) * Math.log(count / all), 0);
  return entropy / Math.log(counts.length);
}

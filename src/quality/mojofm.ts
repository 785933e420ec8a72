import type { Contingency } from "./contingency.ts";

/**
 * MoJoFM: how far a decomposition A is from a reference B, counted in moves of single things and joins of groups.
 *
 *     MoJoFM(A, B) = 100 · (1 − mno(A, B) / max mno(any, B))
 *     mno(A, B)    = N − Σ_i max_j |A_i ∩ B_j| + |A| − g
 *
 * g is the size of a maximum matching of A's groups with B's, each A allowed only where its overlap is largest.
 * max mno(any, B) = N − g_B, where g_B counts the groups 1, 2, 3 … that B's sizes, in ascending order, can fill.
 *
 * Example: A = {a b} {c d}, B = {a b c} {d}: one move (c) → 100 · (1 − 1/(4 − 2)) = 50.
 *
 * After Wen and Tzerpos, "An effectiveness measure for software clustering algorithms", IWPC 2004.
 */
export function mojoFm(overlap: Contingency): number {
  const worst = overlap.size - fillable(overlap.columns);
  if (worst === 0) return 100;
  return 100 * (1 - moves(overlap) / worst);
}

function moves({ size, rows, cells }: Contingency): number {
  const largest = new Array<number>(rows.length).fill(0);
  for (const [row, , count] of cells) largest[row] = Math.max(largest[row]!, count);
  const choices: number[][] = rows.map(() => []);
  for (const [row, column, count] of cells) if (count === largest[row]) choices[row]!.push(column);
  const kept = largest.reduce((sum, count) => sum + count, 0);
  return size - kept + rows.length - matchingSize(choices);
}

/** Maximum bipartite matching by augmenting paths (Kuhn 1955). */
function matchingSize(choices: readonly (readonly number[])[]): number {
  const takenBy = new Map<number, number>();
  const augment = (row: number, tried: Set<number>): boolean =>
    choices[row]!.some((column) => {
      if (tried.has(column)) return false;
      tried.add(column);
      const holder = takenBy.get(column);
      if (holder !== undefined && !augment(holder, tried)) return false;
      takenBy.set(column, row);
      return true;
    });
  return choices.filter((_, row) => augment(row, new Set())).length;
}

function fillable(sizes: readonly number[]): number {
  let groups = 0;
  for (const size of [...sizes].sort((left, right) => left - right)) if (size > groups) groups++;
  return groups;
}

import type { Contingency } from "./contingency.ts";

/**
 * AMI: information that two decompositions share, corrected for chance: 1 = the same, 0 = no better than chance.
 *
 *     AMI = (MI − E[MI]) / ((H(A) + H(B))/2 − E[MI])
 *
 * E[MI] is the mean over all decompositions of the same sizes (hypergeometric). When both are one single group, or both
 * all singletons, they are the same: 1. Example: {a b} {c d} against {a c} {b d}: MI 0, E[MI] .231, H .693 → −.5.
 *
 * After Vinh, Epps and Bailey, "Information theoretic measures for clusterings comparison", JMLR 2010.
 */
export function adjustedMutualInformation(overlap: Contingency): number {
  const { size, rows, columns, cells } = overlap;
  if (size === 0) return 1;
  if (rows.length === columns.length && (rows.length === 1 || rows.length === size)) return 1;
  const information = cells.reduce(
    (sum, [row, column, count]) =>
      sum + (count / size) * Math.log((size * count) / (rows[row]! * columns[column]!)),
    0,
  );
  const expected = expectedInformation(overlap);
  const most = (entropyOf(rows, size) + entropyOf(columns, size)) / 2;
  const room = most - expected;
  return Math.abs(room) < 1e-12 ? 0 : (information - expected) / room;
}

function entropyOf(sizes: readonly number[], total: number): number {
  return sizes.reduce((sum, count) => sum - (count / total) * Math.log(count / total), 0);
}

function expectedInformation({ size, rows, columns }: Contingency): number {
  const logFactorial = logFactorials(size);
  const countsOf = (sizes: readonly number[]): Map<number, number> => {
    const counts = new Map<number, number>();
    for (const value of sizes) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  let expected = 0;
  for (const [a, rowsOfSize] of countsOf(rows)) {
    for (const [b, columnsOfSize] of countsOf(columns)) {
      expected += rowsOfSize * columnsOfSize * expectedOfPair(a, b, size, logFactorial);
    }
  }
  return expected;
}

function expectedOfPair(a: number, b: number, size: number, logFactorial: Float64Array): number {
  let expected = 0;
  for (let shared = Math.max(1, a + b - size); shared <= Math.min(a, b); shared++) {
    const probability =
      logFactorial[a]! +
      logFactorial[b]! +
      logFactorial[size - a]! +
      logFactorial[size - b]! -
      logFactorial[size]! -
      logFactorial[shared]! -
      logFactorial[a - shared]! -
      logFactorial[b - shared]! -
      logFactorial[size - a - b + shared]!;
    expected += (shared / size) * Math.log((size * shared) / (a * b)) * Math.exp(probability);
  }
  return expected;
}

function logFactorials(size: number): Float64Array {
  const logs = new Float64Array(size + 1);
  for (let i = 2; i <= size; i++) logs[i] = logs[i - 1]! + Math.log(i);
  return logs;
}

import type { CouplingKind } from "../model/graph.ts";
import { isTableId, type NodeId } from "../model/ids.ts";
import type { Landscape } from "./landscape.ts";

/** A square table of numbers: row and column are indexes of contexts. */
export type Matrix = readonly (readonly number[])[];

/** How strongly contexts hang together, pair by pair, so that any residual is a sum over those still inside. */
export interface Ties {
  /** Couplings from row to column. */
  readonly crossings: Matrix;
  /** Strength in either direction; the diagonal is what stays inside. */
  readonly strength: Matrix;
  /** The same, each coupling divided by the number of distinct nodes that point at its target. */
  readonly damped: Matrix;
  /** Distinct units of the column that depend on the row. */
  readonly afferent: Matrix;
  /** Distinct units of the column that the row depends on. */
  readonly efferent: Matrix;
}

/** Kinds that say "needs": data and history tie without a direction of need. */
const NEEDS: ReadonlySet<CouplingKind> = new Set<CouplingKind>([
  "call",
  "construction",
  "injection",
  "inheritance",
  "type-reference",
  "import",
]);

export function tiesOf({ contexts, couplings, home }: Landscape): Ties {
  const size = contexts.length;
  const crossings = zeros(size);
  const strength = zeros(size);
  const damped = zeros(size);
  const afferent = zeros(size);
  const efferent = zeros(size);
  const popularity = pointersOf(couplings);
  const seen = new Set<string>();
  const once = (matrix: number[][], row: number, column: number, key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    add(matrix, row, column, 1);
  };
  for (const { kind, from, to, strength: amount } of couplings) {
    const left = home.get(from);
    const right = home.get(to);
    if (left === undefined || right === undefined) continue;
    addBoth(strength, left, right, amount);
    addBoth(damped, left, right, amount / (popularity.get(to) ?? 1));
    if (left === right) continue;
    add(crossings, left, right, 1);
    if (!NEEDS.has(kind) || isTableId(from) || isTableId(to)) continue;
    once(afferent, right, left, `a${right} ${from}`);
    once(efferent, left, right, `e${left} ${to}`);
  }
  return { crossings, strength, damped, afferent, efferent };
}

/** Sums a row over the columns that are still inside, its own left out. */
export function sumInside(matrix: Matrix, row: number, inside: readonly boolean[]): number {
  let sum = 0;
  matrix[row]?.forEach((value, column) => {
    if (column !== row && inside[column]) sum += value;
  });
  return sum;
}

function pointersOf(couplings: Landscape["couplings"]): Map<NodeId, number> {
  const pointers = new Map<NodeId, Set<NodeId>>();
  for (const { from, to } of couplings) {
    const known = pointers.get(to);
    if (known === undefined) pointers.set(to, new Set([from]));
    else known.add(from);
  }
  return new Map([...pointers].map(([node, from]) => [node, from.size]));
}

function zeros(size: number): number[][] {
  return Array.from({ length: size }, () => new Array<number>(size).fill(0));
}

function add(matrix: number[][], row: number, column: number, amount: number): void {
  const cells = matrix[row];
  if (cells !== undefined) cells[column] = (cells[column] ?? 0) + amount;
}

function addBoth(matrix: number[][], left: number, right: number, amount: number): void {
  add(matrix, left, right, amount);
  if (left !== right) add(matrix, right, left, amount);
}

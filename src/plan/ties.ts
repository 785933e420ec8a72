import type { CouplingKind } from "../model/graph.ts";
import { isTableId } from "../model/ids.ts";
import type { Landscape } from "./landscape.ts";
import type { Link } from "./links.ts";

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

export function tiesOf({ contexts, links, homes }: Landscape): Ties {
  const size = contexts.length;
  const crossings = zeros(size);
  const strength = zeros(size);
  const damped = zeros(size);
  const afferent = zeros(size);
  const efferent = zeros(size);
  const popularity = pointersOf(links.all, homes.length);
  const leans = new Uint8Array(homes.length * size);
  const leantOn = new Uint8Array(homes.length * size);
  for (const { coupling, from, to } of links.all) {
    const left = homes[from]!;
    const right = homes[to]!;
    addBoth(strength, left, right, coupling.strength);
    addBoth(damped, left, right, coupling.strength / popularity[to]!);
    if (left === right) continue;
    add(crossings, left, right, 1);
    if (!NEEDS.has(coupling.kind) || isTableId(coupling.from) || isTableId(coupling.to)) continue;
    if (isFirst(leans, from * size + right)) add(afferent, right, left, 1);
    if (isFirst(leantOn, to * size + left)) add(efferent, left, right, 1);
  }
  return { crossings, strength, damped, afferent, efferent };
}

/** Sums a row over the columns that are still inside, its own left out. */
export function sumInside(matrix: Matrix, row: number, inside: readonly boolean[]): number {
  const values = matrix[row] ?? [];
  let sum = 0;
  for (const column of filledColumns(values)) if (column !== row && inside[column]) sum += values[column]!;
  return sum;
}

const filled = new WeakMap<readonly number[], readonly number[]>();

/** Most contexts hang together with few others: where there are hundreds, nearly all of a finished row is zeroes. */
function filledColumns(values: readonly number[]): readonly number[] {
  let columns = filled.get(values);
  if (columns === undefined) {
    columns = values.flatMap((value, column) => (value === 0 ? [] : [column]));
    filled.set(values, columns);
  }
  return columns;
}

/** How many distinct nodes point at each node. All links from a node stand together. */
function pointersOf(links: readonly Link[], nodes: number): Int32Array {
  const pointers = new Int32Array(nodes);
  const last = new Int32Array(nodes).fill(-1);
  for (const { from, to } of links) {
    if (last[to] !== from) pointers[to]! += 1;
    last[to] = from;
  }
  return pointers;
}

/** Was it not seen yet? Now it is. */
function isFirst(seen: Uint8Array, key: number): boolean {
  const known = seen[key] === 1;
  seen[key] = 1;
  return !known;
}

function zeros(size: number): number[][] {
  return Array.from({ length: size }, () => new Array<number>(size).fill(0));
}

function add(matrix: number[][], row: number, column: number, amount: number): void {
  matrix[row]![column]! += amount;
}

function addBoth(matrix: number[][], left: number, right: number, amount: number): void {
  add(matrix, left, right, amount);
  if (left !== right) add(matrix, right, left, amount);
}

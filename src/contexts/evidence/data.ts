import type { CouplingKind } from "../../model/graph.ts";
import type { Settings } from "../../model/settings.ts";
import { forEachCoupling, type PieceCouplings, type PieceFeatures } from "../grouping-input.ts";
import { Pairs } from "../network.ts";

/** A mapping counts as so many accesses; a write more than a read; a join less than a key. */
const MAPPING = 2;
const WRITING = 1.5;
const JOINING = 0.5;
/** Even a table that everybody touches says a little. */
const LEAST_SPECIAL = 0.05;

/**
 * Affinity of data. A table that n pieces touch binds each of them by its accesses and by how special it is; the piece
 * that maps it binds most, a writer more than a reader.
 *
 *     T_it = (ln(1 + accesses) + 2 if i maps t) · max(.05, ln(N / n) / ln N) / n
 *
 * Tables bind tables by foreign keys, 1/√(keys into the referenced table), and by joins, half of that.
 */
export function data(
  couplings: PieceCouplings,
  pieces: readonly PieceFeatures[],
  weights: Settings["weights"],
): Pairs {
  const pairs = touches(couplings, pieces, weights);
  tieTables(couplings, pairs, weights);
  return pairs;
}

function touches(
  couplings: PieceCouplings,
  pieces: readonly PieceFeatures[],
  weights: Settings["weights"],
): Pairs {
  const size = pieces.length;
  const touching = new Pairs(size);
  forEachCoupling(couplings, (from, to, kind, count, writes) => {
    touching.add(from, to, touchOf(pieces[from]!, kind, count, writes) * (weights[kind] ?? 1));
  });
  const isTable = (piece: number): boolean => pieces[piece]!.kind === "table";
  const accessors = new Float64Array(size);
  touching.forEach((left, right) => {
    accessors[isTable(right) ? right : left]!++;
  });
  const pairs = new Pairs(size);
  touching.forEach((left, right, strength) => {
    const n = accessors[isTable(right) ? right : left]!;
    const special = Math.max(LEAST_SPECIAL, Math.log(size / n) / Math.log(Math.max(size, 2)));
    pairs.add(left, right, (strength * special) / n);
  });
  return pairs;
}

function touchOf(from: PieceFeatures, kind: CouplingKind, count: number, writes: number): number {
  if (kind === "table-mapping") return MAPPING;
  if (from.kind === "table" || (kind !== "table-access" && kind !== "transaction")) return 0;
  return Math.log1p(count) * (writes > 0 ? WRITING : 1);
}

function tieTables(couplings: PieceCouplings, pairs: Pairs, weights: Settings["weights"]): void {
  const keysInto = new Float64Array(pairs.size);
  forEachCoupling(couplings, (_, to, kind) => {
    if (kind === "foreign-key") keysInto[to]!++;
  });
  forEachCoupling(couplings, (from, to, kind, count) => {
    const weight = weights[kind] ?? 1;
    if (kind === "foreign-key") pairs.add(from, to, weight / Math.sqrt(keysInto[to]!));
    if (kind === "join") {
      const known = Math.sqrt(1 + keysInto[from]! + keysInto[to]!);
      pairs.add(from, to, (weight * JOINING * Math.log1p(count)) / known);
    }
  });
}

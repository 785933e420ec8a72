import type { DependencyGraph } from "../../model/graph.ts";
import type { Settings } from "../../model/settings.ts";
import { Pairs } from "../network.ts";
import type { Pieces } from "../pieces.ts";

/**
 * Affinity of data. A table that n pieces touch binds each of them by its accesses and by how special it is; the piece
 * that maps it binds most, a writer more than a reader.
 *
 *     T_it = (ln(1 + accesses) + 2 if i maps t) · max(.05, ln(N / n) / ln N) / n
 *
 * Tables bind tables by foreign keys, 1/√(keys into the referenced table), and by joins and transactions, half of that.
 */
export function data(graph: DependencyGraph, pieces: Pieces, weights: Settings["weights"]): Pairs {
  const positions = new Map(graph.nodes.map((node, position) => [node.id as string, position]));
  const pieceOf = (id: string): number => pieces.ofNode[positions.get(id) ?? -1] ?? -1;
  const size = pieces.list.length;
  const touching = new Pairs(size);
  const between = new Pairs(size);
  const keysInto = new Float64Array(size);
  for (const { to, kind } of graph.couplings) {
    const target = pieceOf(to);
    if (kind === "foreign-key" && target >= 0) keysInto[target]!++;
  }
  for (const { from, to, kind, count, evidence } of graph.couplings) {
    const weight = weights[kind] ?? 1;
    const left = pieceOf(from);
    const right = pieceOf(to);
    if (left < 0 || right < 0) continue;
    if (kind === "table-mapping") touching.add(left, right, 2 * weight);
    if (kind === "table-access" || (kind === "transaction" && pieces.list[left]!.kind === "code")) {
      const writes = evidence.some((seen) => "access" in seen && seen.access === "write");
      touching.add(left, right, weight * Math.log1p(count) * (writes ? 1.5 : 1));
    }
    if (kind === "foreign-key") between.add(left, right, weight / Math.sqrt(keysInto[right]!));
    if (kind === "join") {
      const known = Math.sqrt(1 + keysInto[right]! + keysInto[left]!);
      between.add(left, right, (weight * 0.5 * Math.log1p(count)) / known);
    }
  }
  const accessors = new Float64Array(size);
  const isTable = (piece: number): boolean => pieces.list[piece]!.kind === "table";
  touching.forEach((left, right) => {
    accessors[isTable(right) ? right : left]!++;
  });
  const pairs = new Pairs(size);
  touching.forEach((left, right, strength) => {
    const n = accessors[isTable(right) ? right : left]!;
    const special = Math.max(0.05, Math.log(size / n) / Math.log(Math.max(size, 2)));
    pairs.add(left, right, (strength * special) / n);
  });
  between.forEach((left, right, strength) => {
    pairs.add(left, right, strength);
  });
  return pairs;
}

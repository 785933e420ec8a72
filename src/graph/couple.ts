import { COUPLING_KINDS, type Coupling, type SourceEvidence } from "../model/graph.ts";
import { byCodeUnit, type NodeId } from "../model/ids.ts";
import type { Tie } from "./ties-of.ts";

/** More sightings than this are counted but not listed: nobody reads them, and the result stays small. */
export const EVIDENCE_LISTED = 200;

/**
 * Sums up ties to couplings: one per kind and ordered pair of nodes, with strength n / (n + 1) for n sightings
 * (1 → 0.5, 3 → 0.75, 9 → 0.9: the first sightings say most). The same line of source counts once. `ids` are all
 * nodes, sorted; the couplings come sorted by from, to and kind.
 */
export function couple(ties: readonly Tie[], ids: readonly NodeId[]): Coupling[] {
  const keys = keysOf(ties, ids);
  const byKind = inOrder(keys.kind, COUPLING_KINDS.length, null);
  const order = inOrder(keys.from, ids.length, inOrder(keys.to, ids.length, byKind));
  const isSame = (left: number, right: number): boolean =>
    keys.from[left] === keys.from[right] &&
    keys.to[left] === keys.to[right] &&
    keys.kind[left] === keys.kind[right];
  const couplings: Coupling[] = [];
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && isSame(order[start]!, order[end]!)) end++;
    couplings.push(coupling(ties, order.subarray(start, end)));
  }
  return couplings;
}

/** What ties are sorted by, as numbers. */
interface Keys {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly kind: Int32Array;
}

function keysOf(ties: readonly Tie[], ids: readonly NodeId[]): Keys {
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const from = new Int32Array(ties.length);
  const to = new Int32Array(ties.length);
  const kind = new Int32Array(ties.length);
  ties.forEach((tie, at) => {
    from[at] = numbers.get(tie.from)!;
    to[at] = numbers.get(tie.to)!;
    kind[at] = KIND_ORDER.get(tie.kind)!;
  });
  return { from, to, kind };
}

/** Places by ascending key (a counting sort); equal keys stay as they were before. */
function inOrder(keys: Int32Array, largest: number, before: Uint32Array | null): Uint32Array {
  const starts = new Uint32Array(largest + 1);
  for (let at = 0; at < keys.length; at++) starts[keys[at]! + 1]!++;
  for (let key = 0; key < largest; key++) starts[key + 1]! += starts[key]!;
  const order = new Uint32Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const place = before === null ? at : before[at]!;
    order[starts[keys[place]!]!++] = place;
  }
  return order;
}

/** Couplings are sorted by from, to and kind (in the order of `COUPLING_KINDS`). */
export function byNodesAndKind(left: Coupling, right: Coupling): number {
  return (
    byCodeUnit(left.from, right.from) ||
    byCodeUnit(left.to, right.to) ||
    KIND_ORDER.get(left.kind)! - KIND_ORDER.get(right.kind)!
  );
}

const KIND_ORDER = new Map(COUPLING_KINDS.map((kind, order) => [kind, order]));

function coupling(ties: readonly Tie[], sightings: Uint32Array): Coupling {
  const { from, to, kind, evidence } = ties[sightings[0]!]!;
  if (sightings.length === 1) return { from, to, kind, strength: 0.5, count: 1, evidence: [evidence] };
  const sorted = Array.from(sightings, (at) => ties[at]!.evidence).sort(byPlace);
  const distinct = sorted.filter((one, at) => at === 0 || byPlace(sorted[at - 1]!, one) !== 0);
  const count = distinct.length;
  return {
    from,
    to,
    kind,
    strength: count / (count + 1),
    count,
    evidence: distinct.slice(0, EVIDENCE_LISTED),
  };
}

/** By file and line; the rest decides only between sightings of one line. */
function byPlace(left: SourceEvidence, right: SourceEvidence): number {
  if (left === right) return 0;
  return byCodeUnit(left.file, right.file) || left.line - right.line || byDetails(left, right);
}

function byDetails(left: SourceEvidence, right: SourceEvidence): number {
  for (const detail of DETAILS) {
    const order = byCodeUnit(spell(left[detail]), spell(right[detail]));
    if (order !== 0) return order;
  }
  return 0;
}

const DETAILS = [
  ...(["method", "fromMethod", "how", "answer", "inLoop", "access", "reading", "source", "form"] as const),
  ...(["columns", "path", "statement"] as const),
];

function spell(detail: SourceEvidence[(typeof DETAILS)[number]]): string {
  return typeof detail === "string" ? detail : detail === undefined ? "" : JSON.stringify(detail);
}

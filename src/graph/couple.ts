import { COUPLING_KINDS, type Coupling, type CouplingKind, type SourceEvidence } from "../model/graph.ts";
import { byCodeUnit, type NodeId } from "../model/ids.ts";
import type { Tie } from "./ties-of.ts";

/** More sightings than this are counted but not listed: nobody reads them, and the result stays small. */
export const EVIDENCE_LISTED = 200;

/**
 * Sums up ties to couplings: one per kind and ordered pair of nodes, with strength n / (n + 1) for n sightings
 * (1 → 0.5, 3 → 0.75, 9 → 0.9: the first sightings say most). The same line of source counts once.
 */
export function couple(ties: Iterable<Tie>): Coupling[] {
  const kinds = new Map<CouplingKind, Map<NodeId, Map<NodeId, SourceEvidence[]>>>();
  for (const { kind, from, to, evidence } of ties) {
    const targets = entry(entry(kinds, kind), from);
    const list = targets.get(to);
    if (list === undefined) targets.set(to, [evidence]);
    else list.push(evidence);
  }
  const couplings: Coupling[] = [];
  for (const [kind, sources] of kinds) {
    for (const [from, targets] of sources) {
      for (const [to, evidence] of targets) couplings.push(coupling(kind, from, to, evidence));
    }
  }
  return couplings;
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

function coupling(kind: CouplingKind, from: NodeId, to: NodeId, sightings: SourceEvidence[]): Coupling {
  const distinct = sightings
    .sort(byPlace)
    .filter((one, at) => at === 0 || byPlace(sightings[at - 1]!, one) !== 0);
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
  return byCodeUnit(left.file, right.file) || left.line - right.line || byCodeUnit(rest(left), rest(right));
}

function rest(evidence: SourceEvidence): string {
  const { method, fromMethod, how, answer, inLoop, access, columns, reading, source, statement, form, path } =
    evidence;
  return JSON.stringify([
    ...[method, fromMethod, how, answer, inLoop, access, columns],
    ...[reading, source, statement, form, path],
  ]);
}

function entry<Key, Inner, Value>(map: Map<Key, Map<Inner, Value>>, key: Key): Map<Inner, Value> {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = new Map<Inner, Value>();
  map.set(key, made);
  return made;
}

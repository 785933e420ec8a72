import type { Grouping } from "../model/context.ts";
import type { Decisions } from "../model/decision.ts";
import type { Endpoint } from "../model/fact.ts";
import type { Coupling, DependencyGraph } from "../model/graph.ts";
import { byCodeUnit, type NodeId } from "../model/ids.ts";
import type { Settings } from "../model/settings.ts";
import { DEFAULT_EVIDENCE, type EvidenceWeights } from "./affinity.ts";
import { arrange } from "./arrange.ts";
import type { Arrangement } from "./arrangement.ts";
import { applyDecisions } from "./decisions/apply-decisions.ts";
import { pieceHintsOf } from "./decisions/piece-hints.ts";
import { piecesOf } from "./pieces.ts";
import { tellGrouping } from "./tell-grouping.ts";

export interface GroupingOptions {
  /** What each kind of evidence may say; for ablations. */
  readonly evidence?: EvidenceWeights;
  /** Endpoints, to be counted per context: the graph does not know them. */
  readonly endpoints?: readonly Endpoint[];
}

/** Groups a graph into candidate bounded contexts on three levels: the same graph, settings and decisions, the same bytes. */
export function groupContexts(
  graph: DependencyGraph,
  settings: Settings,
  decisions: Decisions = [],
  options: GroupingOptions = {},
): Grouping {
  const arrangement = applyDecisions(arranged(graph, settings, decisions, options.evidence), decisions);
  return tellGrouping(arrangement, settings, countEndpoints(options.endpoints ?? []));
}

/** What was found last for a graph: while people try decisions on it, only what they changed is done again. */
const found = new WeakMap<DependencyGraph, { readonly key: string; readonly arrangement: Arrangement }>();

function arranged(
  graph: DependencyGraph,
  settings: Settings,
  decisions: Decisions,
  evidence: EvidenceWeights = DEFAULT_EVIDENCE,
): Arrangement {
  const ordered = sorted(graph);
  const hints = pieceHintsOf(ordered, decisions);
  const pieces = piecesOf(ordered, hints);
  const { contexts, seed, folders, weights } = settings;
  const parts = pieces.list.map(({ nodes }) => nodes);
  const key = JSON.stringify([contexts, seed, folders, weights, evidence, parts, hints.together]);
  const known = found.get(graph);
  if (known?.key === key) return known.arrangement;
  const arrangement = arrange(ordered, settings, evidence, pieces, hints.together);
  found.set(graph, { key, arrangement });
  return arrangement;
}

const inOrder = new WeakMap<DependencyGraph, DependencyGraph>();

/** Everything below relies on this order, so it does not rely on the caller. */
function sorted(graph: DependencyGraph): DependencyGraph {
  const known = inOrder.get(graph);
  if (known) return known;
  const nodes = [...graph.nodes].sort((left, right) => byCodeUnit(left.id, right.id));
  const couplings = [...graph.couplings].sort(byEndsAndKind);
  inOrder.set(graph, { ...graph, nodes, couplings });
  return inOrder.get(graph)!;
}

function byEndsAndKind(left: Coupling, right: Coupling): number {
  if (left.from !== right.from) return byCodeUnit(left.from, right.from);
  if (left.to !== right.to) return byCodeUnit(left.to, right.to);
  return byCodeUnit(left.kind, right.kind);
}

function countEndpoints(endpoints: readonly Endpoint[]): Map<NodeId, number> {
  const counts = new Map<NodeId, number>();
  for (const { unit } of endpoints) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return counts;
}

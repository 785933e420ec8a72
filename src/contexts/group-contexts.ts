import type { Grouping } from "../model/context.ts";
import type { Decisions } from "../model/decision.ts";
import type { Endpoint } from "../model/fact.ts";
import type { Coupling, DependencyGraph } from "../model/graph.ts";
import { byCodeUnit, type NodeId } from "../model/ids.ts";
import type { Settings } from "../model/settings.ts";
import { DEFAULT_EVIDENCE, type EvidenceWeights } from "./affinity.ts";
import { type Arrangement, arrange } from "./arrange.ts";
import { applyDecisions } from "./decisions/apply-decisions.ts";
import { pieceHintsOf } from "./decisions/piece-hints.ts";
import { type Draft, draftOf } from "./draft.ts";
import { type GroupingInput, groupingInputOf } from "./grouping-input.ts";
import { piecesOf } from "./pieces.ts";
import { remembered } from "./remembered.ts";
import { tellGrouping } from "./tell-grouping.ts";

export interface GroupingOptions {
  /** What each kind of evidence may say; for ablations. */
  readonly evidence?: EvidenceWeights;
  /** Endpoints, to be counted per context: the graph does not know them. */
  readonly endpoints?: readonly Endpoint[];
  /** Arranges, or knows what came of the same input before. */
  readonly arrange?: (input: GroupingInput) => Arrangement;
  /** Will the graph never be grouped again? Then nothing is held for that. */
  readonly isLast?: boolean;
}

/** Groups a graph into candidate bounded contexts on three levels: the same graph, settings and decisions, the same bytes. */
export function groupContexts(
  graph: DependencyGraph,
  settings: Settings,
  decisions: Decisions = [],
  options: GroupingOptions = {},
): Grouping {
  const draft = applyDecisions(drafted(graph, settings, decisions, options), decisions);
  return tellGrouping(draft, settings, countEndpoints(options.endpoints ?? []));
}

/** What was found last for a graph: while people try decisions on it, only what they changed is done again. */
const found = new WeakMap<DependencyGraph, { readonly key: string; readonly draft: Draft }>();

function drafted(
  graph: DependencyGraph,
  settings: Settings,
  decisions: Decisions,
  { evidence = DEFAULT_EVIDENCE, arrange: arranged = arrange, isLast = false }: GroupingOptions,
): Draft {
  const ordered = sorted(graph);
  const hints = pieceHintsOf(ordered, decisions);
  const pieces = piecesOf(ordered, hints);
  const { contexts, seed, folders, weights } = settings;
  const parts = pieces.list.map(({ nodes }) => nodes);
  const key = JSON.stringify([contexts, seed, folders, weights, evidence, parts, hints.together]);
  const known = found.get(graph);
  if (known?.key === key) return known.draft;
  const input = groupingInputOf(ordered, pieces, settings, evidence, hints.together);
  const draft = draftOf(ordered, pieces, input, arranged(input));
  if (!isLast) found.set(graph, { key, draft });
  return draft;
}

/** Everything below relies on this order, so it does not rely on the caller. */
const sorted = remembered((graph: DependencyGraph): DependencyGraph => {
  const nodes = [...graph.nodes].sort((left, right) => byCodeUnit(left.id, right.id));
  const couplings = [...graph.couplings].sort(byEndsAndKind);
  return { ...graph, nodes, couplings };
});

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

import type { AmbiguousWord, Meaning } from "../model/context.ts";
import type { DependencyGraph, Evidence } from "../model/graph.ts";
import { byCodeUnit, type ContextId } from "../model/ids.ts";
import { endsOf } from "./positions.ts";

/** A context that uses fewer members than this says little about what it means by the word. */
const FEWEST_USES = 2;
/** Below this, the contexts mean the same. */
const LEAST_SEPARATION = 0.6;

/**
 * Finds words with several meanings: units and tables that contexts use for different methods or columns.
 *
 *     separation = 1 − mean over pairs of contexts of |A ∩ B| / min(|A|, |B|)
 *
 * Orders use `price` and `stock` of Product, the catalogue uses `title` and `images`: separation 1, a proposal to split.
 */
export function ambiguousWords(
  graph: DependencyGraph,
  contextOf: (position: number) => ContextId | null,
): AmbiguousWord[] {
  const words: AmbiguousWord[] = [];
  for (const [position, byContext] of usesOf(graph, contextOf)) {
    const node = graph.nodes[position]!;
    const meanings = [...byContext].filter(([, members]) => members.size >= FEWEST_USES);
    // The functions of a module are no word: nobody takes them for one thing.
    if (meanings.length < 2 || (node.kind === "unit" && node.form === "module")) continue;
    const separation = separationOf(meanings.map(([, members]) => members));
    if (separation >= LEAST_SEPARATION)
      words.push({ node: node.id, separation, meanings: meanings.map(meaningOf).sort(byContextId) });
  }
  return words.sort((left, right) => right.separation - left.separation || byCodeUnit(left.node, right.node));
}

type Uses = Map<number, Map<ContextId, Set<string>>>;

/** Which methods or columns each context uses of each node. */
function usesOf(graph: DependencyGraph, contextOf: (position: number) => ContextId | null): Uses {
  const ends = endsOf(graph);
  const uses: Uses = new Map();
  graph.couplings.forEach(({ kind, evidence }, at) => {
    if (kind !== "call" && kind !== "table-access") return;
    const target = ends.to[at]!;
    const context = contextOf(ends.from[at]!);
    if (target < 0 || context === null) return;
    const meanings = uses.get(target) ?? new Map<ContextId, Set<string>>();
    const members = meanings.get(context) ?? new Set<string>();
    uses.set(target, meanings.set(context, members));
    for (const seen of evidence) for (const member of membersOf(seen, kind)) members.add(member);
  });
  return uses;
}

function meaningOf([context, members]: readonly [ContextId, ReadonlySet<string>]): Meaning {
  return { context, uses: [...members].sort(byCodeUnit) };
}

function byContextId(left: Meaning, right: Meaning): number {
  return byCodeUnit(left.context, right.context);
}

function membersOf(seen: Evidence, kind: "call" | "table-access"): readonly string[] {
  if (!("file" in seen)) return [];
  if (kind === "table-access") return seen.columns ?? [];
  return seen.method ? [seen.method] : [];
}

function separationOf(sets: readonly ReadonlySet<string>[]): number {
  let overlap = 0;
  let pairs = 0;
  sets.forEach((left, at) => {
    for (const right of sets.slice(at + 1)) {
      const shared = [...left].filter((member) => right.has(member)).length;
      overlap += shared / Math.min(left.size, right.size);
      pairs++;
    }
  });
  return 1 - overlap / pairs;
}

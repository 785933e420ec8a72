import type { AmbiguousWord } from "../model/context.ts";
import type { DependencyGraph, Evidence } from "../model/graph.ts";
import { byCodeUnit, type ContextId } from "../model/ids.ts";

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
  const positions = new Map(graph.nodes.map((node, position) => [node.id as string, position]));
  const uses = new Map<number, Map<ContextId, Set<string>>>();
  for (const { from, to, kind, evidence } of graph.couplings) {
    if (kind !== "call" && kind !== "table-access") continue;
    const target = positions.get(to);
    const source = positions.get(from);
    const context = source === undefined ? null : contextOf(source);
    if (target === undefined || context === null) continue;
    const meanings = uses.get(target) ?? new Map<ContextId, Set<string>>();
    uses.set(target, meanings);
    const members = meanings.get(context) ?? new Set<string>();
    meanings.set(context, members);
    for (const seen of evidence) for (const member of membersOf(seen, kind)) members.add(member);
  }
  const words: AmbiguousWord[] = [];
  for (const [position, byContext] of uses) {
    const node = graph.nodes[position]!;
    if (node.kind === "unit" && node.form === "module") continue;
    const meanings = [...byContext].filter(([, members]) => members.size >= FEWEST_USES);
    if (meanings.length < 2) continue;
    const separation = separationOf(meanings.map(([, members]) => members));
    if (separation < LEAST_SEPARATION) continue;
    words.push({
      node: node.id,
      separation,
      meanings: meanings
        .map(([context, members]) => ({ context, uses: [...members].sort(byCodeUnit) }))
        .sort((left, right) => byCodeUnit(left.context, right.context)),
    });
  }
  return words.sort((left, right) => right.separation - left.separation || byCodeUnit(left.node, right.node));
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

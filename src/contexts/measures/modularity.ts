import type { Linked } from "./links.ts";

/**
 * Q: the share of links inside contexts, less the share that would be there if the same units linked at random.
 *
 *     Q = Σ_k (μ_k / L − (d_k / 2L)²),   d_k = ends of links at units of k, L = all links
 *
 * Two triangles joined by one link, apart: 2 · (3/7 − (7/14)²) = .357.
 *
 * After Newman, "Modularity and community structure in networks", PNAS 2006.
 */
export function modularity({ links, contextOf, sizes }: Linked): number {
  if (links.length === 0) return 0;
  const inside = sizes.map(() => 0);
  const ends = sizes.map(() => 0);
  for (const { left, right } of links) {
    ends[contextOf[left]!]!++;
    ends[contextOf[right]!]!++;
    if (contextOf[left] === contextOf[right]) inside[contextOf[left]!]!++;
  }
  const all = links.length;
  return inside.reduce((sum, links, k) => sum + links / all - (ends[k]! / (2 * all)) ** 2, 0);
}

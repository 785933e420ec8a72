import { countLinks, type Linked } from "./links.ts";

/**
 * SM: how densely contexts are linked inside, less how densely they are linked with one another. Higher is better.
 *
 *     SM = (1/K) Σ_k μ_k / m_k² − (1/(K(K−1)/2)) Σ_{i<j} σ_ij / (2 m_i m_j)
 *
 * m = units of a context, μ = linked pairs inside, σ = linked pairs over a border. Two contexts of two units, each pair
 * linked inside, one link between: (1/4 + 1/4)/2 − 1/8 = .125.
 *
 * After Jin et al., "FoSCI", TSE 2019, as in Kalia et al., ESEC/FSE 2021. Their published code doubles the second term;
 * we follow the paper.
 */
export function structuralModularity(linked: Linked): number {
  const { inside, borders } = countLinks(linked);
  const filled = linked.sizes.filter((size) => size > 0).length;
  if (filled === 0) return 0;
  const cohesion = inside.reduce(
    (sum, links, k) => sum + (links === 0 ? 0 : links / linked.sizes[k]! ** 2),
    0,
  );
  let coupling = 0;
  for (const { left, right, links } of borders) {
    coupling += links / (2 * linked.sizes[left]! * linked.sizes[right]!);
  }
  const possible = (filled * (filled - 1)) / 2;
  return cohesion / filled - (possible === 0 ? 0 : coupling / possible);
}

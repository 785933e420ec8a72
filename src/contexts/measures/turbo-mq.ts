import { countLinks, type Linked } from "./links.ts";

/**
 * TurboMQ: every context adds how much of its linking stays inside. Between 0 and K; higher is better.
 *
 *     TurboMQ = Σ_k 2μ_k / (2μ_k + ε_k)
 *
 * μ = linked pairs inside, ε = linked pairs over its border. A context with 3 inside and 2 over its border adds 6/8.
 *
 * After Mitchell and Mancoridis, "On the automatic modularization of software systems", TSE 2006.
 */
export function turboMq(linked: Linked): number {
  const { inside, borders } = countLinks(linked);
  const leaving = inside.map(() => 0);
  for (const { left, right, links } of borders) {
    leaving[left]! += links;
    leaving[right]! += links;
  }
  return inside.reduce(
    (sum, links, k) => sum + (links === 0 ? 0 : (2 * links) / (2 * links + leaving[k]!)),
    0,
  );
}

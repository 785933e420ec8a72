/**
 * The guard beside every score: how degenerate a decomposition is. A single context that holds nearly everything scores
 * best on coupling and on purity, so no measure is shown without these.
 *
 *     largest share = max_k m_k / N,   singletons = contexts of one unit
 *     NED = 1 − Σ_{k: 5 ≤ m_k ≤ 20} m_k / N       (non-extreme distribution; lower is better)
 *
 * Sizes 10, 5, 1 → largest share 10/16, one singleton, NED 1 − 15/16.
 *
 * NED after Kalia et al., "Mono2Micro", ESEC/FSE 2021.
 */
export function degeneracy(sizes: readonly number[]): {
  readonly largestShare: number;
  readonly singletons: number;
  readonly nonExtremeDistribution: number;
} {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const sound = sizes.filter((size) => size >= 5 && size <= 20).reduce((sum, size) => sum + size, 0);
  return {
    largestShare: all === 0 ? 0 : Math.max(...sizes) / all,
    singletons: sizes.filter((size) => size === 1).length,
    nonExtremeDistribution: all === 0 ? 0 : 1 - sound / all,
  };
}

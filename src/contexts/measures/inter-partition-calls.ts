import type { Linked } from "./links.ts";

/**
 * ICP: the share of calls that cross a border. Lower is better.
 *
 *     ICP = Σ_{pairs over a border} (ln v + 1) / Σ_{all pairs} (ln v + 1),   v = call sites of a pair
 *
 * One pair inside with 1 call site, one over a border with e ≈ 3: (ln e + 1) / (1 + ln e + 1) = 2/3.
 *
 * After Kalia et al., ESEC/FSE 2021 (ASE 2022 uses v itself: another number).
 */
export function interPartitionCalls({ links, contextOf }: Linked): number {
  let over = 0;
  let all = 0;
  for (const { left, right, calls } of links) {
    if (calls === 0) continue;
    const weight = Math.log(calls) + 1;
    all += weight;
    if (contextOf[left] !== contextOf[right]) over += weight;
  }
  return all === 0 ? 0 : over / all;
}

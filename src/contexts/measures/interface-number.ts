import type { Linked } from "./links.ts";

/**
 * IFN: linked unit pairs over borders per context. Lower is better.
 *
 *     IFN = linked pairs over borders / K
 *
 * Three pairs over the borders of two contexts → 1.5.
 *
 * After Kalia et al., ESEC/FSE 2021.
 */
export function interfaceNumber({ links, contextOf, sizes }: Linked): number {
  const over = links.filter(({ left, right }) => contextOf[left] !== contextOf[right]).length;
  const filled = sizes.filter((size) => size > 0).length;
  return filled === 0 ? 0 : over / filled;
}

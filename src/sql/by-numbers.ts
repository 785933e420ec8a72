import { byCodeUnit } from "../model/ids.ts";

/** Compares names the way migration tools do: runs of digits as numbers, the rest by code unit. */
export function byNumbers(left: string, right: string): number {
  const [a, b] = [left.match(/\d+|\D+/g) ?? [], right.match(/\d+|\D+/g) ?? []];
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const order = compareParts(a[index] as string, b[index] as string);
    if (order !== 0) return order;
  }
  return a.length - b.length || byCodeUnit(left, right);
}

function compareParts(left: string, right: string): number {
  if (!/^\d/.test(left) || !/^\d/.test(right)) return byCodeUnit(left, right);
  const [a, b] = [left.replace(/^0+/, ""), right.replace(/^0+/, "")];
  return a.length - b.length || byCodeUnit(a, b);
}

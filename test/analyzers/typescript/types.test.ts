import { expect, test } from "vitest";
import { callsOf, link } from "./link.ts";

test("types that compute with types end, and cost the rest nothing", () => {
  const files = {
    "src/deep.ts": [
      "export type Deep<T> = T extends object ? Deep<Partial<T>> | Deep<Required<T>> | Deep<Readonly<T>> : T;",
      "export declare function deep<T>(value: T): Deep<Deep<T>>;",
    ].join("\n"),
    "src/shop.ts": "export class Shop { sell() {} }",
    "src/till.ts": [
      'import { deep } from "./deep";',
      'import { Shop } from "./shop";',
      "export function close(shop: Shop) {",
      ...Array.from({ length: 200 }, () => "  deep(shop).sell();"),
      "  shop.sell();",
      "}",
    ].join("\n"),
  };
  expect(callsOf(link(files)).at(-1)).toBe("src/till.ts:204 → src/shop.ts#Shop.sell");
}, 20_000);

test("a class that is its own parent, and an alias of itself, end", () => {
  const files = {
    "src/shop.ts": [
      "export type Round = Round;",
      "export class Shop extends Shop { sell() { return this.lend(); } }",
      "export interface Odd extends Odd { open(): Odd }",
      "export const open = (odd: Odd, round: Round) => odd.open().open() ?? round.open();",
    ].join("\n"),
  };
  expect(callsOf(link(files))).toEqual([
    "src/shop.ts:4 → src/shop.ts#Odd.open",
    "src/shop.ts:4 → src/shop.ts#Odd.open",
  ]);
});

test("barrels in circles end, and still pass on what they have", () => {
  const files = {
    "src/a.ts":
      'export * from "./b"; export { sell as b } from "./b"; import { round } from "./b"; export { round };',
    "src/b.ts":
      'export * from "./a"; export * from "./shop"; export { b as sell } from "./a"; import { round } from "./a"; export { round };',
    "src/shop.ts": "export function lend() {}",
    "src/till.ts": 'import { lend, sell, round } from "./a";\nlend();\nsell();\nround();',
  };
  expect(callsOf(link(files))).toEqual(["src/till.ts:2 → src/shop.ts.lend"]);
});

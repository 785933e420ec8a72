import { beforeAll, expect, test } from "vitest";
import { findPath } from "../../src/explorer/world/find-path.ts";
import { fuzzyScore } from "../../src/explorer/world/fuzzy.ts";
import { findEntries } from "../../src/explorer/world/search.ts";
import { type World, worldOf } from "../../src/explorer/world/world.ts";
import type { NodeId } from "../../src/model/ids.ts";
import { analyzeShop } from "./shop.ts";

let world: World;

beforeAll(async () => {
  world = worldOf(await analyzeShop());
});

test("letters in their order are found, at the beginning of words before anywhere else", () => {
  expect(fuzzyScore("OrdersService", "os")).toBeGreaterThan(fuzzyScore("Hosts", "ots"));
  expect(fuzzyScore("OrdersService", "order")).toBeGreaterThan(fuzzyScore("PurchaseOrders", "order"));
  expect(fuzzyScore("OrdersService", "ordser")).toBeGreaterThan(0);
  expect(fuzzyScore("OrdersService", "xyz")).toBe(0);
  expect(fuzzyScore("주문서비스", "주서")).toBeGreaterThan(0);
});

test("units, tables, contexts and endpoints are found by a few letters", () => {
  const names = (text: string): string[] =>
    findEntries(world, text).map(({ kind, name }) => `${kind} ${name}`);
  expect(names("stockserv")[0]).toBe("unit StockService");
  expect(names("stock_items")[0]).toBe("table stock_items");
  expect(names("payment")[0]).toBe("context payment");
  expect(names("post orders").some((name) => name.startsWith("endpoint POST"))).toBe(true);
});

test("the shortest way along dependencies is found, hop by hop with what ties them", () => {
  const [from] = findEntries(world, "OrdersController");
  const [to] = findEntries(world, "stock_items");
  const path = findPath(world, [from!.node!], [to!.node!]);
  expect(path?.along).toBe("run");
  expect(path?.hops[0]?.from).toBe(from!.node);
  expect(path?.hops.at(-1)?.to).toBe(to!.node);
  for (const { couplings, from: start, to: end } of path!.hops) {
    expect(couplings.length).toBeGreaterThan(0);
    for (const coupling of couplings) expect([coupling.from, coupling.to]).toEqual([start, end]);
  }
});

test("where no dependency leads, ties do; where nothing does, that is said", () => {
  const [table] = findEntries(world, "stock_items");
  const [unit] = findEntries(world, "OrdersController");
  expect(findPath(world, [table!.node!], [unit!.node!])?.along).toBe("tie");
  expect(findPath(world, [unit!.node!], ["src/nowhere.ts#Nobody" as NodeId])).toBeNull();
});

import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { analyze } from "../../src/pipeline.ts";
import { openRepository } from "../../src/repository/open-repository.ts";
import { appOf } from "./build-history.ts";

/** The contexts that a reader of the bookshop sees by eye: what nobody would tear apart. */
const BY_EYE = [
  ["CatalogService", "CatalogController", "Book", "Author", "table:books", "table:authors"],
  ["CustomersService", "CustomersController", "Customer", "Address", "table:customers", "table:addresses"],
  ["StockService", "StockController", "StockItem", "table:stock_items"],
  ["OrdersService", "OrdersController", "Order", "OrderLine", "table:orders", "table:order_lines"],
  ["PaymentsService", "PaymentsController", "Payment", "CardGateway", "table:payments"],
  ["ShippingService", "ShippingController", "Shipment", "PaidOrdersListener", "table:shipments"],
];

describe.each([true, false])("the bookshop, with folders as evidence: %s", (folders) => {
  let report: Report;
  let contextOf: Map<string, string>;

  beforeAll(async () => {
    const settings = { ...DEFAULT_SETTINGS, folders };
    const repository = await openRepository(
      appOf(join(import.meta.dirname, "../../fixtures/bookshop")),
      settings,
    );
    report = await analyze(repository, settings, () => {});
    repository.git?.close();
    contextOf = new Map(
      report.grouping.memberships.map(({ node, macro }) => [node.split("#").at(-1)!, macro]),
    );
  });

  test("falls into the contexts that one sees by eye", () => {
    const found = BY_EYE.map((group) => new Set(group.map((name) => contextOf.get(name))));
    expect(found.map((contexts) => contexts.size)).toEqual(BY_EYE.map(() => 1));
    expect(new Set(found.flatMap((contexts) => [...contexts])).size).toBe(BY_EYE.length);
  });

  test("has a shared kernel: what every row is, and what every service throws", () => {
    const shared = report.grouping.sharedKernel.map(({ node }) => node.split("#").at(-1)!);
    expect(shared).toEqual(expect.arrayContaining(["Dated", "NotFound"]));
  });
});

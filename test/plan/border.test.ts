import { expect, test } from "vitest";
import { planExtraction } from "../../src/plan/plan-extraction.ts";
import { cutSentences, dossierSentences } from "./cut-sentences.ts";
import { shop } from "./shop.ts";

test("every cut of the shop is found, and none is invented", () => {
  const { graph, grouping, sources } = shop();
  expect(cutSentences(planExtraction(graph, grouping, sources).border)).toMatchInlineSnapshot(`
    [
      "call  orders → catalogue  OrderService.place → ProductService.find × 1  request (answer-used); in a loop; reads products",
      "call  orders → catalogue  OrderService.place → ProductService.reserve × 1  event (answer-ignored); writes products",
      "call  orders → payments  OrderService.place → PaymentService.charge × 1  request (answer-used); writes orders, payments",
      "call  orders → payments  OrderService.cancel → PaymentService.remind × 1  event (answer-ignored); reads payments",
      "code  Money of catalogue used by orders, payments  pure: duplicate",
      "code  Order of orders used by payments  type: own",
      "table  order_items of orders  owned  orders writes",
      "table  orders of orders  written-by-several  orders reads and writes, payments writes",
      "table  payments of payments  owned  payments reads and writes",
      "table  products of catalogue  read-by-others  catalogue reads and writes, orders reads",
      "key  orders → catalogue  order_items(products_id) → products  constraint  schema.sql:26",
      "key  payments → orders  payments(orders_id) → orders  constraint  schema.sql:27",
      "join  orders ⋈ catalogue  order_items ⋈ products  OrderService  src/orders/OrderService.ts:28",
      "transaction  OrderService.place of orders writes orders, payments: orders, payments",
      "co-change  orders – payments  src/orders/OrderService.ts – src/payments/PaymentService.ts × 2",
    ]
  `);
});

test("the dossier of orders", () => {
  const { graph, grouping, sources } = shop();
  const dossier = planExtraction(graph, grouping, sources).dossiers.find(
    ({ context }) => context === "macro/orders",
  )!;
  expect(dossierSentences(dossier)).toMatchInlineSnapshot(`
    [
      "orders  owns order_items, orders",
      "orders  route POST /orders reaches catalogue (reads products, writes products), payments (writes payments)",
      "orders  drop-foreign-keys: order_items, orders, payments, products",
      "orders  replace-joins: order_items, products",
      "orders  break-transactions: orders, payments",
      "orders  single-writer: orders",
      "orders  bulk-copy: order_items, orders",
      "orders  sync-changes: order_items, orders",
      "orders  compare: order_items, orders",
      "orders  dual-write: order_items, orders",
      "orders  move-reads: orders",
      "orders  single-write: order_items, orders",
      "orders  untested: OrderService",
      "orders  unused: –",
    ]
  `);
});

import { expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { planExtraction } from "../../src/plan/plan-extraction.ts";
import { renderDossier } from "../../src/reporters/plan/render-dossier.ts";
import { renderPlan } from "../../src/reporters/plan/render-plan.ts";
import { monolith } from "../plan/monolith.ts";
import { SHOP, SHOP_SENTENCES } from "../plan/shop.ts";

function reportOf(sketch: typeof SHOP, sentences: readonly string[]): Report {
  const { graph, grouping, sources } = monolith(sketch, sentences);
  const plan = planExtraction(graph, grouping, sources);
  return { repository: { name: "shop" }, graph, grouping, ...sources, plan } as unknown as Report;
}

test("the dossier of a context names every cut with its place", () => {
  const text = renderDossier(reportOf(SHOP, SHOP_SENTENCES), "macro/orders" as never, "en");
  for (const cut of [
    "`find(sku: string): Promise<Product>`",
    "in a loop at `src/orders/OrderService.ts:16`",
    "`order_items` (orders) | `products_id` | `products` (catalogue) | `constraint` | `schema.sql:26`",
    "`OrderService.total joins order_items and products`",
    "if a later step fails, payments must undo what it wrote to `payments`",
    "`POST /orders`",
    "event: nobody waits for it or uses its answer",
  ]) {
    expect(text).toContain(cut);
  }
});

test("both languages tell the same names, places and figures", () => {
  const report = reportOf(SHOP, SHOP_SENTENCES);
  const facts = (text: string): string[] => text.match(/`[^`]+`|−?\d[\d,]*/g) ?? [];
  for (const context of ["macro/orders", "macro/payments", "macro/catalogue"]) {
    const english = new Set(facts(renderDossier(report, context as never, "en")));
    const korean = new Set(facts(renderDossier(report, context as never, "ko")));
    expect([...english].filter((fact) => fact.startsWith("`") && !korean.has(fact))).toEqual([]);
  }
  expect(renderPlan(report, "ko")).toContain("분리 순서");
});

test("hostile names stay code: no markup, no table broken, nothing unseen", () => {
  const sketch = { evil: { "A`|<script>\u202e\n# x": {}, "table:a|b": {} }, good: { B: {} } };
  const report = reportOf(sketch as typeof SHOP, []);
  const named = {
    ...report,
    grouping: {
      ...report.grouping,
      contexts: report.grouping.contexts.map((context) => ({ ...context, name: "<img> |`*" })),
    },
  };
  const text = renderDossier(named, "macro/evil" as never, "en");
  expect(text).not.toContain("\u202e");
  expect(text).not.toMatch(/^# x/m);
  expect(text.replaceAll(/(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)/g, "")).not.toMatch(/(?<!\\)<(img|script)/);
  expect(text.split("\n")[0]).toBe("# \\<img\\> \\|\\`\\*");
});

test("a context that the report does not know has no dossier", () => {
  expect(renderDossier(reportOf(SHOP, SHOP_SENTENCES), "macro/nowhere" as never, "en")).toBe("");
});

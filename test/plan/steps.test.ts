import { expect, test } from "vitest";
import type { Step } from "../../src/model/plan.ts";
import { planExtraction } from "../../src/plan/plan-extraction.ts";
import { shop } from "./shop.ts";

test("every reason of every step of the shop is known by construction", () => {
  const { graph, grouping, sources } = shop();
  const { steps } = planExtraction(graph, grouping, sources);
  expect(steps.map(sentenceOf)).toMatchInlineSnapshot(`
    [
      "1 macro/orders 2658: churn 1000 → 1923, revisions 46 → 986, authors 2 → 500, endpoints 1 → 667, size 650 → 739, hotspots 1960 → 1336, calls-out 4 → -1068, shared-tables 2 → -750, foreign-keys 2 → -600, joins 1 → -225, transactions 1 → -450, shared-code 2 → -266, co-change 2 → -134",
      "2 macro/catalogue 2110: churn 200 → 385, revisions 16 → 343, authors 1 → 250, endpoints 1 → 667, size 430 → 489, hotspots 160 → 109, shared-code 1 → -133",
      "3 macro/payments 1608: churn 100 → 192, revisions 8 → 171, authors 1 → 250, endpoints 1 → 667, size 240 → 273, hotspots 80 → 55",
    ]
  `);
});

function sentenceOf({ context, rank, score, reasons }: Step): string {
  const stated = reasons.map(
    ({ criterion, observed, contribution }) => `${criterion} ${observed} → ${contribution}`,
  );
  return `${rank} ${context} ${score}: ${stated.join(", ")}`;
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, expect, test } from "vitest";
import { VIEW_NAMES } from "../../src/page/state/route.ts";
import { openBrowser } from "./browser.ts";
import { sampleReport } from "./sample-report.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const report = sampleReport({ macro: 8, units: 180, couplings: 900 });
let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

test.each(["light", "dark"] as const)(
  "axe finds nothing serious in any view, %s",
  async (colorScheme) => {
    const { page, go } = await browser.open(report, "en", {
      colorScheme,
      bypassCSP: true,
      reducedMotion: "reduce",
    });
    await page.evaluate(axe);
    const found: string[] = [];
    for (const view of [
      ...VIEW_NAMES,
      "map?from=macro%2Fbilling&to=macro%2Fcatalog",
      "context?context=macro%2Fbilling&paper=canvas",
    ]) {
      await go(view);
      const { violations } = (await page.evaluate("axe.run()")) as { violations: readonly Violation[] };
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      found.push(
        ...serious.map(
          ({ id, nodes }) => `${view}: ${id}: ${nodes[0]?.html.slice(0, 160)} (${nodes.length})`,
        ),
      );
    }
    expect(found).toEqual([]);
  },
  120_000,
);

test("every picture has a table beside it", async () => {
  const { page, go } = await browser.open(report);
  for (const view of ["map", "order", "hotspots"]) {
    await go(view);
    const twins = page.locator("main details.twin > summary");
    if ((await twins.count()) > 0) await twins.first().click();
    await page.locator("main table").first().waitFor();
  }
});

test("the whole wall prints, one view to a page, with the canvas of every context", async () => {
  const { page, go, complaints } = await browser.open(report);
  await page.evaluate("window.print = () => {}");
  await go("guide");
  await page.getByRole("button", { name: "Print all views" }).click();
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThan(8 + 8);
  expect(complaints).toEqual([]);
});

test("without scripts it is a document: the verdict, the contexts, the order", async () => {
  const { page } = await browser.open(report, "en", { javaScriptEnabled: false });
  expect(await page.locator("main h1").innerText()).toBe("corner-shop");
  expect(await page.locator("main table tbody tr").count()).toBe(8);
  expect(await page.locator("main > ol > li").count()).toBe(8);
});

test("a view prints over several pages of paper", async () => {
  const { page, go } = await browser.open(report);
  await go("context");
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThan(1);
});

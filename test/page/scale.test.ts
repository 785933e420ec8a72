import { afterAll, beforeAll, expect, test } from "vitest";
import { renderHtml } from "../../src/reporters/html/render-html.ts";
import { openBrowser } from "./browser.ts";
import { sampleReport } from "./sample-report.ts";

const LARGE = { macro: 12, units: 10_000, couplings: 100_000 };
/** A loaded machine is slower than the one that the goal of two seconds was set for. */
const OPENS_WITHIN_MS = 6000;
const FRAME_MS = 16;

let browser: Awaited<ReturnType<typeof openBrowser>>;
const report = sampleReport(LARGE);

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("ten thousand units and a hundred thousand couplings fit into a file that can be mailed", () => {
  const client = browser.assets.script.length + browser.assets.styles.length;
  expect(client).toBeLessThan(360_000);
  expect(renderHtml(report, { lang: "en", assets: browser.assets }).length - client).toBeLessThan(10_000_000);
});

test("it opens, and a card is dragged over the columns without a dropped frame", async () => {
  const { page, go, complaints } = await browser.open(report);
  expect(await page.evaluate("performance.now()")).toBeLessThan(OPENS_WITHIN_MS);
  await go("board");
  const median = await page.evaluate(`(() => {
    const columns = [...document.querySelectorAll(".column")];
    const frames = Array.from({ length: 60 }, (_, n) => {
      const start = performance.now();
      columns[n % columns.length].dispatchEvent(new DragEvent("dragover", { bubbles: true, cancelable: true }));
      columns[n % columns.length].dispatchEvent(new DragEvent("dragleave", { bubbles: true }));
      document.body.getBoundingClientRect();
      return performance.now() - start;
    });
    return frames.sort((left, right) => left - right)[30];
  })()`);
  expect(median).toBeLessThan(FRAME_MS);
  expect(complaints).toEqual([]);
});

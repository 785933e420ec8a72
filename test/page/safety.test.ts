import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { VIEW_NAMES } from "../../src/page/state/route.ts";
import { renderHtml } from "../../src/reporters/html/render-html.ts";
import { carve, expectResult } from "../hostile/carve.ts";
import { namedDecisions, namedShop } from "../hostile/named-shop.ts";
import { strike } from "../hostile/stage.ts";
import { openBrowser } from "./browser.ts";
import { HOSTILE } from "./hostile-report.ts";
import { sampleReport } from "./sample-report.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;
const report = sampleReport({ macro: 4, units: 90, couplings: 500, names: HOSTILE });

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("hostile names are shown as they are, in every view, and do nothing", async () => {
  const { page, go, complaints, requests } = await browser.open(report);
  for (const view of VIEW_NAMES) await go(view);
  for (const node of report.graph.nodes.filter(({ name }) => HOSTILE.includes(name))) {
    await go(`overview?${new URLSearchParams({ node: node.id }).toString()}`);
    if (!/\p{Surrogate}/u.test(node.name))
      expect(await page.locator(".drawer h2").textContent()).toBe(node.name);
  }
  expect(complaints).toEqual([]);
  expect(requests).toEqual([]);
  expect(page.url()).toMatch(/^file:/);
  expect(await page.evaluate("({}).polluted")).toBeUndefined();
});

test("the page of a shop in which everything has a hostile name, as it was written, does nothing of it", async () => {
  const set = namedShop();
  onTestFinished(() => strike(set));
  const { graph, grouping } = expectResult(await carve(set, { args: namedDecisions(set) }));
  const { page, go, complaints, requests } = await browser.openFile(join(set.folder, "cwd/out/report.html"));
  for (const view of VIEW_NAMES) await go(view);
  for (const { id, name } of graph.nodes.filter(({ kind }) => kind === "table")) {
    await go(`overview?${new URLSearchParams({ node: id }).toString()}`);
    expect(await page.locator(".drawer h2").textContent()).toBe(name);
  }
  for (const { id, level } of grouping.contexts)
    if (level === "macro") await go(`context?${new URLSearchParams({ context: id }).toString()}`);
  expect({ complaints, requests }).toEqual({ complaints: [], requests: [] });
  expect(page.url()).toMatch(/^file:/);
  expect(await page.evaluate("Object.keys(Object.prototype)")).toEqual([]);
});

test.each(HOSTILE.slice(0, 3))("alone, %s neither ends the data nor begins anything", async (name) => {
  const alone = sampleReport({ macro: 2, units: 20, couplings: 40, names: [name] });
  const { page, go, complaints } = await browser.open(alone);
  const id = alone.graph.nodes.find((node) => node.name === name)?.id ?? "";
  await go(`overview?${new URLSearchParams({ node: id }).toString()}`);
  expect(await page.locator(".drawer h2").textContent()).toBe(name);
  expect(complaints).toEqual([]);
});

test("the policy stops a script that somebody puts into the page", async () => {
  const { page } = await browser.open(report);
  await page.evaluate(`{
    const script = document.createElement("script");
    try { script.textContent = "window.ran = true"; } catch {}
    document.body.append(script);
  }`);
  expect(await page.evaluate("window.ran")).toBeUndefined();
  expect(
    await page.evaluate(
      '(() => { try { document.body.innerHTML = "<p>"; return "set"; } catch { return "refused"; } })()',
    ),
  ).toBe("refused");
});

test("no link leads out of the page and no element has a style or a listener of its own in the markup", async () => {
  const { page, go } = await browser.open(report);
  for (const view of VIEW_NAMES) {
    await go(view);
    const links = (await page.evaluate(
      '[...document.querySelectorAll("[href]")].map((link) => link.getAttribute("href"))',
    )) as string[];
    expect(links.filter((href) => !href.startsWith("#"))).toEqual([]);
  }
  const html = renderHtml(report, { lang: "en", assets: browser.assets });
  expect(html).not.toMatch(/<[a-z]+[^>]* (style|on[a-z]+)=/i);
});

test("the same report gives the same bytes", () => {
  const render = () => renderHtml(report, { lang: "ko", assets: browser.assets });
  expect(render()).toBe(render());
});

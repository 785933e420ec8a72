import { afterAll, beforeAll, expect, test } from "vitest";
import { VIEW_NAMES } from "../../src/page/state/route.ts";
import { type OpenPage, openBrowser } from "./browser.ts";
import { sampleReport } from "./sample-report.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;
let shop: OpenPage;

beforeAll(async () => {
  browser = await openBrowser();
  shop = await browser.open(sampleReport({ macro: 8, units: 180, couplings: 900 }));
});
afterAll(() => browser.close());

test.each(VIEW_NAMES)("the view %s shows itself without a complaint or a request", async (view) => {
  await shop.go(view);
  expect(await shop.page.locator("main h1").innerText()).not.toBe("");
  expect(await shop.page.locator("main .view").count()).toBe(1);
  expect(shop.complaints).toEqual([]);
  expect(shop.requests).toEqual([]);
});

test("an arrow of the map unfolds to a line of code", async () => {
  await shop.go("map");
  await shop.page.locator(".arrow").first().dispatchEvent("click");
  const drawer = shop.page.locator(".drawer");
  await drawer.locator(".pair .unfold").first().click();
  expect(await drawer.locator(".lines .place").first().innerText()).toMatch(/^src\/.+\.(ts|sql):\d+$/);
});

test("a number of the matrix unfolds to exactly as many sightings", async () => {
  await shop.go("matrix");
  const cell = shop.page.locator("td.heat button").first();
  const label = await cell.getAttribute("aria-label");
  const expected = Number(/: ([\d,]+) place/.exec(label ?? "")?.[1]?.replace(",", ""));
  await cell.click();
  const counts = await shop.page.locator(".drawer .pair .count").allTextContents();
  const switchedOff = await shop.page
    .locator(
      '.drawer .kind:is([data-kind="import"], [data-kind="co-change"], [data-kind="type-reference"], [data-kind="table-mapping"]) .pair .count',
    )
    .allTextContents();
  const sum = (texts: readonly string[]) =>
    texts.reduce((total, text) => total + Number(text.replace(/[×,]/g, "")), 0);
  expect(sum(counts) - sum(switchedOff)).toBe(expected);
});

test("every reason in the order unfolds to lines of code", async () => {
  await shop.go("order");
  await shop.page.locator(".ranked > summary").first().click();
  const reasons = shop.page.locator(".ranked").first().locator(".reason > details");
  await reasons.first().waitFor();
  for (const reason of await reasons.all()) {
    await reason.locator("summary").first().click();
    await reason.locator(".pair, .method, .place").first().waitFor();
    const inner = reason.locator(".pair .unfold, .method > summary");
    if ((await inner.count()) > 0) await inner.first().click();
    expect(await reason.locator(".place").first().textContent()).toMatch(/:\d+$|^[0-9a-f]{10}$/);
  }
});

test("a kind of coupling that is switched off takes its numbers out of the map", async () => {
  await shop.go("map");
  const weights = () => shop.page.locator(".plate-text").allTextContents();
  const before = await weights();
  await shop.page.getByRole("button", { name: "Method calls" }).click();
  expect(await weights()).not.toEqual(before);
  expect(shop.page.url()).toContain("kinds=");
  await shop.page.getByRole("button", { name: "Method calls" }).click();
  expect(await weights()).toEqual(before);
});

test("the keyboard alone finds a unit and closes its evidence again", async () => {
  await shop.go("overview");
  await shop.page.keyboard.press("/");
  await shop.page.keyboard.type("invoiceservice");
  await shop.page.keyboard.press("Enter");
  expect(await shop.page.locator(".drawer h2").innerText()).toBe("InvoiceService");
  await shop.page.keyboard.press("Escape");
  expect(await shop.page.locator(".drawer").count()).toBe(0);
});

test("arrow keys move between the boxes of the map and Enter looks inside", async () => {
  await shop.go("map");
  await shop.page.locator('.box[tabindex="0"]').focus();
  const start = await shop.page.evaluate("document.activeElement.dataset.context");
  await shop.page.keyboard.press("ArrowDown");
  const next = await shop.page.evaluate("document.activeElement.dataset.context");
  expect(next).not.toBe(start);
  await shop.page.keyboard.press("Enter");
  expect(await shop.page.locator("main h1").innerText()).toContain("Inside");
});

test("every place is an address: reload and back lead where one was", async () => {
  await shop.go("data?level=meso");
  await shop.page.reload();
  expect(await shop.page.locator("main h1").innerText()).toBe("Data");
  expect(await shop.page.locator('[aria-pressed="true"]').filter({ hasText: "meso" }).count()).toBe(1);
  await shop.page.goBack();
  expect(shop.page.url()).not.toContain("#data");
});

test("Korean is one press away, and is remembered", async () => {
  await shop.go("overview");
  await shop.page.getByRole("button", { name: "한국어" }).click();
  expect(await shop.page.locator(".nav-link[aria-current]").innerText()).toBe("요약");
  await shop.page.reload();
  expect(await shop.page.locator("html").getAttribute("lang")).toBe("ko");
  await shop.page.getByRole("button", { name: "EN", exact: true }).click();
});

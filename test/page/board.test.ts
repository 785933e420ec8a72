import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type OpenPage, openBrowser } from "./browser.ts";
import { sampleReport } from "./sample-report.ts";

const report = sampleReport({ macro: 4, units: 60, couplings: 300, grouped: true });
let browser: Awaited<ReturnType<typeof openBrowser>>;
let shop: OpenPage;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  shop = await browser.open(report);
  await shop.go("board");
});

const column = (place: number) => shop.page.locator(".column").nth(place);
const figures = () => shop.page.locator(".delta b").allTextContents();
const log = () => shop.page.locator(".log-said").allTextContents();

test("a card that is dragged to another column is decided, and the numbers follow", async () => {
  const card = column(0).locator(".card-item").first();
  const name = await card.locator(".card-name").innerText();
  const before = await figures();
  await card.dragTo(column(2), { targetPosition: { x: 60, y: 160 } });
  await expect.poll(() => column(2).locator(".card-name").allInnerTexts()).toContain(name);
  await expect.poll(() => figures()).not.toEqual(before);
  await expect.poll(() => log()).toHaveLength(1);
});

test("the keyboard moves a card, undo gives back the very same board, redo does it again", async () => {
  const before = await figures();
  await column(0).locator(".card-item").first().focus();
  await shop.page.keyboard.press("Shift+ArrowRight");
  const after = await figures();
  expect(after).not.toEqual(before);
  await shop.page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => figures()).toEqual(before);
  await expect.poll(() => log()).toEqual([]);
  await shop.page.getByRole("button", { name: "Redo" }).click();
  await expect.poll(() => figures()).toEqual(after);
});

test("several cards are picked and moved together", async () => {
  await column(1).locator(".card-item").nth(0).click();
  await column(1).locator(".card-item").nth(1).click();
  await shop.page.getByLabel("Move to …").selectOption({ label: "Shared" });
  await expect
    .poll(() => shop.page.locator(".column.is-shared .card-item").count())
    .toBeGreaterThanOrEqual(2);
});

test("a context is renamed in a dialog, and merged into another one", async () => {
  await column(0)
    .getByRole("button", { name: /^Rename/ })
    .click();
  await shop.page.locator("dialog input").fill("Till");
  await shop.page.keyboard.press("Enter");
  await shop.page.locator(".column-head h2", { hasText: "Till" }).waitFor();
  const columns = await shop.page.locator(".column").count();
  await column(0).locator("select").selectOption({ index: 1 });
  await shop.page.waitForFunction(`document.querySelectorAll(".column").length === ${columns - 1}`);
});

test("nothing is lost on reload: decisions, reasons, author, votes", async () => {
  await shop.page.getByLabel("Who decides?").fill("Kim");
  await shop.page.keyboard.press("Tab");
  await column(0).locator(".card-item").first().focus();
  await shop.page.keyboard.press("Shift+ArrowRight");
  await shop.page.locator(".log input").first().fill("It knows the price");
  await shop.page.keyboard.press("Tab");
  await column(1).getByRole("button", { name: /^Dot/ }).click();
  const before = await figures();
  await shop.page.reload();
  await expect.poll(() => figures()).toEqual(before);
  expect((await log())[0]).toContain("Kim");
  await expect.poll(() => shop.page.locator(".log input").first().inputValue()).toBe("It knows the price");
  await expect.poll(() => shop.page.locator(".column-head .votes").count()).toBe(1);
});

test("decisions go into a file and come back from it", async () => {
  await column(0).locator(".card-item").first().focus();
  await shop.page.keyboard.press("Shift+ArrowRight");
  const after = await figures();
  const [download] = await Promise.all([
    shop.page.waitForEvent("download"),
    shop.page.getByRole("button", { name: "Save decisions" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("monocarve.decisions.yaml");
  const path = await download.path();
  await shop.page.getByRole("button", { name: "Undo" }).click();
  await shop.page.locator('input[type="file"]').setInputFiles(path);
  await shop.page.waitForSelector(".log-said");
  await expect.poll(() => figures()).toEqual(after);
});

test("a link carries the decisions to somebody else's browser", async () => {
  await column(0).locator(".card-item").first().focus();
  await shop.page.keyboard.press("Shift+ArrowRight");
  const after = await figures();
  await shop.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await shop.page.getByRole("button", { name: "Copy link" }).click();
  const link = (await shop.page.evaluate("navigator.clipboard.readText()")) as string;
  const other = await browser.open(report);
  await other.page.goto(`${other.page.url().split("#")[0]}#${link.split("#")[1]}`);
  await other.page.locator(".log-said").waitFor();
  await expect.poll(() => other.page.locator(".delta b").allTextContents()).toEqual(after);
});

test("all views can look through the decisions", async () => {
  await shop.page.locator(".column").nth(0).locator("select").selectOption({ index: 1 });
  await shop.page.getByRole("button", { name: /as decided/ }).click();
  await shop.go("map");
  await expect.poll(() => shop.page.locator(".box").count()).toBe(3);
  await shop.page.getByRole("button", { name: "as found" }).click();
  await expect.poll(() => shop.page.locator(".box").count()).toBe(4);
  expect(shop.complaints).toEqual([]);
  expect(shop.requests).toEqual([]);
});

test("scenarios are kept under a name and laid side by side", async () => {
  await column(0).locator(".card-item").first().focus();
  await shop.page.keyboard.press("Shift+ArrowRight");
  await shop.page.getByRole("button", { name: "Keep as scenario" }).click();
  await shop.page.locator("dialog input").fill("Small steps");
  await shop.page.keyboard.press("Enter");
  await expect
    .poll(() => shop.page.locator(".scenarios thead th").allInnerTexts())
    .toEqual(["as found", "Small steps", "present board"]);
});

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { VIEW_NAMES } from "../../src/page/state/route.ts";
import { chances, rounds } from "../durability/rounds.ts";
import { type OpenPage, openBrowser } from "./browser.ts";
import { HOSTILE, hostileReport, PLACES } from "./hostile-report.ts";

const { report, units, tables, contexts, teams } = hostileReport();
const ACTIONS = rounds(50, 500);

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test(`${HOSTILE.length} hostile names in ${PLACES.length} places are shown as they are and do nothing, also after what-ifs`, async () => {
  const open = await browser.open(report);
  await open.page.evaluate(WATCH);
  for (const view of VIEW_NAMES) await open.go(view);
  expect(await missing(open)).toEqual([]);
  await playWhatIfs(open, chances());
  for (const view of VIEW_NAMES) await open.go(view);
  expect(await missing(open)).toEqual([]);
  expect(open.complaints).toEqual([]);
  expect(open.requests).toEqual([]);
  expect(open.page.url()).toMatch(/^file:/);
  expect(await open.page.evaluate("window.watched")).toEqual([]);
  expect(await open.page.evaluate("[({}).polluted, document.scripts.length]")).toEqual([undefined, 0]);
});

/** Refusals of the policy and attempts to run something leave a trace; a script that runs would call one of these. */
const WATCH = `{
  window.watched = [];
  for (const name of ["alert", "confirm", "prompt", "open", "fetch"]) window[name] = () => window.watched.push(name);
  document.addEventListener("securitypolicyviolation", (event) => window.watched.push(event.violatedDirective));
}`;

/** Every place and name that is not shown exactly. */
async function missing({ page, go }: OpenPage): Promise<string[]> {
  const found: string[] = [];
  const expectShown = async (place: string, name: string, shown: string) => {
    if (!(await page.evaluate(shown))) found.push(`${place} ${JSON.stringify(name)}`);
  };
  await page.evaluate(
    '[...document.querySelectorAll("[data-focus]")].find((one) => one.textContent === "as found")?.click()',
  );
  for (const [at, name] of HOSTILE.entries()) {
    const text = JSON.stringify(name);
    await go(`overview?${new URLSearchParams({ node: units[at] ?? "" })}`);
    await page.evaluate(UNFOLD);
    await expectShown("class", name, `document.querySelector(".drawer h2").textContent === ${text}`);
    const file = JSON.stringify(`src/${name}/${name}.ts:`);
    await expectShown(
      "path",
      name,
      `document.querySelector(".drawer .place").textContent.startsWith(${file})`,
    );
    await expectShown(
      "subject",
      name,
      `[...document.querySelectorAll(".drawer .subject")].some((one) => one.textContent === ${text})`,
    );
    await go(`overview?${new URLSearchParams({ node: tables[at] ?? "" })}`);
    await expectShown("table", name, `document.querySelector(".drawer h2").textContent === ${text}`);
    await expectShown(
      "column",
      name,
      `document.querySelector(".drawer .columns code").textContent === ${text}`,
    );
    await go(`context?${new URLSearchParams({ context: contexts[at] ?? "" })}`);
    await expectShown(
      "context",
      name,
      `document.querySelector(".context-entry[aria-current] b").textContent === ${text}`,
    );
  }
  for (const { context, names } of teams) {
    await go(`context?${new URLSearchParams({ context })}`);
    for (const name of names) {
      const shown = `[...document.querySelectorAll(".pulls span")].some((one) => one.textContent === ${JSON.stringify(name)})`;
      await expectShown("author", name, shown);
    }
  }
  await go("board");
  for (const name of HOSTILE) {
    // A field of one line shows a reason of several as one.
    const [said, reason] = [name, name.replaceAll(/[\r\n]/g, "")].map((text) => JSON.stringify(text));
    const shown = `[...document.querySelectorAll(".log ol > li")].some((line) =>
      line.querySelector(".log-said").textContent.endsWith(" · " + ${said}) &&
      line.querySelector(".log-said").textContent.includes(${said}) && line.querySelector("input").value === ${reason})`;
    await expectShown("decision", name, shown);
  }
  return found;
}

/** Opens everything in the drawer that unfolds. */
const UNFOLD = `for (const one of document.querySelectorAll(".drawer details")) {
  one.open = true;
  for (const button of one.querySelectorAll(".unfold[aria-expanded=false]")) button.click();
}`;

/** Random gestures on the board, as the mouse and the keyboard make them, with hostile names where words are asked for. */
async function playWhatIfs({ page, go }: OpenPage, random: () => number): Promise<void> {
  await go("board");
  for (let action = 0; action < ACTIONS; action++) {
    const gesture = GESTURES[Math.floor(random() * GESTURES.length)];
    await gesture?.(page, random);
    await settled(page);
  }
}

type Gesture = (page: Page, random: () => number) => Promise<void>;
const pick = <T>(list: readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)] as T;

const GESTURES: readonly Gesture[] = [
  async (page, random) => {
    const cards = page.locator(".column .card-item");
    await cards.nth(Math.floor(random() * Math.min(40, await cards.count()))).focus();
    await page.keyboard.press(random() < 0.5 ? "Shift+ArrowRight" : "Shift+ArrowLeft");
  },
  async (page, random) => {
    const buttons = page.getByRole("button", { name: /^Rename/ });
    await buttons.nth(Math.floor(random() * (await buttons.count()))).click();
    await page.locator("dialog input").fill(pick(HOSTILE, random));
    await page.keyboard.press("Enter");
  },
  async (page, random) => {
    const merges = page.locator(".column-head select");
    const count = await merges.count();
    if (count > 4) await merges.nth(Math.floor(random() * count)).selectOption({ index: 1 });
  },
  async (page, random) => {
    await page.getByLabel("Who decides?").fill(pick(HOSTILE, random));
    await page.keyboard.press("Tab");
  },
  async (page) => {
    const undo = page.getByRole("button", { name: "Undo" });
    if (await undo.isEnabled()) await undo.click();
  },
  async (page) => {
    const redo = page.getByRole("button", { name: "Redo" });
    if (await redo.isEnabled()) await redo.click();
  },
  async (page, random) => {
    const votes = page.getByRole("button", { name: /^Dot/ });
    await votes.nth(Math.floor(random() * (await votes.count()))).click();
  },
  async (page) => {
    await page.getByRole("button", { name: "Keep as scenario" }).click();
    await page.locator("dialog input").fill(HOSTILE[0] ?? "");
    await page.keyboard.press("Enter");
  },
];

/** Until the board has been painted anew. */
async function settled(page: Page): Promise<void> {
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
}

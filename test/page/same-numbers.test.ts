import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Decision } from "../../src/model/decision.ts";
import type { Report } from "../../src/model/report.ts";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { atlasOf } from "../../src/page/atlas.ts";
import { replay } from "../../src/page/board/replay.ts";
import { toLink } from "../../src/page/board/share.ts";
import { decodeReport, encodeReport } from "../../src/page/data.ts";
import type { Page } from "../../src/page/page.ts";
import { figuresOf } from "../../src/page/views/board/measured.ts";
import { PAGE_WORDS } from "../../src/page/words.ts";
import { analyze } from "../../src/pipeline.ts";
import { openRepository } from "../../src/repository/open-repository.ts";
import { appOf } from "../golden/build-history.ts";
import { openBrowser } from "./browser.ts";

const BOOKSHOP = join(import.meta.dirname, "../../fixtures/bookshop");

async function bookshop(decisions: readonly Decision[]): Promise<Report> {
  const repository = await openRepository(appOf(BOOKSHOP), DEFAULT_SETTINGS);
  const report = await analyze(repository, DEFAULT_SETTINGS, () => {}, decisions);
  repository.git?.close();
  return report;
}

let found: Report;
let carried: Report;

beforeAll(async () => {
  found = await bookshop([]);
  carried = decodeReport(JSON.parse(JSON.stringify(encodeReport(found))));
});

test("the page carries the whole report of a small system", () => {
  expect(carried).toEqual(JSON.parse(JSON.stringify(found)));
});

test("what the board shows is what the program computes, for ten lists of decisions", async () => {
  for (const decisions of fc.sample(decisionLists(found), { numRuns: 10, seed: 7 })) {
    const { report } = replay(carried, decisions);
    const computed = await bookshop(decisions);
    expect(report.grouping).toEqual(JSON.parse(JSON.stringify(computed.grouping)));
    expect(report.plan).toEqual(JSON.parse(JSON.stringify(computed.plan)));
  }
}, 120_000);

test("a real browser shows those numbers too", async () => {
  const browser = await openBrowser();
  for (const decisions of fc.sample(decisionLists(found), { numRuns: 3, seed: 11 })) {
    const { page } = await browser.open(found);
    await page.goto(`${page.url().split("#")[0]}#board?decisions=${toLink(decisions)}`);
    await page.locator(".log-said").first().waitFor();
    const expected = shownFigures(replay(found, decisions).report);
    await expect.poll(() => page.locator(".delta b").allTextContents()).toEqual(expected);
    await page.context().close();
  }
  await browser.close();
}, 120_000);

test("a page that was made with decisions begins its board with them, and compares with what was found", async () => {
  const browser = await openBrowser();
  const [decisions = []] = fc.sample(decisionLists(found), { numRuns: 1, seed: 23 });
  const decided = await bookshop(decisions);
  const { page, go } = await browser.open(decided);
  await go("board");
  await expect.poll(() => page.locator(".log-said").count()).toBe(decisions.length);
  await expect.poll(() => page.locator(".delta b").allTextContents()).toEqual(shownFigures(decided));
  await page.getByRole("button", { name: "Undo" }).isDisabled();
  for (const _ of decisions) await page.getByRole("button", { name: "Take back" }).first().click();
  await expect.poll(() => page.locator(".delta b").allTextContents()).toEqual(shownFigures(found));
  await browser.close();
}, 120_000);

/** What the board says of a report, in the order in which it says it. */
function shownFigures(report: Report): string[] {
  const page = { words: PAGE_WORDS.en, state: { route: { level: "macro" } } } as unknown as Page;
  const figures = figuresOf(page, atlasOf(report));
  return [...figures.filter(({ first }) => first), ...figures.filter(({ first }) => !first)].map(
    ({ text }) => text,
  );
}

function decisionLists({ graph, grouping }: Report): fc.Arbitrary<Decision[]> {
  const target = fc.constantFrom(...graph.nodes.map(({ id }) => String(id)));
  const context = fc.constantFrom(...grouping.contexts.map(({ id }) => String(id)));
  const signed = { author: fc.constant("Kim"), reason: fc.constant(""), line: fc.constant(0) };
  const some = fc.uniqueArray(target, { minLength: 2, maxLength: 3 });
  return fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant("pin" as const), targets: fc.tuple(target), context, ...signed }),
      fc.record({
        kind: fc.constantFrom("must-link" as const, "cannot-link" as const, "shared" as const),
        targets: some,
        ...signed,
      }),
      fc.record({
        kind: fc.constant("rename" as const),
        context,
        name: fc.constantFrom("Till", "Shelf"),
        ...signed,
      }),
      fc.record({
        kind: fc.constant("merge" as const),
        contexts: fc.uniqueArray(context, { minLength: 2, maxLength: 2 }),
        name: fc.constant(null),
        ...signed,
      }),
    ),
    { minLength: 1, maxLength: 4 },
  );
}

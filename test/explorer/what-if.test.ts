import { beforeAll, expect, test } from "vitest";
import type { ExplorerState } from "../../src/explorer/state/explorer-state.ts";
import { panesIn } from "../../src/explorer/state/explorer-state.ts";
import { deltasOf } from "../../src/explorer/what-if/deltas.ts";
import { WORDS } from "../../src/explorer/words/of-language.ts";
import type { Report } from "../../src/model/report.ts";
import { decisionsText } from "../../src/workshop/decisions-text.ts";
import { readDecisions } from "../../src/workshop/read-decisions.ts";
import { analyzeShop, opened, pressed, typed } from "./shop.ts";

let report: Report;
let start: ExplorerState;

beforeAll(async () => {
  report = await analyzeShop();
  start = opened(report);
});

const onUnit = (state: ExplorerState, name: string): ExplorerState =>
  pressed(typed(pressed(state, "/"), name), "enter");

const SESSIONS: readonly (readonly [name: string, act: (state: ExplorerState) => ExplorerState])[] = [
  ["moving a unit", (state) => pressed(typed(pressed(onUnit(state, "ShopDesk"), "m"), "order"), "enter")],
  [
    "moving two units to a new context",
    (state) =>
      pressed(typed(pressed(onUnit(state, "ShopDesk"), "space", "space", "m"), "counter"), "down", "enter"),
  ],
  ["merging two contexts", (state) => pressed(typed(pressed(state, "M"), "payment"), "enter")],
  ["splitting", (state) => pressed(typed(pressed(onUnit(state, "OrderReport"), "S"), "reporting"), "enter")],
  ["renaming", (state) => pressed(typed(pressed(state, "j", "R", "ctrl-u"), "shelf"), "enter")],
  ["sharing", (state) => pressed(onUnit(state, "StockItem"), "K")],
  [
    "pinning and a note",
    (state) => pressed(typed(pressed(onUnit(state, "Book"), "P", "N"), "ask Ann"), "enter"),
  ],
];

test.each(SESSIONS)(
  "%s with keys comes to what the saved file comes to with --decisions",
  async (_name, act) => {
    const after = act(start);
    expect(after.board.decisions.length).toBeGreaterThan(0);
    const { decisions, problems } = readDecisions(decisionsText(after.board.decisions));
    expect(problems).toEqual([]);
    const analysed = await analyzeShop(decisions);
    expect(after.world.report.grouping).toEqual(analysed.grouping);
    expect(after.world.report.plan).toEqual(analysed.plan);
  },
  60_000,
);

test("what a decision changes is told in measures, cut and order", () => {
  const after = pressed(typed(pressed(onUnit(start, "ShopDesk"), "m"), "order"), "enter", "7");
  const [decisions, changes] = panesIn(after);
  expect(decisions!.list.length).toBe(1);
  const deltas = deltasOf(report, after.world.report, "macro", WORDS.en.whatIf);
  expect(deltas.some(({ changed }) => changed)).toBe(true);
  const keys = Array.from({ length: changes!.list.length }, (_, row) => changes!.list.at(row).key);
  expect(keys).toContain("moved src/backoffice/shop-desk.ts#ShopDesk");
});

test("a decision that is taken back leaves nothing", () => {
  const decided = pressed(typed(pressed(onUnit(start, "ShopDesk"), "m"), "order"), "enter");
  const back = pressed(decided, "7", "d");
  expect(back.board.decisions).toEqual([]);
  expect(back.world.report.grouping).toEqual(report.grouping);
});

test("a decision carries who took it and why", () => {
  const decided = pressed(typed(pressed(onUnit(start, "ShopDesk"), "m"), "order"), "enter");
  const told = pressed(typed(pressed(decided, "7", "A"), "it sells"), "enter");
  expect(told.board.decisions).toEqual([
    {
      kind: "pin",
      targets: ["src/backoffice/shop-desk.ts#ShopDesk"],
      context: "macro/order",
      author: "ada",
      reason: "it sells",
      line: 0,
    },
  ]);
});

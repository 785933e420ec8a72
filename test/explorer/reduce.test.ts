import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { COMMANDS } from "../../src/explorer/keys/key-map.ts";
import { type ExplorerState, panesIn } from "../../src/explorer/state/explorer-state.ts";
import { SMALLEST } from "../../src/explorer/state/layout.ts";
import { optionsOf } from "../../src/explorer/state/options-of.ts";
import { reduce } from "../../src/explorer/state/reduce.ts";
import type { Report } from "../../src/model/report.ts";
import { analyzeShop, opened, pressed, typed } from "./shop.ts";

let report: Report;
let start: ExplorerState;

beforeAll(async () => {
  report = await analyzeShop();
  start = opened(report);
});

const KEYS = [...COMMANDS.flatMap(({ keys }) => keys), "escape", "a", "o", "결", "zz-no-such-key"];
const anyKeys = fc.array(fc.constantFrom(...KEYS), { maxLength: 40 });
const anySize = fc.record({
  columns: fc.integer({ min: SMALLEST.columns, max: 220 }),
  rows: fc.integer({ min: SMALLEST.rows, max: 70 }),
});

function expectValid(state: ExplorerState): void {
  const panes = panesIn(state);
  const { focus, cursors } = state.looking;
  expect(focus).toBeGreaterThanOrEqual(0);
  expect(focus).toBeLessThan(panes.length);
  expect(cursors).toHaveLength(panes.length);
  panes.forEach(({ list, index }, pane) => {
    expect(cursors[pane]!.index).toBe(index);
    expect(index).toBeLessThan(Math.max(1, list.length));
    expect(cursors[pane]!.top).toBeLessThanOrEqual(Math.max(0, index));
  });
  if (state.prompt !== null)
    expect(state.prompt.at).toBeLessThan(Math.max(1, optionsOf(state, state.prompt).length));
}

test("whatever is typed, in a window of whatever size, a row that exists is selected", () => {
  fc.assert(
    fc.property(anyKeys, anySize, (keys, size) => {
      let state = opened(report, size);
      for (const key of keys) {
        state = pressed(state, key);
        expectValid(state);
      }
      expectValid(reduce(state, { do: "resize", size: { columns: size.rows + 40, rows: 20 } }));
    }),
    { numRuns: 60 },
  );
}, 120_000);

const GESTURES: readonly (readonly string[])[] = [
  ["m", "down", "enter"],
  ["P"],
  ["M", "enter"],
  ["S", "n", "e", "w", "enter"],
  ["R", "x", "enter"],
  ["K"],
  ["N", "h", "m", "enter"],
  ["space", "space", "m", "enter"],
];
const anyGesture = fc.constantFrom(...GESTURES);
const anyMoves = fc.array(fc.constantFrom("j", "k", "tab", "G", "g"), { maxLength: 8 });

test("undoing a decision gives back the very decisions that there were, redoing the very ones after it", () => {
  fc.assert(
    fc.property(fc.array(anyGesture, { maxLength: 3 }), anyMoves, anyGesture, (earlier, moves, gesture) => {
      const before = pressed(start, "tab", "j", ...earlier.flat(), "1", ...moves);
      const after = pressed(before, ...gesture);
      fc.pre(after.board.decisions !== before.board.decisions);
      const undone = pressed(after, "u");
      expect(undone.board.decisions).toBe(before.board.decisions);
      expect(undone.board.past).toEqual(before.board.past);
      expect(undone.world.report.grouping).toEqual(before.world.report.grouping);
      expect(pressed(undone, "U").board.decisions).toBe(after.board.decisions);
    }),
    { numRuns: 12 },
  );
}, 120_000);

test("going back from anywhere shows what was seen before, going forward what was seen then", () => {
  const jumps = fc.constantFrom(["f"], ["2"], ["3"], ["D"], ["/", "o", "r", "d", "enter"]);
  fc.assert(
    fc.property(anyMoves, jumps, (moves, jump) => {
      const before = pressed(start, "tab", "tab", ...moves);
      const after = pressed(before, ...jump);
      fc.pre(after.looking !== before.looking);
      expect(pressed(after, "[").looking).toEqual(before.looking);
      expect(pressed(after, "[", "]").looking).toEqual(after.looking);
    }),
    { numRuns: 40 },
  );
});

test("a search jumps to what was meant, wherever one was", () => {
  const found = pressed(typed(pressed(start, "6", "/"), "ordser"), "enter");
  const [context, member] = panesIn(found);
  expect(member!.target.node).toBe("src/ordering/orders.service.ts#OrdersService");
  expect(context!.target.context).toBe(found.world.memberships.get(member!.target.node!)?.macro);
});

test("following a coupling leads to its other end", () => {
  const at = pressed(typed(pressed(start, "/"), "OrdersService"), "enter", "tab", "j", "j");
  const other = panesIn(at)[2]!.target.node;
  expect(other).not.toBeNull();
  const there = pressed(at, "f");
  expect(panesIn(there)[1]!.target.node).toBe(other);
});

test("only what uses a unit, only what it uses", () => {
  const at = pressed(typed(pressed(start, "/"), "StockService"), "enter", "tab");
  const arrows = (state: ExplorerState): Set<string> => {
    const { list } = panesIn(state)[2]!;
    return new Set(Array.from({ length: list.length }, (_, row) => list.at(row).key.slice(0, 1)));
  };
  expect(arrows(pressed(at, "<"))).not.toContain("→");
  expect(arrows(pressed(at, ">"))).not.toContain("←");
  expect(arrows(pressed(at, "<", "<"))).toEqual(arrows(at));
});

test("the level changes around the selected member", () => {
  const at = pressed(typed(pressed(start, "/"), "OrdersService"), "enter");
  const finer = pressed(at, "+", "+");
  const [context, member] = panesIn(finer);
  expect(finer.looking.level).toBe("micro");
  expect(member!.target.node).toBe("src/ordering/orders.service.ts#OrdersService");
  expect(context!.target.context).toMatch(/^micro\//);
});

test("unsaved decisions are asked about before the explorer closes, saved ones are not", () => {
  const decided = pressed(start, "tab", "j", "m", "enter");
  const asked = pressed(decided, "q");
  expect(asked.prompt?.asking.about).toBe("quit");
  expect(pressed(asked, "enter").wishes).toContainEqual({
    do: "save",
    decisions: decided.board.decisions,
    quit: true,
  });
  const saved = reduce(decided, { do: "saved", decisions: decided.board.decisions, path: "d.yaml" });
  expect(pressed(saved, "q").wishes).toContainEqual({ do: "quit" });
});

test("news of decisions that are no longer the latest changes nothing", () => {
  const decided = pressed(start, "tab", "j", "m", "enter");
  const stale = reduce(decided, {
    do: "replayed",
    report: start.world.report,
    decisions: [],
    complaints: [],
  });
  expect(stale.world).toBe(decided.world);
});

test("a view is found again as it was left", () => {
  const left = pressed(start, "j", "tab", "j", "j");
  expect(pressed(left, "2", "j", "3", "1").looking).toEqual(left.looking);
});

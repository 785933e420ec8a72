import { cleanup, render } from "ink-testing-library";
import { createElement } from "react";
import stringWidth from "string-width";
import { afterEach, beforeAll, expect, test } from "vitest";
import { openSourceDoor } from "../../src/cli/explore/source-door.ts";
import type { Desk } from "../../src/explorer/desk.ts";
import { type Line, rowLine, span, textOf } from "../../src/explorer/lists/line.ts";
import { Screen } from "../../src/explorer/screen/explorer.tsx";
import { phaseLines, phasesWith } from "../../src/explorer/screen/phase-lines.ts";
import { screenRows } from "../../src/explorer/screen/screen-rows.ts";
import { spokenText } from "../../src/explorer/screen/spoken-text.ts";
import type { ExplorerState } from "../../src/explorer/state/explorer-state.ts";
import { reduce } from "../../src/explorer/state/reduce.ts";
import { WORDS } from "../../src/explorer/words/of-language.ts";
import type { Report } from "../../src/model/report.ts";
import { hostileReport } from "./hostile-report.ts";
import { analyzeShop, opened, pressed, SHOP, typed } from "./shop.ts";

let report: Report;
const desk: Pick<Desk, "lines"> = openSourceDoor(SHOP);

beforeAll(async () => {
  report = await analyzeShop();
});
afterEach(cleanup);

/** What ink draws of a state. */
function frameOf(state: ExplorerState): string[] {
  return render(createElement(Screen, { state, desk })).lastFrame()!.split("\n");
}

/** All lines of a state, before ink lays them out side by side. */
function linesOf(state: ExplorerState): Line[] {
  return screenRows(state, desk).flat(2);
}

test("at 120 columns: contexts, members, couplings, evidence and the source itself", () => {
  const frame = frameOf(
    pressed(typed(pressed(opened(report), "/"), "OrdersService"), "enter", "tab", "j", "j"),
  );
  expect(frame).toHaveLength(39);
  const text = frame.join("\n");
  expect(text).toContain("Couplings · OrdersService");
  expect(text).toMatch(/│▌ {2}[→←↔] \w+/);
  expect(text).toMatch(/▶\d+ +\S/);
  expect(frame.at(-1)).toContain("? help");
});

test("at 80 columns two panes are side by side, at 60 one; nothing is wider than the terminal", () => {
  for (const [columns, rows] of [
    [80, 24],
    [60, 20],
    [200, 60],
    [109, 30],
  ] as const) {
    const state = pressed(opened(report, { columns, rows }), "tab", "j");
    const frame = frameOf(state);
    expect(frame.length).toBeLessThan(rows);
    for (const line of frame) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
    const boxes = frame[3]!.split("┌").length - 1;
    expect(boxes).toBe(columns >= 110 ? 3 : columns >= 76 ? 2 : 1);
  }
});

test("lines are exactly as wide as their boxes, in Korean as well", () => {
  for (const keys of [
    [],
    ["2", "tab", "j"],
    ["3"],
    ["4"],
    ["5"],
    ["6"],
    ["7"],
    ["D"],
    ["?"],
    [":"],
    ["tab", "j", "p"],
  ]) {
    for (const lang of ["en", "ko"] as const) {
      const state = pressed(opened(report, { columns: 97, rows: 33 }, lang), ...keys);
      for (const row of screenRows(state, desk)) {
        const widths = row.map((lines) => new Set(lines.map((line) => stringWidth(textOf(line)))));
        for (const width of widths) expect(width.size).toBe(1);
        expect(widths.reduce((sum, width) => sum + [...width][0]!, 0)).toBe(97);
      }
      const height = screenRows(state, desk).reduce((sum, row) => sum + row[0]!.length, 0);
      expect(height).toBe(32);
    }
  }
});

test("Korean words stand where English ones would", () => {
  const frame = frameOf(opened(report, { columns: 120, rows: 40 }, "ko")).join("\n");
  expect(frame).toContain(WORDS.ko.views.plan);
  expect(frame).toContain(WORDS.ko.panes.evidence);
  expect(frame).not.toContain("Evidence");
});

test("a window that is too small is told so, politely", () => {
  const state = reduce(opened(report), { do: "resize", size: { columns: 40, rows: 12 } });
  expect(frameOf(state).join(" ")).toContain("60 × 20");
});

test("names, paths and sources of a hostile repository cannot leave their place", () => {
  const evil = hostileReport(report);
  const nasty = { lines: () => ["\u001b[2J\u001b]0;pwned\u0007 const a = '\u202e';", "\u009b31m"] };
  for (const keys of [
    [],
    ["tab", "j", "tab", "j", "tab"],
    ["2", "tab", "j"],
    ["3"],
    ["5"],
    ["D"],
    ["/", "j"],
    ["7"],
  ]) {
    const state = pressed(opened(evil), ...keys);
    const text = screenRows(state, nasty).flat(2).map(textOf).join("\n");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  }
});

test("help and palette are made of the key map", () => {
  const help = linesOf(pressed(opened(report, { columns: 160, rows: 60 }), "?"))
    .map(textOf)
    .join("\n");
  for (const words of Object.values(WORDS.en.commands)) expect(help).toContain(words);
  const palette = pressed(typed(pressed(opened(report), ":"), "plan of"), "enter");
  expect(palette.looking.view).toBe("plan");
});

test("only rows that are visible are made", () => {
  const state = opened(report);
  const screen = linesOf(state);
  expect(screen.length).toBeLessThan(120);
});

test("figures give way to the name, the least important first", () => {
  const figures = [
    { text: "11", width: 4, rank: 0 },
    { text: "22", width: 4, rank: 2 },
    { text: "33", width: 4, rank: 1 },
  ];
  expect(textOf(rowLine(40, [span("Orders")], figures))).toMatch(/^Orders +11 +22 +33$/);
  expect(textOf(rowLine(30, [span("Orders")], figures))).toMatch(/^Orders +11 +33$/);
  expect(textOf(rowLine(24, [span("Orders")], figures))).toMatch(/^Orders +11$/);
});

test("while a repository is read, every phase has its line with how far it is", () => {
  let phases = phasesWith([], { phase: "parse", done: 3, total: 1200 });
  phases = phasesWith(phases, { phase: "parse", done: 1200, total: 1200 });
  phases = phasesWith(phases, { phase: "link", done: 40, total: 1200 });
  const text = phaseLines(phases, WORDS.en, 80, 23).map(textOf).join("\n");
  expect(text).toMatch(/✓ parse +1,200/);
  expect(text).toMatch(/▸ link +40 \/ 1,200/);
});

test("a screen reader hears the pane, the row and what it is about", () => {
  const spoken = spokenText(pressed(opened(report), "j"));
  expect(spoken).toMatch(/^contexts · macro, 2 of \d+\n/);
  expect(spoken.split("\n").length).toBeLessThan(5);
});

test("what is exported is Markdown with its places", () => {
  const at = pressed(typed(pressed(opened(report), "/"), "OrdersService"), "enter", "tab", "e");
  const wish = at.wishes.find((known) => known.do === "export");
  expect(wish).toMatchObject({ name: "contexts" });
  expect(wish && "text" in wish ? wish.text : "").toMatch(
    /## Couplings · OrdersService[\s\S]*`src\/\S+:\d+`/,
  );
});

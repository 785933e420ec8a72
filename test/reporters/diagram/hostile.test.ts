import { afterAll, beforeAll, expect, test } from "vitest";
import type { NodeId } from "../../../src/model/ids.ts";
import { dotText } from "../../../src/reporters/diagram/dot.ts";
import { mermaidText } from "../../../src/reporters/diagram/mermaid.ts";
import { type DiagramFormat, renderDiagram } from "../../../src/reporters/diagram/render-diagram.ts";
import { shownText } from "../../../src/reporters/diagram/shown-text.ts";
import { type DrawingBoard, openDrawingBoard } from "./drawing-board.ts";
import { HOSTILE_NAMES, namedInside, namedReport } from "./named-report.ts";
import { readCml } from "./read-cml.ts";

const SHOWN = HOSTILE_NAMES.map((name) => shownText(name, "(no name)"));
const DRAWN = ["dot", "mermaid"] as const;
const map = namedReport(HOSTILE_NAMES);
const { report, context } = namedInside(HOSTILE_NAMES);

let board: DrawingBoard;
beforeAll(async () => {
  board = await openDrawingBoard();
});
afterAll(() => board.close());

const contexts = (format: DiagramFormat) => renderDiagram(map, { format, of: "macro", all: true }, "en");
const inside = (format: DiagramFormat) => renderDiagram(report, { format, of: context, all: true }, "en");

test.each(DRAWN)("%s: every context has its name, exactly, and nothing is obeyed", async (format) => {
  const { kernel, ...boxes } = (await board[format](contexts(format))).boxes;
  expect(kernel?.[0]).toBe("shared kernel");
  expect(HOSTILE_NAMES.map((_, place) => boxes[`c${place + 1}`]?.[0])).toEqual(SHOWN);
  expect(Object.keys(boxes)).toHaveLength(HOSTILE_NAMES.length);
  expect(board.complaints).toEqual([]);
});

test.each(DRAWN)("%s: so has every unit and table inside a context", async (format) => {
  const { boxes } = await board[format](inside(format));
  const wanted = context.members.map((_, place) => SHOWN[place % SHOWN.length]);
  expect(
    Object.values(boxes)
      .map(([name]) => name)
      .sort(),
  ).toEqual(wanted.sort());
  expect(board.complaints).toEqual([]);
});

test.each(DRAWN)("%s: so has every frame, and every line on an arrow", async (format) => {
  const frames = SHOWN.map((name, place) => ({ key: `f${place + 1}`, name }));
  const boxes = frames.map(
    ({ key }) => ({ key: `in${key}`, kind: "unit", name: key, details: [], frame: key }) as const,
  );
  const counts = {
    couplings: 1,
    weight: 1,
    counts: {},
    tables: new Set<NodeId>(),
    writtenByBoth: new Set<NodeId>(),
  };
  const arrows = SHOWN.slice(1).map((name, place) => {
    const ends = { from: "inf1", to: `inf${place + 2}`, mutual: false };
    return { ...ends, share: 1, words: [name, "1 call"], tie: { ...ends, ...counts } };
  });
  const diagram = {
    kind: "inside",
    name: "",
    title: SHOWN.join(" "),
    remarks: SHOWN,
    leftOut: SHOWN,
    reading: "",
  } as const;
  const write = { dot: dotText, mermaid: mermaidText }[format];
  const drawn = await board[format](write({ ...diagram, frames, boxes, arrows, kernelUsers: new Map() }));
  expect([...drawn.frames].sort()).toEqual([...SHOWN].sort());
  expect(drawn.boxes.note).toEqual(SHOWN);
  expect(drawn.arrows.map(({ lines }) => lines[0]).sort()).toEqual(SHOWN.slice(1).sort());
  expect(board.complaints).toEqual([]);
});

test("cml: every name is in it as it is, beside an identifier of its own", () => {
  const { contexts: told, relations } = readCml(contexts("cml"));
  expect(told.map(({ vision }) => vision)).toEqual([...SHOWN, "shared kernel"]);
  expect(relations.length).toBeGreaterThan(HOSTILE_NAMES.length / 2);
  const [only] = readCml(inside("cml")).contexts;
  const members = only?.aggregates.flatMap((aggregate) => aggregate.members.map(({ name }) => name)) ?? [];
  expect(new Set(members)).toEqual(new Set(SHOWN));
});

test("nothing that a terminal would obey is in any of them", () => {
  const unprintable = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
  for (const format of ["dot", "mermaid", "cml"] as const) {
    expect(contexts(format)).not.toMatch(unprintable);
    expect(inside(format)).not.toMatch(unprintable);
  }
});

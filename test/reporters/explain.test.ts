import { expect, test } from "vitest";
import { COPY } from "../../src/reporters/copy.ts";
import { editDistance } from "../../src/reporters/explain/edit-distance.ts";
import { explainNode } from "../../src/reporters/explain/explain-node.ts";
import { explainPair } from "../../src/reporters/explain/explain-pair.ts";
import { findNodes } from "../../src/reporters/explain/find-nodes.ts";
import { explanationText } from "../../src/reporters/terminal/explanation-text.ts";
import { widthOf } from "../../src/reporters/terminal/fit.ts";
import { paintFor } from "../../src/reporters/terminal/paint.ts";
import { sampleReport } from "../page/sample-report.ts";
import { HOSTILE } from "./hostile-names.ts";

const report = sampleReport({ macro: 6, units: 60, couplings: 300 });
const { nodes, couplings } = report.graph;
const unit = nodes.find((node) => node.kind === "unit")!;
const table = nodes.find((node) => node.kind === "table")!;

test("a unit is found by id, name, file, end of a file, line, or in another case", () => {
  const line = unit.kind === "unit" ? unit.line + unit.lines - 1 : 0;
  const ways = [unit.id, unit.name, unit.file, unit.name.toUpperCase(), `${unit.file}:${line}`];
  for (const asked of [...ways, unit.file.split("/").slice(-2).join("/")]) {
    expect(findNodes(nodes, asked).nodes.map(({ id }) => id)).toContain(unit.id);
  }
  expect(findNodes(nodes, `table:${table.name}`).nodes[0]).toBe(table);
});

test("a name that nothing has brings the nearest ones", () => {
  const misspelt = unit.name.slice(0, 2) + unit.name.slice(3);
  const { nodes: found, near } = findNodes(nodes, misspelt);
  expect(found).toEqual([]);
  expect(near).toContain(unit.name);
  expect(findNodes(nodes, "xyzzyxyzzyxyzzyxyzzy").near).toEqual([]);
});

test("every coupling of a pair is told with its places", () => {
  const tie = couplings.find(({ kind, evidence }) => kind === "call" && evidence.length > 0)!;
  const [left, right] = [tie.from, tie.to].map((id) => nodes.find((node) => node.id === id)!);
  const explanation = explainPair(report, left!, right!, COPY.en);
  const between = couplings.filter(
    ({ from, to }) => (from === tie.from && to === tie.to) || (from === tie.to && to === tie.from),
  );
  expect(explanation.sections.length).toBe(between.length);
  const [seen] = tie.evidence;
  const place = seen !== undefined && "file" in seen ? `${seen.file}:${seen.line}` : "";
  expect(explanation.sections.flatMap(({ lines }) => lines.map(({ text }) => text))).toContain(place);
});

test("a unit is told where it belongs and what holds it there", () => {
  const explanation = explainNode(report, unit, COPY.en);
  const [places] = explanation.sections;
  expect(places?.lines.map(({ aside }) => aside)).toEqual(["macro", "meso", "micro"]);
});

test("explanations of hostile names are harmless and fit the screen but for full ids", () => {
  const hostile = sampleReport({ macro: 3, units: 40, couplings: 120, names: HOSTILE });
  for (const node of hostile.graph.nodes.slice(0, 20)) {
    const text = explanationText(explainNode(hostile, node, COPY.en), 80, paintFor(0));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is their absence that is looked for
    expect(text.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
    const lines = text.split("\n").slice(3);
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(80);
  }
});

test("distance counts letters added, removed and replaced", () => {
  expect(editDistance("order", "orders", 3)).toBe(1);
  expect(editDistance("kitten", "sitting", 5)).toBe(3);
  expect(editDistance("order", "warehouse", 2)).toBe(3);
});

import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { NodeId } from "../../src/model/ids.ts";
import type { Report } from "../../src/model/report.ts";
import { TABLES } from "../../src/reporters/list/tables.ts";
import { safeTerm } from "../../src/reporters/safe-term.ts";
import { runCli } from "../cli/run-cli.ts";
import { openDrawingBoard } from "../reporters/diagram/drawing-board.ts";
import { readCml } from "../reporters/diagram/read-cml.ts";
import { type Carved, carve, expectHarmless, expectResult } from "./carve.ts";
import { NAMES, namedDecisions, namedShop } from "./named-shop.ts";
import { type Stage, strike } from "./stage.ts";

/** Everything but printable characters and line feeds; tables have tabs besides. */
const UNPRINTABLE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** Colours and weights are all that a terminal is ever told. */
const STYLE = new RegExp(`${String.fromCharCode(27)}\\[\\d{1,3}(?:;\\d{1,3})*m`, "g");

let set: Stage;
let carved: Carved;
let report: Report;
let cwd: string;

beforeAll(async () => {
  set = namedShop();
  carved = await carve(set, { args: namedDecisions(set), env: { FORCE_COLOR: "1" } });
  report = expectResult(carved);
  cwd = join(set.folder, "cwd");
});
afterAll(() => strike(set));

test("every hostile name is in the result, as it is", () => {
  expectHarmless(set, carved);
  const places: Readonly<Record<string, readonly string[]>> = {
    table: report.graph.nodes.filter(({ kind }) => kind === "table").map(({ name }) => name),
    column: report.graph.nodes.flatMap((node) =>
      node.kind === "table" ? node.columns.map((column) => column.name.slice(2)) : [],
    ),
    method: report.graph.nodes.flatMap((node) =>
      node.kind === "unit" ? node.methods.map((method) => method.name) : [],
    ),
    context: report.grouping.contexts.map(({ name }) => name),
    route: report.endpoints.map(({ path }) => path.slice(1)),
    event: report.messages.map(({ channel }) => channel),
    commit: report.graph.commits.map(({ subject }) => subject),
    person: report.contributors.map(({ name }) => name ?? ""),
  };
  for (const [place, found] of Object.entries(places)) {
    const wanted = NAMES.filter((name) => name !== "constructor" || place !== "method");
    const missing = wanted.filter((name) => !found.some((one) => plain(one) === plain(name)));
    expect(missing, place).toEqual([]);
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
});

/** Not every place holds every sign: no name of a person has angle brackets, and contexts are told apart by words. */
function plain(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]/gu, "");
}

describe("nothing of it is obeyed", () => {
  test("by a terminal, with colours and without", async () => {
    expect(carved.stdout).toMatch(STYLE);
    expect(carved.stdout.replaceAll(STYLE, "")).not.toMatch(UNPRINTABLE);
    const texts = await Promise.all(
      [["explain", "Part0"], ["explain", "Part0", "Order"], ["plan"], ["plan", NAMES[0]!]].map(said),
    );
    for (const text of texts) expect(text).not.toMatch(UNPRINTABLE);
  });

  test("by a document in Markdown", async () => {
    for (const text of await Promise.all(
      [["plan"], ["plan", NAMES[0]!], ["plan", NAMES[1]!], ["plan", NAMES[18]!]].map(said),
    )) {
      const outsideCode = text.replaceAll(/(?<![`\\])(`+)(?!`)(.*?)(?<!`)\1(?!`)/g, "");
      expect(outsideCode).not.toMatch(/(?<!\\)<(?:img|script|!--)/);
      expect(outsideCode).not.toMatch(/(?<!\\)\]\(http/);
    }
  });

  test("by Graphviz, Mermaid or Context Mapper", async () => {
    const board = await openDrawingBoard();
    try {
      const wanted = NAMES.map(safeTerm);
      const contexts = new Set(
        report.grouping.contexts.filter(({ level }) => level === "macro").map(({ name }) => safeTerm(name)),
      );
      expect(wanted.filter((name) => contexts.has(name)).length).toBeGreaterThan(NAMES.length / 2);
      const [holder] = report.grouping.contexts.filter(({ members }) =>
        members.some((id) => id.startsWith("table:")),
      );
      for (const format of ["dot", "mermaid"] as const) {
        const { kernel: _kernel, ...boxes } = (await board[format](await said(["export", format, "--all"])))
          .boxes;
        expect(new Set(Object.values(boxes).map(([name]) => name))).toEqual(contexts);
        const inside = await board[format](await said(["export", format, "--all", "--context", holder!.id]));
        const names = Object.values(inside.boxes).map(([name]) => name);
        expect(names.sort()).toEqual(namesOf(holder!.members).sort());
      }
      expect(board.complaints).toEqual([]);
      const { contexts: told } = readCml(await said(["export", "cml", "--all"]));
      expect(told.map(({ vision }) => vision)).toEqual(expect.arrayContaining([...contexts]));
    } finally {
      await board.close();
    }
  });

  test.each([
    "units",
    "contexts",
    "tables",
    "accesses",
    "joins",
    "endpoints",
    "messages",
    "commits",
    "contributors",
  ])("by a spreadsheet, in the table %s", async (name) => {
    const lines = (await said(["list", name])).replace(/\n$/, "").split("\n");
    expect(lines.length).toBeGreaterThan(NAMES.length / 2);
    for (const cells of lines.map((line) => line.split("\t"))) {
      expect(cells.length).toBe(TABLES[name]!.columns.length);
      for (const cell of cells) {
        expect(cell).not.toMatch(UNPRINTABLE);
        if (Number.isNaN(Number(cell))) expect(cell).not.toMatch(/^(?:[=+-]|@SUM)/);
      }
    }
  });
});

function namesOf(ids: readonly NodeId[]): string[] {
  const nodes = new Map(report.graph.nodes.map(({ id, name }) => [id, safeTerm(name)]));
  return ids.map((id) => nodes.get(id) ?? "");
}

async function said(args: readonly string[]): Promise<string> {
  const [command, ...rest] = args as [string, ...string[]];
  const place =
    command === "list" || command === "export"
      ? [...rest, "out/analysis.json"]
      : [...rest, "--in", "out/analysis.json"];
  const { code, stdout, stderr } = await runCli([command, ...place, "-q"], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

import { expect, test } from "vitest";
import { listJsonPieces, tsvLine, tsvPieces } from "../../src/reporters/list/list-text.ts";
import { TABLES } from "../../src/reporters/list/tables.ts";
import { sampleReport } from "../page/sample-report.ts";
import { HOSTILE } from "./hostile-names.ts";

const report = sampleReport({ macro: 6, units: 60, couplings: 300 });
const hostile = sampleReport({ macro: 3, units: 40, couplings: 120, names: HOSTILE });

test.each(Object.entries(TABLES))("%s has a header and rows of equal width", (_name, table) => {
  for (const each of [report, hostile]) {
    const lines = tsvPieces(table, each).join("").replace(/\n$/, "").split("\n");
    expect(lines[0]).toBe(table.columns.join("\t"));
    expect(lines.filter((line) => line.split("\t").length !== table.columns.length)).toEqual([]);
  }
});

test("a table as JSON has the same rows, under the names of its columns", () => {
  for (const table of Object.values(TABLES)) {
    const rows = JSON.parse(listJsonPieces(table, report).join("")) as Record<string, unknown>[];
    const lines = tsvPieces(table, report).join("").trimEnd().split("\n");
    expect(rows.length).toBe(lines.length - 1);
    for (const row of rows) expect(Object.keys(row)).toEqual(table.columns);
  }
});

test("units are told with file, role and their contexts of all levels", () => {
  const [header, first] = tsvPieces(TABLES.units!, report).join("").split("\n");
  expect(header).toBe("unit\tfile\trole\tmacro\tmeso\tmicro\tconfidence\tlines\trevisions\tchurn");
  expect(first).toMatch(/^\S+\t\S+\t\S*\tmacro\/\S+\tmeso\/\S+\tmicro\/\S+\t[\d.]+\t\d+\t\d+\t\d*$/);
});

test("tabs, line feeds and backslashes in names stay inside their cell", () => {
  const table = { title: "", columns: ["a", "b"], rows: () => [["1\t2\n3\\4\u001b[31m", 0.123456789]] };
  expect(tsvPieces(table, report).join("")).toBe("a\tb\n1\\t2\\n3\\\\4\\u{1b}[31m\t0.1235\n");
});

test("no cell of text begins like a formula, and no package of a scope is changed", () => {
  const cells = ["=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(1)", "@shop/api", "@shop", "a=b", "\t=1", -1.5];
  expect(tsvLine(cells)).toBe("'=HYPERLINK(1)\t'+1+1\t'-2+3\t'@SUM(1)\t@shop/api\t@shop\ta=b\t\\t=1\t-1.5\n");
});

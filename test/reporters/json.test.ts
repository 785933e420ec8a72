import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { analyze } from "../../src/pipeline.ts";
import { jsonPieces } from "../../src/reporters/json/json-pieces.ts";
import { parseReport } from "../../src/reporters/json/parse-report.ts";
import { schemaText } from "../../src/reporters/json/schema.ts";
import { openRepository } from "../../src/repository/open-repository.ts";
import { SCHEMA_URL } from "../../src/version.ts";
import { BOOKSHOP } from "../cli/run-cli.ts";
import { appOf } from "../golden/build-history.ts";
import { sampleReport } from "../page/sample-report.ts";
import { closedSchema } from "./closed-schema.ts";
import { HOSTILE } from "./hostile-names.ts";

let bookshop: Report;
const sample = sampleReport({ macro: 6, units: 60, couplings: 300 });
const hostile = sampleReport({ macro: 3, units: 40, couplings: 120, names: HOSTILE });

beforeAll(async () => {
  const repository = await openRepository(appOf(BOOKSHOP), DEFAULT_SETTINGS);
  bookshop = await analyze(repository, DEFAULT_SETTINGS, () => {});
  repository.git?.close();
});

test("what is written satisfies the schema that is shipped, strictly", () => {
  const schema = JSON.parse(schemaText(SCHEMA_URL));
  const validate = new Ajv2020({ strict: true, strictTuples: false }).compile(closedSchema(schema));
  for (const report of [bookshop, sample, hostile]) {
    validate(JSON.parse(jsonText(report)));
    expect(validate.errors ?? []).toEqual([]);
  }
});

test("one element of a list is one line", () => {
  const lines = jsonText(bookshop).split("\n");
  const units = lines.filter((line) => line.startsWith('{"kind":"unit"'));
  expect(units.length).toBe(bookshop.graph.nodes.filter(({ kind }) => kind === "unit").length);
  const couplings = lines.filter((line) => line.startsWith('{"from":') && line.includes('"strength":'));
  expect(couplings.length).toBe(bookshop.graph.couplings.length);
});

test("a report survives being written and read, and is written the same again", () => {
  for (const report of [bookshop, sample, hostile]) {
    const text = jsonText(report);
    const parsed = parseReport(text);
    if ("problem" in parsed) throw new Error(parsed.problem);
    expect(jsonText(JSON.parse(text))).toBe(text);
    expect(parsed.report).toEqual(JSON.parse(text));
  }
});

test("the pieces are the text, and small enough for any reader", () => {
  const large = sampleReport({ macro: 12, units: 2000, couplings: 20_000 });
  const pieces = [...jsonPieces(large)];
  expect(pieces.length).toBeGreaterThan(2);
  expect(JSON.parse(pieces.join("")).graph.couplings.length).toBe(large.graph.couplings.length);
});

test("what is no analysis is told apart in words", () => {
  expect(parseReport("{")).toEqual({ problem: "this is no JSON" });
  expect(parseReport("null")).toEqual({ problem: "this is no analysis of monocarve" });
  expect(parseReport('{"schemaVersion":"9.0.0"}')).toEqual({
    problem: "its format 9.0.0 is not the one this version reads",
  });
  expect(parseReport('{"schemaVersion":"1.0.0"}')).toHaveProperty("problem");
});

test("fields of later minor versions are ignored", () => {
  const later = { ...JSON.parse(jsonText(sample)), schemaVersion: "1.7.0", news: [1] };
  expect(parseReport(JSON.stringify(later))).toHaveProperty("report");
});

function jsonText(report: Report): string {
  return [...jsonPieces(report)].join("");
}

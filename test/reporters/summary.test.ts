import { expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { COPY, LANGUAGES } from "../../src/reporters/copy.ts";
import { widthOf } from "../../src/reporters/terminal/fit.ts";
import { paintFor } from "../../src/reporters/terminal/paint.ts";
import { summaryText } from "../../src/reporters/terminal/summary-text.ts";
import { summaryView } from "../../src/reporters/view/summary-view.ts";
import { sampleReport } from "../page/sample-report.ts";
import { HOSTILE } from "./hostile-names.ts";

const report = sampleReport({ macro: 9, units: 120, couplings: 700 });
const WRITTEN = { page: "monocarve-report/report.html", analysis: "monocarve-report/analysis.json" };
const plain = paintFor(0);

for (const lang of LANGUAGES) {
  for (const width of [60, 80, 120]) {
    test(`the summary fits ${width} columns (${lang})`, () => {
      const lines = said(report, width, lang).split("\n");
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
      expect(lines.length).toBeLessThanOrEqual(width < 80 ? 75 : 60);
    });
  }
}

test("figures stand under their headings, names at the left", () => {
  const lines = said(report, 80, "en").split("\n");
  const header = lines.findIndex((line) => line.trimStart().startsWith("context "));
  const widths = lines.slice(header, header + 8).map(widthOf);
  expect(new Set(widths).size).toBe(1);
});

test("a wide screen shows what a narrow one leaves out", () => {
  expect(said(report, 120, "en")).toContain("endpoints");
  expect(said(report, 80, "en")).not.toMatch(/context .* endpoints/);
});

test("the first three extractions come with reasons for and against", () => {
  const view = summaryView(report, COPY.en, WRITTEN);
  expect(view.steps.steps.length).toBeGreaterThan(0);
  expect(view.steps.steps.length).toBeLessThanOrEqual(3);
  for (const step of view.steps.steps) expect(step.gains.reasons.length).toBeGreaterThan(0);
});

test("it says what was not read, where the files are, and what to type next", () => {
  const text = said(report, 80, "en");
  expect(text).toContain("96 calls whose target stayed open");
  expect(text).toContain("set aside: tests");
  expect(text).toContain("monocarve-report/analysis.json");
  expect(text).toMatch(/monocarve explain \w+/);
});

test("a report that found nothing wrong says so", () => {
  const clean: Report = {
    ...report,
    diagnostics: [],
    completeness: { ...report.completeness, skipped: {} },
  };
  expect(said(clean, 80, "en")).toContain("Everything that was meant to be read was read.");
});

test("names of the repository can neither colour nor move anything", () => {
  const hostile = sampleReport({ macro: 3, units: 40, couplings: 120, names: HOSTILE });
  const contexts = hostile.grouping.contexts.map((context, index) => ({
    ...context,
    name: HOSTILE[index % HOSTILE.length] ?? "",
  }));
  const named = {
    ...hostile,
    repository: { ...hostile.repository, name: "\u001b[2Jshop" },
    grouping: { ...hostile.grouping, contexts },
  };
  const text = said(named, 80, "en");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is their absence that is looked for
  expect(text.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  expect(text).toContain("\\u{1b}[2Jshop");
});

test("colours change nothing but colours", () => {
  const coloured = summaryText(summaryView(report, COPY.en, WRITTEN), 80, paintFor(1));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are made of them
  expect(coloured.replaceAll(/\u001b\[\d+m/g, "")).toBe(said(report, 80, "en"));
  expect(coloured).not.toBe(said(report, 80, "en"));
});

function said(what: Report, width: number, lang: "en" | "ko"): string {
  return summaryText(summaryView(what, COPY[lang], WRITTEN), width, plain);
}

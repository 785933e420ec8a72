import { expect, test } from "vitest";
import { parseConfiguration } from "../../src/cli/configuration/parse-configuration.ts";
import { readDecisions } from "../../src/workshop/read-decisions.ts";

const DEEP = [
  `decisions: ${"[".repeat(100_000)}`,
  `decisions: ${"[".repeat(8_000)}a${"]".repeat(8_000)}`,
  `decisions: ${"{a: ".repeat(8_000)}`,
  `decisions:\n  ${"- ".repeat(8_000)}a`,
  `${"? ".repeat(8_000)}a`,
  Array.from({ length: 1_000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
];

test.each(DEEP)("what nests without end is refused with its line, and ends nothing", (text) => {
  const { decisions, problems } = readDecisions(text);
  expect(decisions).toEqual([]);
  expect(problems).toEqual([expect.stringMatching(/^line \d+: is nested too deeply$/)]);
  expect(() => parseConfiguration(text, "a.yaml")).toThrow(/^a\.yaml:\d+: is nested too deeply$/);
  expect(() => parseConfiguration(text, "a.json")).toThrow(/^a\.json:\d+: /);
});

test("aliases that stand for each other are refused, not followed", () => {
  const text = `include: ${"&a [*a, ".repeat(400)}b${"]".repeat(400)}`;
  expect(() => parseConfiguration(text, "a.yaml")).toThrow("a.yaml:1: aliases (*) are not read");
});

test("a key that stands twice is refused with the line of the second", () => {
  expect(readDecisions("version: 1\nversion: 1\n").problems).toEqual(["line 2: Map keys must be unique"]);
  expect(() => parseConfiguration("seed: 1\nplan:\n  roadmap: {a: 1, a: 2}\n", "a.yaml")).toThrow(
    "a.yaml:3: Map keys must be unique",
  );
});

test("a hundred thousand mistakes are told by the first ones", () => {
  const { problems } = readDecisions('"'.repeat(100_000));
  expect(problems).toHaveLength(1);
});

test("tens of thousands of keys take no longer than they should", () => {
  const text = Array.from({ length: 60_000 }, (_, index) => `key${index}: 1`).join("\n");
  const start = process.cpuUsage();
  expect(() => parseConfiguration(text, "a.yaml")).toThrow('a.yaml:1: unknown key "key0"');
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(10_000);
});

import { describe, expect, test } from "vitest";
import { carve, codesOf, expectHarmless, expectResult, withinSeconds } from "./carve.ts";
import type { ContentCase } from "./content/case.ts";
import { CONTENT_CASES } from "./content/cases.ts";
import { COMMIT_INJECTION } from "./content/history.ts";
import { partOf, plainStage, type Stage, stage, strike } from "./stage.ts";

/** No repository of this size may take longer, whatever is in it. */
const LIMIT_SECONDS = 20;

describe("hostile files", () => {
  test.concurrent.each(CONTENT_CASES)("$name", async (one) => {
    const set = plainStage();
    try {
      one.build(set);
      await expectCase(set, one, ["no-history"]);
    } finally {
      await strike(set);
    }
  });

  test.concurrent("all of them in one repository", async () => {
    const set = plainStage();
    try {
      for (const one of CONTENT_CASES) one.build(partOf(set, one.name));
      const carved = await carve(set);
      expectHarmless(set, carved);
      expect(carved.milliseconds).toBeLessThan(withinSeconds(LIMIT_SECONDS));
      const report = expectResult(carved);
      const names = new Set(report.graph.nodes.map(({ name }) => name));
      expect(
        ["Order", "Bill", "U8", "U16LE", "good_table", "Loan"].filter((name) => !names.has(name)),
      ).toEqual([]);
      const told = [...new Set(CONTENT_CASES.flatMap((one) => one.told ?? []))];
      expect(codesOf(report)).toEqual(expect.arrayContaining(told.filter((code) => code !== "npm-traps")));
    } finally {
      await strike(set);
    }
  });

  test.concurrent("a history whose texts look like git's output", async () => {
    const set = stage();
    try {
      COMMIT_INJECTION.build(set);
      await expectCase(set, COMMIT_INJECTION, []);
    } finally {
      await strike(set);
    }
  });
});

async function expectCase(set: Stage, one: ContentCase, usual: readonly string[]): Promise<void> {
  const carved = await carve(set);
  expectHarmless(set, carved);
  const report = expectResult(carved);
  expect(carved.milliseconds).toBeLessThan(withinSeconds(LIMIT_SECONDS));
  const names = report.graph.nodes.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["Bill", "Order", ...(one.finds ?? [])]));
  const told = codesOf(report).filter(
    (code) => !usual.includes(code) && !(one.mayTell ?? []).includes(code as never),
  );
  expect(told).toEqual(one.told ?? []);
  one.holds?.(report);
}

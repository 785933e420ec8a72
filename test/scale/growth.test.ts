import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { growMonolith } from "../../scripts/bench/monolith/grow-monolith.ts";
import { emptyFolder } from "../repository/build-tree.ts";
import { measuredCarve } from "./measured-carve.ts";

function grown(files: number, seed = 1): string {
  const folder = emptyFolder(`monolith-${files}-${seed}`);
  growMonolith(folder, { files, seed });
  return folder;
}

test("three times the files take little more than three times the work and the memory", async () => {
  const folders = [grown(400), grown(1200)] as const;
  let [work, slope] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // A busy machine makes any run look bad, and none look good; the collector of garbage has its own times.
  for (let round = 0; round < 3 && (work > 4 || slope > 200); round++) {
    const [small, large] = [await measuredCarve(folders[0]), await measuredCarve(folders[1])];
    expect(large.report.completeness.counts["history.commits"]).toBe(1200);
    work = Math.min(work, large.userSeconds / small.userSeconds);
    slope = Math.min(slope, (large.megabytes - small.megabytes) / 0.8);
  }
  expect(work).toBeLessThan(4);
  expect(slope, "megabytes for each thousand files more").toBeLessThan(200);
});

test("a monolith that is made for measuring is one to believe", async () => {
  const { report } = await measuredCarve(grown(200));
  const { counts, seen, parsed, partial, skipped } = report.completeness;
  expect(seen).toBeGreaterThan(195);
  expect(partial).toBe(0);
  expect(parsed + (skipped.test ?? 0) + (skipped.asset ?? 0)).toBe(seen);
  expect(skipped.test).toBeGreaterThan(10);
  expect(counts["calls.resolved"]).toBeGreaterThan(1000);
  expect(counts["history.commits"]).toBe(200);
  const kinds = new Set(report.graph.couplings.map(({ kind }) => kind));
  for (const kind of ["call", "inheritance", "foreign-key", "join", "co-change"])
    expect(kinds).toContain(kind);
  expect(report.diagnostics.map(({ code }) => code)).toEqual(["undeclared-table"]);
});

test("the same seed makes the same monolith, another seed another one", () => {
  const trees = [grown(120), grown(120), grown(120, 2)].map((folder) =>
    execFileSync("git", ["rev-parse", "HEAD"], { cwd: folder, encoding: "utf8" }),
  );
  expect(trees[0]).toBe(trees[1]);
  expect(trees[0]).not.toBe(trees[2]);
});

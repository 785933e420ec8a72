import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Measured, runMeasured } from "../../scripts/bench/run-measured.mjs";
import type { Report } from "../../src/model/report.ts";
import { CLI } from "../cli/run-cli.ts";
import { emptyFolder } from "../repository/build-tree.ts";

/** Runs the built command line over a folder; says what it took, and what it wrote. */
export async function measuredCarve(
  folder: string,
  ...options: string[]
): Promise<Measured & { readonly report: Report }> {
  const out = join(emptyFolder("out"), "report");
  const measured = await runMeasured([CLI, folder, "--quiet", "--no-cache", "--out", out, ...options]);
  return { ...measured, report: JSON.parse(readFileSync(join(out, "analysis.json"), "utf8")) };
}

import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { expect } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { CLI, type Ended, runCli } from "../cli/run-cli.ts";
import { closedSchema } from "../reporters/closed-schema.ts";
import { marks, SECRET, type Stage } from "./stage.ts";

/** What one run of the command line on a hostile repository said and wrote. */
export interface Carved extends Ended {
  /** The parsed `analysis.json`; null where none was written. */
  readonly report: Report | null;
  /** Everything that it said or wrote, as text. */
  readonly words: string;
}

export interface CarveOptions {
  /** The folder to analyse, from the repository. */
  readonly root?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A program with arguments that starts it and watches. */
  readonly under?: readonly string[];
}

/** Analyses the repository with the command line that is shipped, from an empty folder. */
export async function carve(set: Stage, options: CarveOptions = {}): Promise<Carved> {
  const places = ["cwd", "home", "temporary"].map((name) => join(set.folder, name)) as [
    string,
    string,
    string,
  ];
  for (const place of places) mkdirSync(place, { recursive: true });
  const [cwd, home, temporary] = places;
  const before = await listing(set.repository);
  const ended = await runCli(
    ["-q", "--out", "out", join(set.repository, options.root ?? "."), ...(options.args ?? [])],
    {
      cwd,
      ...(options.under === undefined ? {} : { under: options.under }),
      env: { HOME: home, TMPDIR: temporary, NODE_COMPILE_CACHE: COMPILED, ...options.env },
    },
  );
  expect(await listing(set.repository), "what was changed in the repository").toBe(before);
  expect(readdirSync(temporary), "what was left in the temporary folder").toEqual([]);
  expect(readdirSync(home), "what was left at home").toEqual([]);
  expect(programsOf(set), "what still runs").toEqual([]);
  const [analysis, page] = ["analysis.json", "report.html"].map((name) => textOf(join(cwd, "out", name)));
  const words = [ended.stdout, ended.stderr, analysis, page].join("\n");
  return { ...ended, words, report: analysis === "" ? null : (JSON.parse(analysis ?? "") as Report) };
}

/** What every run on every hostile repository keeps to, however it ends. */
export function expectHarmless(set: Stage, { words, stderr }: Carved): void {
  expect(marks(set), "payloads that fired").toEqual([]);
  for (const foreign of [SECRET, "root:x:0:", set.folder])
    expect(words.includes(foreign), foreign).toBe(false);
  expect(stderr).not.toMatch(/internal error|^\s+at /m);
}

/** What a result keeps to besides: it is valid, and accounts for every file that was seen. */
export function expectResult({ code, report, stderr }: Carved): Report {
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  if (report === null) throw new Error("nothing was written");
  schema(report);
  expect(schema.errors ?? []).toEqual([]);
  const { seen, parsed, partial, skipped } = report.completeness;
  expect(Object.values(skipped).reduce((sum, count) => sum + count, parsed + partial)).toBe(seen);
  return report;
}

/** A limit in milliseconds; as much longer as the machine is busy with other things. */
export function withinSeconds(seconds: number): number {
  return seconds * 1000 * Math.max(1, (2 * (loadavg()[0] ?? 0)) / availableParallelism());
}

/** The codes of what was said about the repository, but for what any small shop is told. */
export function codesOf(report: Report): string[] {
  const usual = new Set(["thin-history", "weak-structure"]);
  return [...new Set(report.diagnostics.map(({ code }) => code as string))]
    .filter((code) => !usual.has(code))
    .sort();
}

const run = promisify(execFile);
const COMPILED = join(tmpdir(), `monocarve-compiled-${process.pid}`);

/** The schema that is shipped, in which nothing may appear that it does not name. */
const schema: ValidateFunction = new Ajv2020({ strict: true, strictTuples: false }).compile(
  closedSchema(JSON.parse(readFileSync(join(CLI, "../schema.json"), "utf8"))),
);

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** Names, sizes and times of everything in a folder, as deep as the analysis goes. */
async function listing(folder: string): Promise<string> {
  const args = [folder, "-maxdepth", "120", "-printf", "%P %y %s %T@\\n"];
  return (await run("find", args, { maxBuffer: 1 << 28, encoding: "latin1" })).stdout;
}

/** Programs that have something of the stage as their folder, arguments or environment. */
function programsOf({ folder }: Stage): string[] {
  return readdirSync("/proc").filter((id) => {
    try {
      if (!/^\d+$/.test(id)) return false;
      const texts = ["cmdline", "environ"].map((name) => readFileSync(`/proc/${id}/${name}`, "latin1"));
      return [...texts, readlinkSync(`/proc/${id}/cwd`)].some((text) => text.includes(folder));
    } catch {
      return false;
    }
  });
}

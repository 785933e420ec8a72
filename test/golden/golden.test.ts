import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Findings } from "../../src/model/findings.ts";
import { byCodeUnit } from "../../src/model/ids.ts";
import { analyzeFolder } from "./analyze-folder.ts";
import { appOf } from "./build-history.ts";
import { sentencesOf } from "./sentences.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures");
const UPDATE = process.env.UPDATE_GOLDEN === "1";

describe.each(readdirSync(FIXTURES))("%s", (name) => {
  const folder = join(FIXTURES, name);
  const findings = memoized(() => analyzeFolder(appOf(folder)));

  test("is explained in three lines", () => {
    const readme = readFileSync(join(folder, "README.md"), "utf8");
    expect(readme.match(/^- \*\*(Shows|We expect|Hard:)\*\*/gm)).toHaveLength(3);
  });

  if (has(folder, "facts")) {
    test("says what it should", async () => {
      const golden = goldenOf(folder, "facts");
      const kinds = golden.header === "" ? [] : golden.header.slice("# ".length).split(", ");
      compare(golden, sentencesOf((await findings()).facts, new Set(kinds)));
    });
  }

  if (has(folder, "diagnostics")) {
    test("complains as it should, and about nothing else", async () => {
      compare(goldenOf(folder, "diagnostics"), complaintsOf(await findings()));
    });
  }
});

interface Golden {
  readonly path: string;
  /** `# call, construction`: the kinds of fact that the fixture is about; empty for all. */
  readonly header: string;
  readonly lines: readonly string[];
}

function has(folder: string, what: string): boolean {
  return existsSync(join(folder, "golden", `${what}.txt`));
}

function goldenOf(folder: string, what: string): Golden {
  const path = join(folder, "golden", `${what}.txt`);
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  const header = lines[0]?.startsWith("# ") ? lines[0] : "";
  return { path, header, lines: lines.slice(header === "" ? 0 : 1) };
}

function compare({ path, header, lines }: Golden, actual: readonly string[]): void {
  if (UPDATE)
    writeFileSync(path, [header, ...actual, ""].filter((line, index) => index > 0 || line).join("\n"));
  else expect(actual).toEqual(lines);
}

function complaintsOf({ diagnostics }: Findings): string[] {
  const lines = diagnostics.map(({ code, file, line, count }) =>
    [
      code,
      file === undefined ? "" : line === undefined ? file : `${file}:${line}`,
      count === undefined ? "" : `× ${count}`,
    ]
      .filter((word) => word !== "")
      .join("  "),
  );
  return lines.sort(byCodeUnit);
}

function memoized<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

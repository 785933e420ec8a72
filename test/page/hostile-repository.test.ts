import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { VIEW_NAMES } from "../../src/page/state/route.ts";
import { emptyFolder, runCli } from "../cli/run-cli.ts";
import { openBrowser } from "./browser.ts";
import { HOSTILE } from "./hostile-report.ts";

const well = HOSTILE.filter((name) => !/\p{Surrogate}|[\0\r\n]/u.test(name));
/**
 * What each place can hold at all: a file's name no slash, a person's name in git no angle bracket; in SQL, `${…}` is
 * something that a migration tool fills in.
 */
const NAMES = {
  tables: well.filter((name) => !name.includes("$" + "{")),
  files: well.filter((name) => !name.includes("/")).map((name) => `src/${name}.ts`),
  authors: well.filter((name) => !/[<>]/.test(name)),
  subjects: well,
  reasons: well.map((name) => `because ${name}`),
} as const;

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("a repository whose people name things with malice gets a page that shows it and does nothing", async () => {
  const home = emptyFolder();
  const decisions = join(home, "decisions.yaml");
  writeFileSync(decisions, decisionsText());
  const args = [
    buildRepository(home),
    "--quiet",
    "--authors",
    "--decisions",
    decisions,
    "--out",
    join(home, "out"),
  ];
  const { code, stderr } = await runCli(args);
  expect([code, stderr]).toEqual([0, ""]);
  const report: Report = JSON.parse(readFileSync(join(home, "out/analysis.json"), "utf8"));
  const { nodes, commits } = report.graph;
  const tables = nodes.filter((node) => node.kind === "table");
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining([...NAMES.tables]));
  expect(tables.flatMap(({ columns }) => columns.map(({ name }) => name))).toEqual(
    expect.arrayContaining([...NAMES.tables]),
  );
  expect(nodes.map(({ file }) => file)).toEqual(expect.arrayContaining([...NAMES.files]));
  expect(report.contributors.map(({ name }) => name)).toEqual(expect.arrayContaining([...NAMES.authors]));
  expect(commits.map(({ subject }) => subject)).toEqual(expect.arrayContaining([...NAMES.subjects]));
  expect(report.decisions.map(({ reason }) => reason)).toEqual(expect.arrayContaining([...NAMES.reasons]));

  const { page, go, complaints, requests } = await browser.openFile(join(home, "out/report.html"));
  for (const view of VIEW_NAMES) await go(view);
  for (const { id, name } of nodes) {
    await go(`overview?${new URLSearchParams({ node: id })}`);
    expect(await page.locator(".drawer h2").textContent()).toBe(name);
  }
  expect(complaints).toEqual([]);
  expect(requests).toEqual([]);
  expect(page.url()).toMatch(/^file:/);
});

function decisionsText(): string {
  const entries = well.map(
    (name) => `  - note: ${JSON.stringify("src/first.ts")}
    by: ${JSON.stringify(name)}
    because: ${JSON.stringify(`because ${name}`)}\n`,
  );
  return `version: 1\ndecisions:\n${entries.join("")}`;
}

/** A repository with a table, a file and a commit for every name that is possible there. */
function buildRepository(home: string): string {
  const folder = join(home, "repository");
  mkdirSync(folder);
  const git = (args: readonly string[], input = "") => execFileSync("git", args, { cwd: folder, input });
  git(["init", "--quiet", "--initial-branch=main"]);
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const schema = NAMES.tables
    .map((name) => `CREATE TABLE ${quoted(name)} (${quoted(name)} text);\n`)
    .join("");
  const sources = NAMES.files.map((path, at) => file(path, `export class Part${at} {\n  go(): void {}\n}\n`));
  const commits = well.map((subject, at) => {
    const author = NAMES.authors[at % NAMES.authors.length];
    const pair = (at % 2 === 0 ? ["first", "second"] : ["third", "fourth"]).map((name) =>
      file(`src/${name}.ts`, `export class Of${name} {\n  round(): number {\n    return ${at};\n  }\n}\n`),
    );
    const who = `${author} <person${at % NAMES.authors.length}@library.example> ${1_700_000_000 + at * 90_000} +0000`;
    const rest = at === 0 ? [file("schema.sql", schema), ...sources] : [];
    return `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\n${data(subject)}${pair.join("")}${rest.join("")}`;
  });
  git(["fast-import", "--quiet"], commits.join("\n"));
  git(["reset", "--quiet", "--hard"]);
  return folder;
}

/** A file in the language of `git fast-import`; every byte of its path is written as a number. */
function file(path: string, text: string): string {
  const bytes = [...Buffer.from(path)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`);
  return `M 100644 inline "${bytes.join("")}"\n${data(text)}`;
}

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

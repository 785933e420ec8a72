import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { emptyFolder, runCli } from "../cli/run-cli.ts";
import { shell } from "./shell.ts";
import { type TwoVersions, twoVersions } from "./two-versions.ts";

/** One line, with a way out behind a semicolon, and nothing of the program's insides. */
const ONE_LINE = /^monocarve: [^\n;]+; [^\n]+\n$/;
const NOBODY = 65_534;

let library: TwoVersions;
beforeAll(async () => {
  library = await twoVersions();
});

type Place = (folder: string) => string;
const PLACES: Readonly<Record<string, readonly [said: RegExp, place: Place]>> = {
  "a page of somebody else": [
    /was not written by monocarve/,
    (at) => put(at, "report.html", "<title>My page</title>"),
  ],
  "an analysis of somebody else": [
    /was not written by monocarve/,
    (at) => put(at, "analysis.json", '{"mine":1}'),
  ],
  "a link to a result": [/is a symbolic link/, (at) => link(at, "report.html", "old/report.html")],
  "a link to nothing": [/is a symbolic link/, (at) => link(at, "analysis.json", "nothing")],
  "a folder in place of the page": [/is no regular file/, (at) => folder(at, "report.html")],
  "a pipe in place of the page": [/is no regular file/, (at) => pipe(at, "report.html")],
  "a pipe in place of the analysis": [/is no regular file/, (at) => pipe(at, "analysis.json")],
  "a file in place of the folder": [
    /part of its path is a file/,
    (at) => join(put(at, "taken", "mine"), "taken"),
  ],
  "a file above the folder": [
    /part of its path is a file/,
    (at) => join(put(at, "taken", "mine"), "taken/a/b"),
  ],
  "a pipe in place of the folder": [/part of its path is a file/, (at) => join(pipe(at, "pipe"), "pipe")],
  "a link to nothing in place of the folder": [
    /something is in its way/,
    (at) => join(link(at, "way", "nothing"), "way"),
  ],
  "a link to itself in place of the folder": [
    /leads in a circle/,
    (at) => join(link(at, "way", "way"), "way"),
  ],
  "a name that is too long": [/too long/, (at) => join(at, "x".repeat(300))],
  "a place where nothing can be made": [/its folder cannot be made/, () => "/proc/self/nothing"],
  "a device": [/part of its path is a file/, () => "/dev/full"],
};

test.each(Object.entries(PLACES))("%s: 74, one line, nothing touched", async (_name, [said, place]) => {
  const home = emptyFolder();
  cpSync(library.out, join(home, "old"), { recursive: true });
  const out = place(home);
  const before = inventory(home);
  const { code, stderr, stdout } = await runCli([library.repositories[0], "--quiet", "--out", out], library);
  expect(stderr).toMatch(said);
  expect(stderr).toMatch(ONE_LINE);
  expect(code).toBe(74);
  expect(stdout).toBe("");
  expect(inventory(home)).toEqual(before);
});

test("a folder that may not be written to: 74, one line, nothing touched", async () => {
  const home = emptyFolder();
  cpSync(library.out, join(home, "out"), { recursive: true });
  const before = inventory(home);
  const asNobody = process.getuid?.() === 0 ? ["setpriv", `--reuid=${NOBODY}`, "--clear-groups"] : [];
  execFileSync("chmod", ["-R", "a+rX,a-w", home]);
  execFileSync("chmod", ["a+rwx", library.temporary]);
  execFileSync("chmod", ["-R", "a+rX", join(library.temporary, "..")]);
  execFileSync("chmod", ["a+x", tmpdir()]);
  for (const out of ["out", "new/folder"]) {
    const script = 'monocarve "$1" --quiet --out "$2"';
    const given = [library.repositories[0], join(home, out)];
    const { code, stderr, stdout } = await shell(script, given, { env: library.env, within: asNobody });
    expect(stderr).toMatch(/permission denied/);
    expect(stderr).toMatch(ONE_LINE);
    expect([code, stdout]).toEqual([74, ""]);
  }
  expect(inventory(home)).toEqual(before);
});

test("what is missing is made, also several folders deep, and goes again when the run fails", async () => {
  const home = emptyFolder();
  const out = join(home, "a/b/c");
  const env = { ...library.env, TMPDIR: "/nowhere/at/all" };
  expect((await runCli([library.repositories[0], "--quiet", "--out", out], { env })).code).toBe(74);
  expect(readdirSync(home)).toEqual([]);
  expect((await runCli([library.repositories[0], "--quiet", "--out", out], library)).code).toBe(0);
  expect(readdirSync(out).sort()).toEqual(["analysis.json", "report.html"]);
});

test("a cache where nothing can be made costs nothing but time", async () => {
  const nowhere = { XDG_CACHE_HOME: "/proc/self/nothing", XDG_CONFIG_HOME: "/proc/self/nothing" };
  const out = join(emptyFolder(), "out");
  const { code, stderr } = await shell(
    'monocarve "$1" --quiet --out "$2" > /dev/null',
    [library.repositories[0], out],
    {
      env: { ...library.env, ...nowhere },
    },
  );
  expect([code, stderr]).toEqual([0, ""]);
});

test("folders that look like what a killed run left are in nobody's way", async () => {
  const out = emptyFolder();
  mkdirSync(join(out, ".analysis.json.999999999.tmp"));
  symlinkSync("nothing", join(out, ".report.html.999999999.tmp"));
  expect((await runCli([library.repositories[0], "--quiet", "--out", out], library)).code).toBe(0);
  expect(readdirSync(out).sort()).toEqual([".analysis.json.999999999.tmp", "analysis.json", "report.html"]);
});

test("a configuration that lies in the folder cannot write through a link", async () => {
  const [cwd, elsewhere] = [emptyFolder(), emptyFolder()];
  symlinkSync(elsewhere, join(cwd, "docs"));
  writeFileSync(join(cwd, "monocarve.config.json"), '{ "out": "docs/report" }');
  const { code, stderr } = await runCli([library.repositories[0]], { ...library, cwd });
  expect(code).toBe(74);
  expect(stderr).toMatch(/docs is a symbolic link/);
  expect(readdirSync(elsewhere)).toEqual([]);
});

test("a name that would recolour or rewrite the terminal is shown, not obeyed", async () => {
  const out = put(join(emptyFolder(), "red\u001b[31m\nmonocarve: fine"), "report.html", "mine");
  const { code, stderr } = await runCli([library.repositories[0], "--quiet", "--out", out], library);
  expect(code).toBe(74);
  expect(stderr).toMatch(ONE_LINE);
  expect(stderr).toContain("red\\u{1b}[31m\\u{a}monocarve");
});

function put(at: string, name: string, text: string): string {
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, name), text);
  return at;
}

function link(at: string, name: string, target: string): string {
  symlinkSync(target, join(at, name));
  return at;
}

function folder(at: string, name: string): string {
  mkdirSync(join(at, name));
  return at;
}

function pipe(at: string, name: string): string {
  rmSync(join(at, name), { force: true });
  execFileSync("mkfifo", [join(at, name)]);
  return at;
}

/** Everything in a folder, with its kind and what is in it. */
function inventory(at: string): string[] {
  return (readdirSync(at, { recursive: true }) as string[]).sort().map((name) => {
    const stat = lstatSync(join(at, name));
    if (stat.isFile())
      return `${name} ${createHash("sha256")
        .update(readFileSync(join(at, name)))
        .digest("hex")}`;
    return stat.isSymbolicLink() ? `${name} -> ${readlinkSync(join(at, name))}` : name;
  });
}

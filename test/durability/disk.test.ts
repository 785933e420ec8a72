import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { beforeAll, expect, test } from "vitest";
import { emptyFolder } from "../cli/run-cli.ts";
import { ownMounts, shell } from "./shell.ts";
import { type TwoVersions, twoVersions } from "./two-versions.ts";

const SOURCE = join(import.meta.dirname, "../../src");
const ONE_LINE = /^monocarve: [^\n;]+; [^\n]+\n$/;

let library: TwoVersions;
beforeAll(async () => {
  library = await twoVersions();
});

/** Old results in $2, a run over another state that fails there, and then: its code, what lies there, what changed. */
const AFTERWARDS =
  'echo "$?"; ls -A "$2"; for name in analysis.json report.html; do cmp "$2/$name" "$3/$name"; done';
const UNCHANGED = "74\nanalysis.json\nreport.html\n";

const LIMITS = [
  ["the page does not fit any more", "ulimit -f 300"],
  ["not even the analysis fits", "ulimit -f 4"],
] as const;

test.each(LIMITS)("%s: 74, one line, the old bytes, no half of the new ones", async (_name, limit) => {
  const out = join(emptyFolder(), "out");
  cpSync(library.out, out, { recursive: true });
  const script = `(${limit}; monocarve "$1" --quiet --out "$2"); ${AFTERWARDS}`;
  const { stdout, stderr } = await shell(script, [library.repositories[0], out, library.out], library);
  expect(stderr).toMatch(/the file is too large/);
  expect(stderr).toMatch(ONE_LINE);
  expect(stdout).toBe(UNCHANGED);
});

const DISKS = [
  ["a full disk", "size=700k", "true", /no space left on the disk/],
  ["a disk without a free place for a file", "nr_inodes=3", "true", /no space left on the disk/],
  ["a read-only disk", "size=4m", 'mount -o remount,ro "$2"', /the disk is read-only/],
] as const;
const within = ownMounts();

/** Where nobody may mount, the limits above have to do: they take the same way through the program. */
test.each(within === null ? [] : DISKS)(
  "%s: 74, one line, the old bytes",
  async (_name, size, then, said) => {
    const mount = `mount -t tmpfs -o ${size} none "$2" && cp "$3"/* "$2" && ${then} && monocarve "$1" --quiet --out "$2"`;
    const given = [library.repositories[0], emptyFolder(), library.out];
    const { stdout, stderr } = await shell(`${mount}; ${AFTERWARDS}`, given, {
      ...library,
      within: within ?? [],
    });
    expect(stderr).toMatch(said);
    expect(stderr).toMatch(ONE_LINE);
    expect(stdout).toBe(UNCHANGED);
  },
);

test.each(within === null ? [] : ["size=8k", "nr_inodes=4"])(
  "without room for temporary files (%s) it ends in words, or without what it had no room for",
  async (size) => {
    const script = `mount -t tmpfs -o ${size} none "$TMPDIR" && monocarve "$1" --quiet --out "$2"; echo "$?"; ls -A "$TMPDIR" "$2"`;
    const { stdout, stderr } = await shell(script, [library.repositories[0], join(emptyFolder(), "out")], {
      ...library,
      within: within ?? [],
    });
    expect(stderr).not.toMatch(/internal error|\n {4}at /);
    expect(stdout).toMatch(/^(0|74)\n|\n(0|74)\n/);
    expect(stdout).not.toMatch(/monocarve-run|\.tmp/);
  },
);

test.each(within === null ? [] : ["size=8k", "nr_inodes=2", "size=1m,ro"])(
  "a cache on a disk that takes nothing (%s) costs nothing but time",
  async (size) => {
    const out = join(emptyFolder(), "out");
    const script = `mkdir -p "$XDG_CACHE_HOME"; mount -t tmpfs -o ${size} none "$XDG_CACHE_HOME" && monocarve "$1" --quiet --out "$2"; ${AFTERWARDS}`;
    const given = [library.repositories[1], out, library.out];
    const { stdout } = await shell(script, given, { within: within ?? [] });
    expect(stdout.slice(stdout.lastIndexOf("\n0\n") + 1)).toBe("0\nanalysis.json\nreport.html\n");
  },
);

test("decisions that do not fit on the disk leave the old ones as they were", async () => {
  const home = emptyFolder();
  const outfile = join(home, "decisions-file.cjs");
  buildSync({
    entryPoints: [join(SOURCE, "cli/explore/decisions-file.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
  });
  mkdirSync(join(home, "work"));
  const file = join(home, "work/monocarve.decisions.yaml");
  const old = "version: 1\ndecisions: []\n";
  writeFileSync(file, old);
  const save = `import { openDecisionsFile } from "./decisions-file.cjs";
    const note = { kind: "note", about: "macro/orders", author: "Kim", reason: "because ".repeat(5000), line: 0 };
    try { openDecisionsFile("work/monocarve.decisions.yaml", true).save([note]); } catch (error) { console.log(error.message); }`;
  writeFileSync(join(home, "save.mjs"), save);
  const { stdout } = await shell(`(ulimit -f 16; "${process.execPath}" save.mjs); ls -A work`, [], {
    cwd: home,
  });
  expect(stdout).toMatch(/^cannot write .*: the file is too large; .*\nmonocarve.decisions.yaml\n$/);
  expect(readFileSync(file, "utf8")).toBe(old);
});

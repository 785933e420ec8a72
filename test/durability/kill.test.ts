import { readdirSync, rmSync, statSync, watch } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { runCli } from "../cli/run-cli.ts";
import { livingStill } from "./living.ts";
import { chances, rounds, tellFigures } from "./rounds.ts";
import { type TwoVersions, twoVersions } from "./two-versions.ts";

/** So many kills of ten are aimed at the time when results are written. */
const AIMED_OF_TEN = 3;
const SETTLE_EVERY = 6;

let library: TwoVersions;
let inPlace: 0 | 1 = 1;
/** How long an undisturbed run takes on this machine, and how long of that it writes. */
let usual = { run: Number.POSITIVE_INFINITY, writing: 0 };

beforeAll(async () => {
  library = await twoVersions();
  await expectCleanRun();
});

const STEPS = [
  ["openSync 1 after", ["old", "old"]],
  ["openSync 2 after", ["old", "old"]],
  ["writeSync 1 half", ["old", "old"]],
  ["writeSync 2 half", ["old", "old"]],
  ["fsyncSync 1 before", ["old", "old"]],
  ["fsyncSync 2 after", ["old", "old"]],
  ["renameSync 1 before", ["old", "old"]],
  ["renameSync 1 after", ["new", "old"]],
  ["renameSync 2 after", ["new", "new"]],
] as const;

test("killed at any step of writing, every file is the old one or the new one, whole", async () => {
  for (const [step, expected] of STEPS) {
    const meant = other();
    const preload = `--require=${join(import.meta.dirname, "kill-at.cjs")}`;
    const env = { ...library.env, NODE_OPTIONS: preload, KILL_AT: step };
    const ended = await runCli([library.repositories[meant], "--out", library.out], { env });
    expect(ended.signal, step).toBe("SIGKILL");
    expect(library.look(meant), step).toEqual(expected);
    if (expected[1] === "new") inPlace = meant;
  }
  await expectCleanRun();
});

test("killed at random times, results are the old ones or the new ones, and the next run tidies up", async () => {
  const random = chances();
  const figures = { kills: 0, aimed: 0, late: 0, torn: 0, mixed: 0, replaced: 0, strays: 0 };
  const wanted = rounds(11, 200);
  while (figures.kills < wanted && figures.late < 2 * wanted) {
    const meant = other();
    const aimed = figures.kills % 10 < AIMED_OF_TEN;
    const moment = random();
    const ended = await runCli([library.repositories[meant], "--out", library.out], {
      env: library.env,
      meanwhile: (kill) => {
        const die = () => kill("SIGKILL");
        if (aimed) onFirstWrite(() => setTimeout(die, moment * usual.writing));
        else setTimeout(die, moment * usual.run);
      },
    });
    const found = library.look(meant);
    figures[ended.signal === "SIGKILL" ? "kills" : "late"]++;
    if (aimed) figures.aimed++;
    if (found.includes("torn") || found.includes("nothing")) figures.torn++;
    else if (found[0] !== found[1]) figures.mixed++;
    if (found[0] === "new") figures.replaced++;
    if (found[1] === "new") inPlace = meant;
    figures.strays += strays().length;
    if (figures.kills % SETTLE_EVERY > 0) continue;
    await expectCleanRun();
    // The next runs are cold again, and later ones find what was kept by those that were killed.
    rmSync(library.env.XDG_CACHE_HOME, { recursive: true });
  }
  await expectCleanRun();
  tellFigures(figures);
  expect(figures).toMatchObject({ kills: wanted, torn: 0 });
  // No system replaces two files in one step; a kill between the two is a matter of microseconds.
  expect(figures.mixed).toBeLessThanOrEqual(1);
  expect(figures.strays).toBeGreaterThan(0);
});

const other = (): 0 | 1 => (inPlace === 1 ? 0 : 1);

/** Runs undisturbed: that replaces both files and leaves nothing of those that were killed. */
async function expectCleanRun(): Promise<void> {
  const meant = other();
  let written = 0;
  const { code, stderr, milliseconds } = await runCli([library.repositories[meant], "--out", library.out], {
    env: library.env,
    meanwhile: () => {
      const start = performance.now();
      onFirstWrite(() => {
        written = performance.now() - start;
      });
    },
  });
  expect(stderr).not.toMatch(/monocarve: /);
  expect(code).toBe(0);
  expect(library.look(meant)).toEqual(["new", "new"]);
  expect(readdirSync(library.out).sort()).toEqual(["analysis.json", "report.html"]);
  expect(readdirSync(library.temporary)).toEqual([]);
  expect(await livingStill(library.temporary)).toEqual([]);
  expect(filesIn(library.env.XDG_CACHE_HOME).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  inPlace = meant;
  usual = { run: Math.min(usual.run, milliseconds), writing: milliseconds - written };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true }) as string[];
}

function strays(): string[] {
  return readdirSync(library.out).filter((name) => name.endsWith(".tmp"));
}

/** Calls as soon as one of the files in the making holds anything. */
function onFirstWrite(call: () => void): void {
  const watcher = watch(library.out, (_event, name) => {
    if (name?.endsWith(".tmp") !== true || sizeOf(join(library.out, name)) === 0) return;
    watcher.close();
    call();
  });
  watcher.unref();
  setTimeout(() => watcher.close(), 60_000).unref();
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { emptyFolder, runCli } from "../cli/run-cli.ts";
import { largeShop } from "./large-shop.ts";
import { living } from "./living.ts";
import { chances, rounds, tellFigures } from "./rounds.ts";

const CODES = { SIGINT: 130, SIGTERM: 143 } as const;
const PATIENCE_MS = 1000;
/** On a machine so busy that Node alone takes long to start, a second is as many of those. */
const BUSY_STARTS = 10;

test("Ctrl-C and its relative at random times: 130 or 143 within a second, no file, no child", async () => {
  const shop = largeShop();
  const random = chances();
  const figures = { sent: 0, slowest: 0, late: 0, bySignal: 0 };
  let whole = 2500;
  const wanted = rounds(20, 100);
  while (figures.sent < wanted && figures.late < 2 * wanted) {
    const [cwd, signal] = [emptyFolder(), random() < 0.5 ? "SIGINT" : "SIGTERM"] as const;
    const temporary = join(cwd, "temporary");
    mkdirSync(temporary);
    const moment = random();
    let sent = 0;
    const {
      code,
      signal: died,
      milliseconds,
    } = await runCli([shop], {
      cwd,
      env: { TMPDIR: temporary },
      meanwhile: (kill) =>
        setTimeout(() => {
          sent = performance.now();
          kill(signal);
        }, moment * whole),
    });
    const took = performance.now() - sent;
    if (code === 0) {
      figures.late++;
      whole = Math.min(whole, milliseconds);
      continue;
    }
    figures.sent++;
    figures.slowest = Math.max(figures.slowest, Math.round(took));
    // Before the program's first line, and when a thread does not end, it dies of the signal; a shell says the same number.
    if (died !== null) figures.bySignal++;
    expect(died === signal ? CODES[signal] : code).toBe(CODES[signal]);
    if (took >= PATIENCE_MS) expect(took).toBeLessThan(BUSY_STARTS * (await emptyRun()));
    expect(existsSync(join(cwd, "monocarve-report"))).toBe(false);
    expect(readdirSync(temporary)).toEqual([]);
    expect(living(temporary)).toEqual([]);
  }
  tellFigures(figures);
  expect(figures.sent).toBe(wanted);
});

async function emptyRun(): Promise<number> {
  const start = performance.now();
  await promisify(execFile)(process.execPath, ["--eval", "0"]);
  return performance.now() - start;
}

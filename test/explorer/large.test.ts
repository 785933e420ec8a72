import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { screenRows } from "../../src/explorer/screen/screen-rows.ts";
import type { Report } from "../../src/model/report.ts";
import { emptyFolder } from "../cli/run-cli.ts";
import { sampleReport } from "../page/sample-report.ts";
import { opened, pressed } from "./shop.ts";
import { openTerminal, type Terminal } from "./terminal.ts";

const LONG = 240_000;
let report: Report;
let terminal: Terminal;

beforeAll(() => {
  report = sampleReport({ macro: 12, units: 2500, couplings: 20_000 });
}, LONG);
afterAll(() => terminal?.close());

test("in a large repository, a key comes to a frame in less than 50 ms of computing", () => {
  const keys = "j j j tab j j pagedown G g tab j j tab j h h < < t t s s 2 j tab j 3 j 4 j 5 j 1 j".split(
    " ",
  );
  let state = opened(report);
  const costs = keys.map((key) => {
    const before = process.cpuUsage();
    state = pressed(state, key);
    screenRows(state, { lines: () => null });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  costs.sort((left, right) => left - right);
  expect(costs[Math.floor(costs.length / 2)]).toBeLessThan(50);
});

test(
  "the explorer of a large repository opens from its result and answers at once",
  async () => {
    const file = join(emptyFolder(), "analysis.json");
    writeFileSync(file, JSON.stringify(report));
    terminal = openTerminal(120, 40, ["explore", file]);
    await terminal.see("Members · ");
    terminal.type("jjjjk");
    await terminal.see(/4 of 1\d/);
    terminal.type("GlGkk");
    await terminal.see(/Members · everything [─ ]*\d,?\d{3}(?:\/| of )\d,?\d{3}/);
    terminal.type("/serv");
    await terminal.see("1 of 200");
    terminal.press("Enter");
    await terminal.see("Couplings · ");
    terminal.type("2jjl");
    await terminal.see("Why, and what to cut");
    const start = performance.now();
    terminal.type("1");
    await terminal.see("contexts · macro");
    expect(performance.now() - start).toBeLessThan(5000);
    terminal.type("q");
    await terminal.see("rc=0");
  },
  LONG,
);

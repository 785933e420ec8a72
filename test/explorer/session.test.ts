import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import { CLI, emptyFolder, runCli } from "../cli/run-cli.ts";
import { buildHistory } from "../golden/build-history.ts";
import { openTerminal, type Terminal } from "./terminal.ts";

const LONG = 240_000;
let shop: string;
let analysis: string;
const terminals: Terminal[] = [];

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "monocarve-session-"));
  shop = buildHistory(join(import.meta.dirname, "../../fixtures/bookshop"), join(folder, "bookshop"));
  const cwd = emptyFolder();
  expect((await runCli([shop, "--out", "out"], { cwd })).code).toBe(0);
  analysis = join(cwd, "out/analysis.json");
}, LONG);
afterEach(() => {
  for (const terminal of terminals.splice(0)) terminal.close();
});

function open(columns: number, rows: number, args: readonly string[], env = {}): Terminal {
  const terminal = openTerminal(columns, rows, args, env);
  terminals.push(terminal);
  return terminal;
}

test(
  "a walk of more than thirty steps through the bookshop",
  async () => {
    const t = open(120, 40, ["explore", analysis, "--source", shop]);
    await t.see("Members · ");
    expect(t.isAlternate()).toBe(true);
    t.type("jj");
    await t.see("3 of 8");
    t.type("k");
    await t.see("2 of 8");
    t.press("Tab");
    t.type("j");
    await t.see("declared here");
    t.type("/ordserv");
    await t.see("Search: ordserv");
    t.press("Enter");
    const found = await t.see("Couplings · OrdersService");
    expect(found).toContain("▌  OrdersService");
    t.press("Tab");
    t.type("jj");
    await t.see(/│▌ {2}[→←↔] /);
    t.press("Enter");
    await t.see(/▶\d+ /);
    t.type("z");
    await t.see(/┌─ src\/ordering\/orders\.service\.ts:\d+/);
    t.press("Escape");
    t.type("y");
    await t.see("copied src/ordering/orders.service.ts:");
    t.type("h<");
    await t.see("who uses it");
    t.type("<>");
    await t.see("what it uses");
    t.type(">t");
    await t.see("by kind");
    t.type("x");
    await t.see("Show only");
    t.type("table acc");
    t.press("Enter");
    await t.see("Table accesses");
    t.press("Escape");
    t.type("thpstock_it");
    await t.see(/Path from OrdersService to: stock_it/);
    t.press("Enter");
    const path = await t.see("along what runs");
    expect(path).toContain("→ stock_items");
    t.type("[");
    await t.see("Couplings · OrdersService");
    t.type("]");
    await t.see("along what runs");
    t.type("2");
    await t.see("Why, and what to cut");
    t.type("jlG");
    await t.see(/(\d+) of \1 /);
    t.type("D");
    await t.see("cut sheet · ");
    t.type("3");
    await t.see("order_lines");
    t.type("4");
    await t.see("┌─ contested ─");
    t.type("5");
    await t.see("POST");
    t.type("6");
    await t.see("6 troubles");
    t.type("1+");
    await t.see("contexts · meso");
    t.type("-s");
    await t.see("macro · by size");
    t.type("?");
    await t.see("any key closes");
    t.press("Escape");
    t.type(":export");
    await t.see("export the view as Markdown");
    t.press("Enter");
    await t.see("written to monocarve-contexts.md");
    expect(readFileSync(join(t.cwd, "monocarve-contexts.md"), "utf8")).toContain("# bookshop · contexts");
    t.type("q");
    const after = await t.see("rc=0");
    expect(after).not.toContain("Members");
    expect(t.isAlternate()).toBe(false);
    expect(t.showsCursor()).toBe(true);
  },
  LONG,
);

test(
  "what is decided with keys and saved is what --decisions computes",
  async () => {
    const t = open(120, 40, ["explore", analysis, "--source", shop]);
    await t.see("Members · ");
    t.type("/ShopDesk");
    await t.see("Search: ShopDesk");
    t.press("Enter");
    await t.see("Couplings · ShopDesk");
    t.type("morder");
    await t.see("Move ShopDesk to: order");
    t.press("Enter");
    await t.see(/1 decision, 1 unsaved · price of all cuts [\d,]+ → [\d,]+/);
    t.type("u");
    await t.see("undone");
    t.type("U");
    await t.see("done again");
    t.type("q");
    await t.see("There are unsaved decisions");
    t.press("Escape");
    t.type("w");
    await t.see("saved in monocarve.decisions.yaml");
    t.type("7");
    const shown = await t.see(/price of all cuts +[\d,]+ → [\d,]+/);
    const [, cut] = /price of all cuts +[\d,]+ → ([\d,]+)/.exec(shown)!;
    t.type("q");
    await t.see("rc=0");
    const decided = await runCli([shop, "--json", "--decisions", join(t.cwd, "monocarve.decisions.yaml")]);
    const report = JSON.parse(decided.stdout);
    const price = report.plan.steps.reduce(
      (sum: number, step: { coupling: number }) => sum + step.coupling,
      0,
    );
    expect(price).toBe(Number(cut!.replaceAll(",", "")));
    const moved = report.grouping.memberships.find(({ node }: { node: string }) =>
      node.endsWith("#ShopDesk"),
    );
    expect(moved).toMatchObject({ macro: "macro/order", decided: true });
  },
  LONG,
);

test(
  "from a large window to a small one and back, the frame is whole",
  async () => {
    const t = open(200, 60, ["explore", analysis, "--source", shop]);
    await t.see("Members · ");
    const large = await t.see("? help");
    t.resize(60, 20);
    const small = await t.see(/^┌─ contexts · macro[^\n]{1,42}┐$/m);
    expect(small.split("\n").filter((line) => line.startsWith("┌"))).toHaveLength(2);
    expect(small.match(/monocarve/g)).toHaveLength(1);
    t.resize(50, 12);
    await t.see("60 × 20");
    t.resize(200, 60);
    await t.see("? help");
    expect(t.screen()).toBe(large);
  },
  LONG,
);

test(
  "a signal, a crash of the terminal's other end or Ctrl-C leave the shell as it was",
  async () => {
    for (const [signal, code] of [
      ["TERM", 143],
      ["INT", 130],
      ["HUP", 129],
    ] as const) {
      const t = open(90, 24, ["explore", analysis]);
      await t.see("Members · ");
      execFileSync("kill", [`-${signal}`, String(t.program())]);
      const after = await t.see(`rc=${code}`);
      expect(after).not.toContain("Members");
      expect(t.isAlternate()).toBe(false);
      expect(t.showsCursor()).toBe(true);
      t.type("echo he''llo");
      t.press("Enter");
      await t.see(/^hello$/m);
      t.close();
    }
  },
  LONG,
);

test(
  "the editor gets the terminal for itself, and gives it back",
  async () => {
    const editor = join(emptyFolder(), "editor");
    writeFileSync(editor, '#!/bin/sh\necho "$@" > "$0.asked"\nprintf "editing, press Enter "\nread line\n');
    chmodSync(editor, 0o755);
    const t = open(120, 40, ["explore", analysis, "--source", shop], { EDITOR: editor });
    await t.see("Members · ");
    t.type("/StockService");
    t.press("Enter");
    await t.see("Couplings · StockService");
    t.type("o");
    await t.see("editing, press Enter");
    t.press("Enter");
    await t.see("Couplings · StockService");
    expect(readFileSync(`${editor}.asked`, "utf8").trim()).toMatch(
      /^\+\d+ \/.*src\/inventory\/stock\.service\.ts$/,
    );
    t.type("j");
    await t.see("Couplings · ");
    t.type("q");
    await t.see("rc=0");
  },
  LONG,
);

test(
  "a repository is analysed first, with its phases on the screen",
  async () => {
    const t = open(100, 30, ["explore", shop], { NO_COLOR: "1" });
    await t.see(/[▸✓] /);
    await t.see("Members · ");
    t.type("jjl");
    await t.see(/▶\s*\d+ /);
    t.press("C-c");
    await t.see("rc=0");
    expect(existsSync(join(t.cwd, "monocarve-report"))).toBe(false);
  },
  LONG,
);

test(
  "without a terminal, the summary is printed and all is well",
  async () => {
    const { code, stdout, stderr } = await runCli(["explore", analysis]);
    expect(code).toBe(0);
    expect(stdout).toContain("bookshop");
    expect(stderr).toContain("needs a terminal");
    expect(CLI).toContain("dist");
  },
  LONG,
);

test(
  "a file that is no analysis is refused before the screen changes",
  async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "other.json"), "{}");
    const t = open(80, 24, ["explore", join(folder, "other.json")]);
    const after = await t.see("rc=2");
    // The line may break anywhere, also at a space.
    expect(after.replaceAll(/\s/g, "")).toContain("thisisnoanalysisofmonocarve");
    expect(t.isAlternate()).toBe(false);
  },
  LONG,
);

import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeLongHistory, writeTinyFiles } from "../../scripts/bench/monolith/extremes.ts";
import type { Report } from "../../src/model/report.ts";
import { runCli } from "../cli/run-cli.ts";
import { buildTree, emptyFolder } from "../repository/build-tree.ts";
import { measuredCarve } from "./measured-carve.ts";

const SHOP = {
  "package.json": { name: "shop", dependencies: { express: "4.0.0" } },
  "src/order.ts": "export class Order { total() { return 1; } }\n",
  "src/bill.ts": 'import { Order } from "./order";\nexport const bill = () => new Order().total();\n',
};

test("a thousand tiny files", async () => {
  const folder = emptyFolder("library");
  writeTinyFiles(folder, 1000);
  const { report, megabytes, userSeconds } = await measuredCarve(folder);
  expect(report.completeness).toMatchObject({ seen: 1001, parsed: 1000, partial: 0 });
  expect(report.completeness.counts["calls.resolved"]).toBe(1000);
  expect(megabytes).toBeLessThan(220);
  expect(userSeconds).toBeLessThan(30);
});

test("files of 200 megabytes cost nothing but a line that says so", async () => {
  const [plain, burdened] = [buildTree(SHOP), buildTree(SHOP)];
  for (const name of ["huge.ts", "huge.sql", "huge.prisma"]) {
    const path = join(burdened, "src", name);
    writeFileSync(path, "export const huge = 1;\n");
    truncateSync(path, 200 * 1024 * 1024);
  }
  const [usual, heavy] = [await measuredCarve(plain), await measuredCarve(burdened)];
  expect(heavy.megabytes - usual.megabytes).toBeLessThan(40);
  expect(heavy.report.completeness).toMatchObject({ seen: 6, parsed: 2, skipped: { "too-large": 3 } });
  const told = heavy.report.diagnostics.filter(({ code }) => code === "file-too-large");
  expect(told.map(({ file }) => file)).toEqual(["src/huge.prisma", "src/huge.sql", "src/huge.ts"]);
});

test("a file that takes more memory than there is costs itself and nothing else", async () => {
  const rows = Array.from({ length: 60_000 }, (_, row) => `  [${row % 10}, ${row % 7}],\n`).join("");
  const folder = buildTree({ ...SHOP, "src/table.ts": `export const table = [\n${rows}];\n` });
  const env = { NODE_OPTIONS: "--max-old-space-size=56" };
  const { stdout, stderr, code } = await runCli(["-q", "--no-cache", "--json", folder], { env });
  expect([code, stderr]).toEqual([0, ""]);
  const { completeness, diagnostics, graph } = JSON.parse(stdout) as Report;
  expect(diagnostics).toContainEqual(
    expect.objectContaining({ code: "parser-died", file: "src/table.ts", severity: "warning" }),
  );
  expect(completeness).toMatchObject({ seen: 4, parsed: 2, partial: 1 });
  expect(graph.nodes.map(({ id }) => id)).toEqual(["src/bill.ts", "src/order.ts#Order"]);
});

test("twenty thousand commits", async () => {
  const folder = emptyFolder("shop");
  writeLongHistory(folder, 20_000);
  const { report, megabytes, userSeconds } = await measuredCarve(folder);
  expect(report.completeness.counts["history.commits"]).toBe(20_000);
  expect(report.diagnostics.map(({ code }) => code)).not.toContain("history-timeout");
  expect(megabytes).toBeLessThan(400);
  expect(userSeconds).toBeLessThan(30);
});

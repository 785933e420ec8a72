import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BOOKSHOP, emptyFolder, runCli } from "./run-cli.ts";

const SHOP = join(BOOKSHOP, "app");
const HEAD = "version: 1\ndecisions:\n";

async function decided(text: string) {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "d.yaml"), text);
  return runCli([SHOP, "--json", "-q", "--no-history", "--decisions", "d.yaml"], { cwd });
}

test("what people decided holds, and the rest is grouped around it", async () => {
  const text = `${HEAD}  - pin: OrdersService\n    to: 주문\n    by: Kim\n    because: one team owns it\n`;
  const { code, stdout } = await decided(text);
  const { grouping } = JSON.parse(stdout);
  expect(code).toBe(0);
  const [pinned] = grouping.memberships.filter(({ node }: { node: string }) =>
    node.endsWith("#OrdersService"),
  );
  const home = grouping.contexts.find(({ id }: { id: string }) => id === pinned.macro);
  expect({ name: home.name, decided: pinned.decided }).toEqual({ name: "주문", decided: true });
});

test("a unit that is not there is a note with the nearest name, never the end", async () => {
  const { code, stdout } = await decided(`${HEAD}  - ignore: OrderService\n`);
  expect(code).toBe(0);
  const [note] = JSON.parse(stdout).diagnostics.filter(
    ({ code: kind }: { code: string }) => kind === "unknown-decision-target",
  );
  expect(note.message).toMatch(/Line 3: .*the nearest is "OrdersService"/);
});

test("decisions that contradict each other end with 2, naming both lines", async () => {
  const { code, stderr } = await decided(
    `${HEAD}  - pin: OrdersService\n    to: a\n  - pin: OrdersService\n    to: b\n`,
  );
  expect(code).toBe(2);
  expect(stderr).toMatch(/^monocarve: the decisions contradict each other: line 3 .* and line 5 [^\n]*\n$/);
});

test("a file that cannot be read as decisions ends with 2 and its line", async () => {
  const { code, stderr } = await decided(`${HEAD}  - pinn: OrdersService\n`);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^monocarve: d\.yaml: line 3: "pinn" is not a decision[^\n]*\n$/);
});

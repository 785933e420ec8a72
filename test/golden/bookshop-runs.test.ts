import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const BOOKSHOP = join(import.meta.dirname, "../../fixtures/bookshop");

test("the bookshop passes its own tests, on Node alone", () => {
  const { stdout, status } = spawnSync("npm", ["test"], { cwd: BOOKSHOP, encoding: "utf8" });
  expect(stdout).toMatch(/# pass 2\n# fail 0/);
  expect(status).toBe(0);
});

test("the bookshop opens", async () => {
  const args = ["--require", "./stand-ins/register.cjs", "stand-ins/start.cjs"];
  const shop = spawn(process.execPath, args, { cwd: BOOKSHOP, env: { ...process.env, PORT: "0" } });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      shop.stdout.on("data", (chunk) => resolve(/http:\S+/.exec(String(chunk))?.[0] ?? ""));
      shop.on("close", () => reject(new Error("it closed at once")));
    });
    const answer = await fetch(address);
    expect(await answer.json()).toEqual([]);
  } finally {
    shop.kill();
  }
});

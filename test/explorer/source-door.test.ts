import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSourceDoor } from "../../src/cli/explore/source-door.ts";
import type { FilePath } from "../../src/model/ids.ts";
import { emptyFolder } from "../cli/run-cli.ts";

test("sources are read inside their folder and through no link", () => {
  const home = emptyFolder();
  const root = join(home, "shop");
  mkdirSync(join(root, "src"), { recursive: true });
  mkdirSync(join(home, "secrets"));
  writeFileSync(join(home, "secrets/key.ts"), "secret\n");
  writeFileSync(join(root, "src/orders.ts"), "one\ntwo\r\nthree");
  symlinkSync(join(home, "secrets/key.ts"), join(root, "src/link.ts"));
  symlinkSync(join(home, "secrets"), join(root, "linked"));
  const { lines } = openSourceDoor(root);
  expect(lines("src/orders.ts" as FilePath)).toEqual(["one", "two", "three"]);
  for (const path of [
    "src/link.ts",
    "linked/key.ts",
    "../secrets/key.ts",
    join(home, "secrets/key.ts"),
    "src",
    "no.ts",
    "a\0b",
  ])
    expect(lines(path as FilePath), path).toBeNull();
});

test("a folder that is itself reached through a link is as good as any", () => {
  const home = emptyFolder();
  mkdirSync(join(home, "shop"));
  writeFileSync(join(home, "shop/orders.ts"), "one");
  symlinkSync(join(home, "shop"), join(home, "alias"));
  expect(openSourceDoor(join(home, "alias")).lines("orders.ts" as FilePath)).toEqual(["one"]);
});

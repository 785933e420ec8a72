import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseConfiguration } from "../../src/cli/configuration/parse-configuration.ts";
import { settingsFrom } from "../../src/cli/settings.ts";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { BOOKSHOP, emptyFolder, runCli } from "./run-cli.ts";

test("settings are read from JSON with comments, and from YAML", () => {
  const json = `{\n  // our server\n  "packages": ["api"],\n  "weights": { "call": 2 },\n}`;
  const yaml = "packages:\n  - api\nweights:\n  call: 2\n";
  const expected = { packages: ["api"], weights: { call: 2 } };
  expect(parseConfiguration(json, "monocarve.config.json")).toEqual(expected);
  expect(parseConfiguration(yaml, "monocarve.config.yaml")).toEqual(expected);
});

test("an unknown key is named with its line and the key that was meant", () => {
  const json = '{\n  "seed": 3,\n  "exlude": ["old/**"]\n}';
  expect(() => parseConfiguration(json, "a.json")).toThrow(
    'a.json:3: unknown key "exlude" (did you mean "exclude"?)',
  );
  const yaml = "seed: 3\nplan:\n  halfLifeDay: 30\n";
  expect(() => parseConfiguration(yaml, "a.yaml")).toThrow(
    'a.yaml:3: unknown key "halfLifeDay" (did you mean "halfLifeDays"?)',
  );
});

test("a wrong value is named with its line", () => {
  expect(() => parseConfiguration('{\n\n"level": "tiny" }', "a.json")).toThrow(/^a\.json:3: level: /);
  expect(() => parseConfiguration('{\n"level" "macro" }', "a.json")).toThrow(/^a\.json:2: ColonExpected/);
  expect(() => parseConfiguration("level: [\n", "a.yaml")).toThrow(/^a\.yaml:\d: /);
});

test("keys that would reach a prototype change nothing", () => {
  for (const text of ['{"__proto__": {"seed": 9}}', '{"constructor": {"prototype": {"seed": 9}}}']) {
    try {
      parseConfiguration(text, "a.json");
    } catch {
      // Refusing it is as good as ignoring it.
    }
  }
  expect(({} as { seed?: number }).seed).toBeUndefined();
});

test("the command line is stronger than the file, the file than the default", () => {
  const configuration = { level: "meso", seed: 7, plan: { strategy: "leaf-first" } } as const;
  const settings = settingsFrom(configuration, { level: "micro" });
  expect(settings).toEqual({
    ...DEFAULT_SETTINGS,
    level: "micro",
    seed: 7,
    plan: { ...DEFAULT_SETTINGS.plan, strategy: "leaf-first" },
  });
});

test("the configuration of the analysed repository is not obeyed, the one of the current folder is", async () => {
  const shop = emptyFolder();
  mkdirSync(join(shop, "src"));
  writeFileSync(join(shop, "src/order.ts"), "export class Order {}\n");
  writeFileSync(join(shop, "monocarve.config.json"), '{ "seed": 99 }');
  const seedIn = async (root: string, cwd: string): Promise<number> =>
    JSON.parse((await runCli([root, "--json"], { cwd })).stdout).settings.seed;
  expect(await seedIn(shop, emptyFolder())).toBe(1);
  expect(await seedIn(".", shop)).toBe(99);
});

test("a broken configuration ends with 2 before anything is read", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "monocarve.config.json"), '{ "sed": 1 }');
  const { code, stderr } = await runCli([join(BOOKSHOP, "app")], { cwd });
  expect(code).toBe(2);
  expect(stderr).toBe('monocarve: monocarve.config.json:1: unknown key "sed" (did you mean "seed"?)\n');
});

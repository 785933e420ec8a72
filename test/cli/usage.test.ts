import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, runCli } from "./run-cli.ts";

/** What was typed wrongly, and what the one line on stderr must say. */
const MISTAKES: readonly (readonly [args: readonly string[], said: RegExp])[] = [
  [["--jsn"], /unknown option '--jsn' \(Did you mean --json\?\)/],
  [["lst"], /there is no folder "lst"; did you mean the command "list"\?/],
  [["no-such-folder"], /there is no folder "no-such-folder"/],
  [["explan", "Orders"], /too many arguments.*; did you mean the command "explain"\?/],
  [["list", "unts"], /there is no table "unts"; did you mean "units"\?/],
  [["list", "units", "nowhere"], /there is no file or folder "nowhere"/],
  [["export"], /missing required argument 'format'/],
  [["export", "mermiad"], /there is no diagram "mermiad"; did you mean "mermaid"\?/],
  [["export", "png"], /there is no diagram "png"; there are dot, mermaid, cml/],
  [["explain"], /missing required argument 'unit'/],
  [[".", "--level", "tiny"], /Allowed choices are macro, meso, micro/],
  [[".", "--since", "2024-02-31"], /Give a day as YYYY-MM-DD/],
  [[".", "--contexts", "0"], /Give a number from 1/],
  [[".", "--precise", "--fast"], /cannot be used with option/],
  [[".", "--config", "nowhere.json"], /cannot read the configuration nowhere\.json/],
  [[".", "--decisions", "nowhere.yaml"], /cannot read the decisions in nowhere\.yaml/],
];

test.each(MISTAKES)("%j ends with 2 and one line", async (args, said) => {
  const { code, stdout, stderr } = await runCli(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(said);
  expect(stderr).toMatch(/^monocarve: [^\n]+\n$/);
});

test("help shows examples and exit codes, on stdout", async () => {
  const { code, stdout, stderr } = await runCli(["--help"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("monocarve explain OrderService");
  expect(stdout).toContain("Exit codes:");
});

test("a file is no analysis unless it says so", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "a.json"), '{"hello":"world"}');
  const { code, stderr } = await runCli(["list", "units", "a.json"], { cwd });
  expect(code).toBe(2);
  expect(stderr).toBe("monocarve: a.json: this is no analysis of monocarve\n");
});

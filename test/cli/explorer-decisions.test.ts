import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDecisionsFile } from "../../src/cli/explore/decisions-file.ts";
import { emptyFolder } from "./run-cli.ts";

const PIN = "version: 1\ndecisions:\n  - pin: Loan\n    to: lending\n";

/** What may lie where the explorer keeps its decisions, and what is said instead of reading it. */
const TRAPS: Readonly<Record<string, readonly [make: (path: string) => void, said: RegExp]>> = {
  "a pipe": [(path) => execFileSync("mkfifo", [path]), /is no regular file$/],
  "a link to a device": [
    (path) => symlinkSync("/dev/zero", path),
    /is a symbolic link; name what it leads to$/,
  ],
  "a folder": [(path) => void mkdirSync(path), /is no regular file$/],
  "a link to a file": [
    (path) => {
      writeFileSync(`${path}.kept`, PIN);
      symlinkSync(`${path}.kept`, path);
    },
    /is a symbolic link; name what it leads to$/,
  ],
  "a huge file": [(path) => writeFileSync(path, `${PIN}${"#".repeat(6_000_000)}`), /is larger than 5 MB$/],
  "a long file": [
    (path) => writeFileSync(path, `${PIN}${"#".repeat(2_000_000)}`),
    /: the file is larger than 1 MB$/,
  ],
  "a deep file": [
    (path) => writeFileSync(path, `version: 1\ndecisions:\n  - pin: ${"[".repeat(100_000)}`),
    /: line 3: is nested too deeply/,
  ],
  "a file of another version": [
    (path) => writeFileSync(path, "version: 2\n"),
    /: line 1: "version" must be 1$/,
  ],
};

test.each(Object.entries(TRAPS))("%s is not read as the explorer's decisions", (_, [make, said]) => {
  const path = join(emptyFolder(), "monocarve.decisions.yaml");
  make(path);
  for (const mustExist of [true, false]) expect(() => openDecisionsFile(path, mustExist)).toThrow(said);
});

test("a file that is not there holds no decisions, unless it was named", () => {
  const path = join(emptyFolder(), "d.yaml");
  expect(openDecisionsFile(path, false).decisions).toEqual([]);
  expect(() => openDecisionsFile(path, true)).toThrow(/cannot read the decisions in .*d\.yaml$/);
});

test("what was read is saved in its place, unless something else came there meanwhile", () => {
  const path = join(emptyFolder(), "d.yaml");
  writeFileSync(path, PIN);
  const file = openDecisionsFile(path, true);
  file.save([]);
  expect(readFileSync(path, "utf8")).not.toContain("Loan");
  writeFileSync(path, PIN);
  expect(() => file.save([])).toThrow(/was changed by somebody else meanwhile$/);
});

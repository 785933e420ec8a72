import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AT_RUNTIME, LOCKED } from "./lock-file.ts";

const ROOT = join(import.meta.dirname, "../..");
/** Licences that ask for their text to be passed on, and for nothing else. */
const PERMISSIVE =
  /^(?:MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0)$/;

test("every package in the lock file is bound to its content by a strong hash", () => {
  expect(LOCKED.length).toBeGreaterThan(100);
  expect(LOCKED.filter(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ""))).toEqual([]);
});

test("what a user installs is few packages, without install scripts, under permissive licences", () => {
  expect(AT_RUNTIME.length).toBeLessThan(15);
  expect(AT_RUNTIME.filter(({ hasInstallScript }) => hasInstallScript)).toEqual([]);
  expect(AT_RUNTIME.filter(({ license }) => !PERMISSIVE.test(license ?? ""))).toEqual([]);
});

test("everything in the bundle is named with its licence, and all of them are permissive", () => {
  const notices = readFileSync(join(ROOT, "THIRD_PARTY_NOTICES.md"), "utf8");
  const named = [...notices.matchAll(/^## (\S+) (\S+) \((.+)\)$/gm)].map(([, name, version, licence]) => ({
    name: name!,
    version: version!,
    licence: licence!,
  }));
  expect(named.filter(({ licence }) => !PERMISSIVE.test(licence))).toEqual([]);
  const names = new Set(named.map(({ name }) => name));
  expect(importedByBundle().filter((name) => !names.has(name))).toEqual([]);
  const versions = new Set(LOCKED.map(({ name, version }) => `${name} ${version}`));
  expect(named.filter(({ name, version }) => !versions.has(`${name} ${version}`))).toEqual([]);
});

/** Packages that our own sources import and that a user does not install: they must be in the bundle. */
function importedByBundle(): string[] {
  const sources = (readdirSync(join(ROOT, "src"), { recursive: true }) as string[]).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const text = sources.map((name) => readFileSync(join(ROOT, "src", name), "utf8")).join("\n");
  const imports = text.matchAll(/^(?:import .*|\} )from "([a-z@][^"]*)";$|await import\("([a-z@][^"]*)"\)/gm);
  const names = [...imports].map(
    ([, name, late]) => /^(?:@[^/]+\/)?[^/]+/.exec(name ?? late ?? "")?.[0] ?? "",
  );
  const installed = new Set(AT_RUNTIME.map(({ name }) => name));
  const bundled = [...new Set(names)].filter((name) => !name.startsWith("node:") && !installed.has(name));
  expect(bundled).toEqual(expect.arrayContaining(["commander", "ink", "d3-hierarchy"]));
  return bundled;
}

test("no advisory is known about what a user installs, as far as the registry says", () => {
  const folder = mkdtempSync(join(tmpdir(), "monocarve-audit-"));
  for (const name of ["package.json", "package-lock.json"]) cpSync(join(ROOT, name), join(folder, name));
  const args = [
    "audit",
    "--omit=dev",
    "--json",
    "--package-lock-only",
    "--fetch-retries=0",
    "--fetch-timeout=15000",
  ];
  const { stdout, stderr } = spawnSync("npm", args, { cwd: folder, encoding: "utf8" });
  const told = JSON.parse(stdout);
  if (told.metadata === undefined) {
    expect(`${stdout}${stderr}`).toMatch(/audit endpoint|ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|network/i);
    process.stderr.write(
      "npm audit: the registry does not answer here, so this run knows nothing of advisories\n",
    );
  } else expect(told.metadata.vulnerabilities.total).toBe(0);
});

import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { buildHistory } from "../golden/build-history.ts";

const ROOT = join(import.meta.dirname, "../..");
const MEGABYTE = 1024 * 1024;

let home: string;
let packed: string[];

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "monocarve-package-"));
  const npm = (args: readonly string[], cwd: string) =>
    execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const told = npm(["pack", "--json", "--ignore-scripts", "--pack-destination", home], ROOT);
  const [pack] = JSON.parse(told) as { filename: string; files: { path: string }[] }[];
  packed = pack!.files.map(({ path }) => path);
  writeFileSync(join(home, "package.json"), '{ "name": "somebody", "private": true }\n');
  npm(["install", "--prefer-offline", "--no-audit", "--no-fund", pack!.filename], home);
}, 300_000);

test("the package holds what a user needs, and nothing of how it was made", () => {
  const wanted = ["LICENSE", "README.md", "THIRD_PARTY_NOTICES.md", "package.json", "dist/cli.js"];
  expect(packed).toEqual(expect.arrayContaining(wanted));
  expect(packed.filter((path) => !path.startsWith("dist/") && !wanted.includes(path))).toEqual([]);
});

test("what is installed is smaller than 40 MB", () => {
  expect(sizeOf(join(home, "node_modules")) / MEGABYTE).toBeLessThan(40);
});

test("nothing that is installed has an install script", () => {
  const manifests = manifestsIn(join(home, "node_modules"));
  expect(manifests.length).toBeGreaterThan(1);
  const scripts = manifests.flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(file, "utf8")).scripts ?? {}),
  );
  const running = scripts.filter((name) => ["preinstall", "install", "postinstall"].includes(name));
  expect(running).toEqual([]);
});

test("npx analyses the bookshop from an empty folder", () => {
  cpSync(join(ROOT, "fixtures/bookshop/app"), join(home, "bookshop"), { recursive: true });
  const options = { cwd: home, encoding: "utf8" as const, env: { ...process.env, NO_COLOR: "1", CI: "1" } };
  const summary = execFileSync("npx", ["--no-install", "monocarve", "bookshop"], options);
  expect(summary).toContain("bookshop");
  const report = JSON.parse(readFileSync(join(home, "monocarve-report/analysis.json"), "utf8"));
  expect(report.graph.nodes.map((node: { name: string }) => node.name)).toContain("OrdersService");
  expect(existsSync(join(home, "monocarve-report/report.html"))).toBe(true);
});

test("the same code gives the same bytes, from elsewhere, in another language and time zone", () => {
  const analyse = (place: string, environment: Record<string, string>): string[] => {
    const folder = mkdtempSync(join(tmpdir(), `monocarve-${place}-`));
    const copied = join(folder, "bookshop");
    buildHistory(join(ROOT, "fixtures/bookshop"), copied);
    const options = {
      cwd: folder,
      env: { ...process.env, CI: "1", ...environment },
      encoding: "utf8" as const,
    };
    execFileSync(join(home, "node_modules/.bin/monocarve"), [copied, "--out", "out"], options);
    return ["analysis.json", "report.html"].map((name) => readFileSync(join(folder, "out", name), "utf8"));
  };
  const here = analyse("here", { TZ: "UTC", LC_ALL: "C" });
  const there = analyse("[there] ü", { TZ: "Asia/Seoul", LC_ALL: "tr_TR.UTF-8" });
  expect(there[0]).toBe(here[0]);
  expect(there[1]).toBe(here[1]);
});

function sizeOf(path: string): number {
  const stat = lstatSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

/** The package.json of every installed package, also of those inside others. */
function manifestsIn(modules: string): string[] {
  return readdirSync(modules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== ".bin")
    .flatMap(({ name }) => {
      if (name.startsWith("@")) return manifestsIn(join(modules, name));
      const folder = join(modules, name);
      const own = existsSync(join(folder, "package.json")) ? [join(folder, "package.json")] : [];
      const inner = join(folder, "node_modules");
      return existsSync(inner) ? [...own, ...manifestsIn(inner)] : own;
    });
}

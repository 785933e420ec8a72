import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { AT_RUNTIME } from "./lock-file.ts";

const ROOT = join(import.meta.dirname, "../..");
const MEGABYTE = 1024 * 1024;

let home: string;
let packed: { readonly files: readonly { readonly path: string }[]; readonly unpackedSize: number };

/** Everything comes from tarballs that are made here of what is installed here: no registry is asked. */
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "monocarve-package-"));
  const [own, ...others] = pack([ROOT, ...AT_RUNTIME.map(({ folder }) => realpathSync(join(ROOT, folder)))]);
  packed = own!;
  writeFileSync(join(home, "package.json"), '{ "name": "somebody", "private": true }\n');
  const nowhere = ["--offline", "--cache", join(home, "empty-cache"), "--registry", "http://127.0.0.1:9/"];
  npm(
    ["install", "--no-audit", "--no-fund", ...nowhere, ...[own!, ...others].map(({ filename }) => filename)],
    home,
  );
}, 300_000);

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
  readonly unpackedSize: number;
}

function pack(folders: readonly string[]): Packed[] {
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", home, ...folders];
  const told: Packed[] = JSON.parse(npm(args, home));
  return told.map((one) => ({ ...one, filename: join(home, basename(one.filename)) }));
}

function npm(args: readonly string[], cwd: string): string {
  return execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

test("the package holds what a user needs, and nothing of how it was made", () => {
  const wanted = ["LICENSE", "README.md", "THIRD_PARTY_NOTICES.md", "package.json", "dist/cli.js"];
  const paths = packed.files.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(wanted));
  expect(paths.filter((path) => !path.startsWith("dist/") && !wanted.includes(path))).toEqual([]);
});

test("unpacked it is smaller than 15 MB, and with all that it needs smaller than 30 MB", () => {
  expect(packed.unpackedSize / MEGABYTE).toBeLessThan(15);
  expect(sizeOf(join(home, "node_modules")) / MEGABYTE).toBeLessThan(30);
});

test("nothing that is installed runs anything at its installation", () => {
  const manifests = manifestsIn(join(home, "node_modules"));
  expect(manifests).toHaveLength(AT_RUNTIME.length + 1);
  for (const file of manifests) {
    const { scripts = {} } = JSON.parse(readFileSync(file, "utf8"));
    const running = ["preinstall", "install", "postinstall"].filter((name) => name in scripts);
    expect(running, file).toEqual([]);
    // Where this file lies, npm calls a compiler without being told to.
    expect(existsSync(join(file, "../binding.gyp")), file).toBe(false);
  }
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

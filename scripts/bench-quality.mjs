/**
 * `npm run bench:quality -- <truths> <analyses or repositories>`: how well the grouping agrees with what people built,
 * beside what anybody can do, and what each kind of evidence adds. `npm run bench:quality -- --back-test <repository>…`:
 * how local later commits are. Bundles the TypeScript and runs it.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const ROOT = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(ROOT, "node_modules/.bench-quality-"));
const args = process.argv.slice(2);
try {
  if (args[0] === "--back-test") {
    const { benchBackTest } = await load("bench-back-test");
    process.exitCode = await benchBackTest(args.slice(1));
  } else {
    const { benchQuality } = await load("bench-quality");
    process.exitCode = benchQuality(args, join(ROOT, "dist/cli.js"));
  }
} finally {
  rmSync(folder, { recursive: true });
}

async function load(name) {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [join(ROOT, `scripts/${name}.ts`)],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    outfile,
    logLevel: "error",
  });
  return import(outfile);
}

/**
 * `npm run bench:quality -- <truths> <analyses or repositories>`: how well the grouping agrees with what people built,
 * beside what anybody can do, and what each kind of evidence adds. Bundles the TypeScript and runs it.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const ROOT = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(ROOT, "node_modules/.bench-quality-"));
try {
  const outfile = join(folder, "bench-quality.mjs");
  await build({
    entryPoints: [join(ROOT, "scripts/bench-quality.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    logLevel: "error",
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  const { benchQuality } = await import(outfile);
  process.exitCode = benchQuality(process.argv.slice(2), join(ROOT, "dist/cli.js"));
} finally {
  rmSync(folder, { recursive: true });
}

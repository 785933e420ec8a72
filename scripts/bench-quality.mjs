/**
 * `npm run bench:quality -- <truths> <analyses or repositories>`: how well the grouping agrees with what people built,
 * beside what anybody can do, and what each kind of evidence adds. `npm run bench:quality -- --back-test <repository>…`:
 * how local later commits are. Bundles the TypeScript and runs it.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundledInto } from "./bench/bundled.mjs";

const ROOT = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(ROOT, "node_modules/.bench-quality-"));
const args = process.argv.slice(2);
try {
  if (args[0] === "--back-test") {
    const { benchBackTest } = await bundledInto(folder, "scripts/bench-back-test.ts");
    process.exitCode = await benchBackTest(args.slice(1));
  } else {
    const { benchQuality } = await bundledInto(folder, "scripts/bench-quality.ts");
    process.exitCode = benchQuality(args, join(ROOT, "dist/cli.js"));
  }
} finally {
  rmSync(folder, { recursive: true });
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./setup.mjs";

/** Makes the bookshop of the README: its files with two years of history, in a temporary folder. */
export async function makeBookshop() {
  const { build } = await import("esbuild");
  const folder = mkdtempSync(join(tmpdir(), "monocarve-bookshop-"));
  const outfile = join(folder, "build-history.mjs");
  const entry = join(ROOT, "test/golden/build-history.ts");
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  const { buildHistory } = await import(pathToFileURL(outfile).href);
  rmSync(outfile);
  return buildHistory(join(ROOT, "fixtures/bookshop"), join(folder, "bookshop"));
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { ROOT } from "../setup.mjs";

/** What a TypeScript file of ours exports: Node 20 runs none, so it is bundled first. */
export async function bundled(path) {
  const folder = mkdtempSync(join(tmpdir(), "monocarve-bundled-"));
  const outfile = join(folder, "bundled.mjs");
  const banner = {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  };
  const options = { bundle: true, platform: "node", format: "esm", banner, logLevel: "error" };
  await build({ ...options, entryPoints: [join(ROOT, path)], outfile });
  const exported = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  return exported;
}

/** The same, bundled without its packages into a folder below node_modules, where they are found while it runs. */
export async function bundledInto(folder, path) {
  const outfile = join(folder, basename(path).replace(/\.ts$/, ".mjs"));
  const options = { bundle: true, packages: "external", platform: "node", format: "esm", logLevel: "error" };
  await build({ ...options, entryPoints: [join(ROOT, path)], outfile });
  return import(pathToFileURL(outfile).href);
}

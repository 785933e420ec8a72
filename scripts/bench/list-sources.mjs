import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { ROOT } from "../setup.mjs";

const SOURCE = /\.[cm]?[jt]sx?$/;

/** The files of a repository that monocarve parses with TypeScript, as its own repository room tells them. */
export async function listSources(root) {
  const folder = mkdtempSync(join(tmpdir(), "monocarve-list-"));
  const outfile = join(folder, "list.mjs");
  const contents = `export { openRepository } from "./src/repository/open-repository.ts";
    export { DEFAULT_SETTINGS } from "./src/model/settings.ts";`;
  const banner = {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  };
  const stdin = { contents, resolveDir: ROOT };
  await build({ stdin, bundle: true, platform: "node", format: "esm", outfile, banner, logLevel: "error" });
  const { openRepository, DEFAULT_SETTINGS } = await import(pathToFileURL(outfile));
  rmSync(folder, { recursive: true });
  const repository = await openRepository(root, { ...DEFAULT_SETTINGS, history: false });
  const parsed = repository.files.filter((file) => file.class === "source" || file.class === "test");
  return parsed.map((file) => file.path).filter((path) => SOURCE.test(path));
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { ROOT } from "../setup.mjs";

const SOURCE = /\.[cm]?[jt]sx?$/;

/** The files of a repository that monocarve parses with TypeScript, as its own repository room tells them. */
export async function listSources(root) {
  const { files } = await openAsMonocarve(root);
  const parsed = files.filter((file) => file.class === "source" || file.class === "test");
  return parsed.map((file) => file.path).filter((path) => SOURCE.test(path));
}

/** The files whose calls are told, and the packages that they may be called by. */
export async function listCode(root) {
  const { files, packages } = await openAsMonocarve(root);
  const code = files.filter((file) => file.class === "source" && SOURCE.test(file.path));
  return {
    files: code.map((file) => file.path),
    packages: packages.map(({ name, folder }) => ({ name, folder })),
  };
}

async function openAsMonocarve(root) {
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
  return openRepository(root, { ...DEFAULT_SETTINGS, history: false });
}

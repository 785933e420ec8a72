import { bundled } from "./bundled.mjs";

const SOURCE = /\.[cm]?[jt]sx?$/;

/** The files of a repository that monocarve parses with TypeScript, as its own repository room tells them. */
export async function listSources(root, packages = []) {
  const { files } = await openAsMonocarve(root, packages);
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

async function openAsMonocarve(root, packages = []) {
  const { openRepository, DEFAULT_SETTINGS } = await bundled("scripts/bench/opening.ts");
  return openRepository(root, { ...DEFAULT_SETTINGS, history: false, packages });
}

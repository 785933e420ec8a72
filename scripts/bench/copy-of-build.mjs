import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../setup.mjs";

/** Another build, while we measure, changes nothing: the copy lies where it still finds its dependencies. */
export function copyOfBuild() {
  const folder = mkdtempSync(join(ROOT, "node_modules/.monocarve-bench-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
  cpSync(join(ROOT, "dist"), folder, { recursive: true });
  return folder;
}

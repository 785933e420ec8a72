import { existsSync } from "node:fs";
import { readInput } from "../read-input.ts";
import type { Configuration } from "./configuration-schema.ts";

const NAMES = [
  "monocarve.config.json",
  "monocarve.config.jsonc",
  "monocarve.config.yaml",
  "monocarve.config.yml",
];

/**
 * The configuration that `--config` names, otherwise the one in the current folder, otherwise none. Never the analysed
 * repository's own, unless one works inside it: a stranger does not choose what is read.
 */
export async function readConfiguration(named: string | undefined): Promise<Configuration> {
  const file = named ?? NAMES.find((name) => existsSync(name));
  if (file === undefined) return {};
  const { parseConfiguration } = await import("./parse-configuration.ts");
  return parseConfiguration(
    readInput({ path: file, called: `the configuration ${file}`, megabytes: 1 }),
    file,
  );
}

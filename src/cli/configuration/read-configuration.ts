import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EXIT, Failure } from "../exit-codes.ts";
import type { Configuration } from "./configuration-schema.ts";

const NAMES = [
  "monocarve.config.json",
  "monocarve.config.jsonc",
  "monocarve.config.yaml",
  "monocarve.config.yml",
];
const LARGEST = 1024 * 1024;

/**
 * The configuration that `--config` names, otherwise the one in the current folder, otherwise none. Never the analysed
 * repository's own, unless one works inside it: a stranger does not choose what is read.
 */
export async function readConfiguration(named: string | undefined, folder: string): Promise<Configuration> {
  const file = named ?? NAMES.find((name) => existsSync(join(folder, name)));
  if (file === undefined) return {};
  const path = named === undefined ? join(folder, file) : file;
  const { parseConfiguration } = await import("./parse-configuration.ts");
  return parseConfiguration(textOf(path, file), file);
}

function textOf(path: string, shown: string): string {
  try {
    const stat = lstatSync(path);
    if (stat.isFile() || stat.isSymbolicLink()) {
      if (stat.size > LARGEST) throw new Failure(`${shown} is larger than 1 MB`, EXIT.usage);
      return readFileSync(path, "utf8");
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
  }
  throw new Failure(`cannot read the configuration ${shown}`, EXIT.usage);
}

import { posix } from "node:path";
import { type ParseError, parse } from "jsonc-parser";
import { decodeText } from "./decode-text.ts";
import type { FoundPackage } from "./find-packages.ts";
import { readRegularFile } from "./read-regular-file.ts";

/** Where a workspace says under which names its packages import each other, if not under their own. */
const CONFIGURATIONS = ["tsconfig.base.json", "tsconfig.json"];
const LARGEST_CONFIGURATION = 1024 * 1024;

/**
 * Names that the `paths` of a workspace give to packages of other names: `@clinic/visits` is the package `visits` of
 * Nx. What cannot be read names nothing; whoever resolves modules says so.
 */
export function pathAliases(
  root: string,
  found: readonly FoundPackage[],
  packageOf: (path: string) => string,
): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  if (found.length < 3) return aliases;
  const names = new Map(found.map(({ folder, name }) => [folder, name]));
  for (const file of CONFIGURATIONS) {
    for (const [pattern, target] of pathsOf(`${root}/${file}`)) {
      const alias = beforeStar(pattern);
      const folder = packageOf(target);
      const name = names.get(folder);
      if (alias !== "" && folder !== "" && name !== undefined && name !== alias) aliases.set(alias, name);
    }
  }
  return aliases;
}

function beforeStar(pattern: string): string {
  const [beginning = ""] = pattern.split("*", 1);
  return beginning.endsWith("/") ? beginning.slice(0, -1) : beginning;
}

/** The patterns of a configuration, each with its first target inside the root. */
function pathsOf(file: string): (readonly [pattern: string, target: string])[] {
  const read = readRegularFile(file, LARGEST_CONFIGURATION);
  if (!("bytes" in read)) return [];
  try {
    const errors: ParseError[] = [];
    const configuration = parse(decodeText(read.bytes), errors, { allowTrailingComma: true });
    if (errors.length > 0) return [];
    const { baseUrl = ".", paths = {} } = configuration.compilerOptions;
    return Object.entries(paths as object).flatMap(([pattern, targets]) => {
      const target = posix.join(String(baseUrl), String([targets].flat()[0]));
      return /^(?:\.\.?)?(?:\/|$)/.test(target) ? [] : [[pattern, target] as const];
    });
  } catch {
    return [];
  }
}

import { type ParseError, parse } from "jsonc-parser";
import type { FilePath } from "../../../model/ids.ts";
import type { Repository } from "../../../repository/repository.ts";
import { join, parentOf } from "./join-path.ts";
import { keysLeadingOutside } from "./outside-keys.ts";

/** The part of a tsconfig.json that says where modules are. Folders are relative to the root of the repository. */
export interface PathMapping {
  /** Folder that bare names may be relative to; null where none is set. */
  readonly baseUrl: string | null;
  /** `@app/*` → `src/app/*`, already relative to the root. */
  readonly paths: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
}

const NAMES = [
  "tsconfig.json",
  "jsconfig.json",
  "tsconfig.app.json",
  "tsconfig.lib.json",
  "tsconfig.server.json",
  "tsconfig.build.json",
  "tsconfig.base.json",
];

/** Trouble with a configuration; `keys` are those that lead outside the repository. */
export type ConfigTrouble = (
  path: string,
  code: "broken-configuration" | "configuration-outside-root",
  keys: readonly string[],
) => void;

/** Finds the mapping that holds for a folder: the nearest configuration with paths or a base folder, going up. */
export function createPathMappings(
  repository: Repository,
  trouble: ConfigTrouble,
): (folder: string) => PathMapping | null {
  const known = new Map<string, PathMapping | null>();
  return function mappingOf(folder: string): PathMapping | null {
    const cached = known.get(folder);
    if (cached !== undefined) return cached;
    let mapping: PathMapping | null = null;
    for (const name of NAMES) {
      const path = join(folder, name);
      if (path === null || !repository.has(path as FilePath)) continue;
      mapping = read(repository, path, trouble, 0);
      if (mapping) break;
    }
    if (mapping === null && folder !== "") mapping = mappingOf(parentOf(folder));
    known.set(folder, mapping);
    return mapping;
  };
}

type Config = Readonly<Record<string, unknown>> & {
  readonly compilerOptions?: { readonly baseUrl?: unknown; readonly paths?: unknown } | null;
};

/** Follows `extends` inside the repository only; a configuration that cannot be read says nothing. */
function read(
  repository: Repository,
  path: string,
  trouble: ConfigTrouble,
  depth: number,
): PathMapping | null {
  const text = depth > 8 || !repository.has(path as FilePath) ? null : repository.text(path as FilePath);
  if (text === null) return null;
  const config = parseConfig(text);
  if (config === null) {
    trouble(path, "broken-configuration", []);
    return null;
  }
  const folder = parentOf(path);
  const outside = keysLeadingOutside(config, folder);
  if (outside.length > 0) trouble(path, "configuration-outside-root", outside);
  const options = config.compilerOptions ?? {};
  const baseUrl = typeof options.baseUrl === "string" ? join(folder, options.baseUrl) : null;
  const own = mappings(options.paths, baseUrl ?? folder);
  if (own.length > 0) return { baseUrl, paths: own };
  for (const parent of [config.extends].flat()) {
    if (typeof parent !== "string") continue;
    const above = parentConfig(folder, parent);
    const inherited = above === null ? null : read(repository, above, trouble, depth + 1);
    if (inherited) return { baseUrl: baseUrl ?? inherited.baseUrl, paths: inherited.paths };
  }
  return baseUrl === null ? null : { baseUrl, paths: [] };
}

/** Null where it is not JSON, even with comments and trailing commas. */
function parseConfig(text: string): Config | null {
  const errors: ParseError[] = [];
  try {
    const config: unknown = parse(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
    if (errors.length > 0 && (typeof config !== "object" || config === null)) return null;
    return errors.length > 0 ? null : typeof config === "object" && config !== null ? (config as Config) : {};
  } catch {
    return null;
  }
}

/** The file that `extends` means; null where it lies outside the repository. */
function parentConfig(folder: string, name: string): string | null {
  if (name.startsWith("/")) return null;
  const path = join(folder, name);
  return path === null || path.endsWith(".json") ? path : `${path}.json`;
}

function mappings(paths: unknown, folder: string): PathMapping["paths"] {
  if (typeof paths !== "object" || paths === null) return [];
  return Object.entries(paths).flatMap(([pattern, targets]) => {
    const inside = (Array.isArray(targets) ? targets : [])
      .filter((target): target is string => typeof target === "string")
      .flatMap((target) => join(folder, target) ?? []);
    return inside.length === 0 ? [] : [{ pattern, targets: inside }];
  });
}

import { isCode } from "./classify-path.ts";

/** What the choice needs to know of the files, asked only where a manifest does not say. */
export interface PackageSources {
  /** How many files of the package look like product code. */
  count(folder: string): number;
  /** How many of them are Java: what is written in it runs on a server. */
  java(folder: string): number;
  /** The names of packages that its sources import. */
  imports(folder: string): ReadonlySet<string>;
}

/** Imports stand at the top of a file. */
const HEAD = 6000;
const IMPORT = /(?:\bfrom|\brequire\(|\bimport\(?)\s*["']((?:@[\w.~-]+\/)?[\w.~][\w.~-]*)([^"'\n]*)["']/g;

/**
 * Answers from the sources what manifests leave open. `isSource` tells product code by its path; `aliases` are other
 * names of packages.
 */
export function packageSources(
  paths: readonly string[],
  packageOf: (path: string) => string,
  isSource: (path: string) => boolean,
  readHead: (path: string, length: number) => string,
  aliases: ReadonlyMap<string, string>,
): PackageSources {
  const sources = new Map<string, string[]>();
  for (const path of paths) {
    if (!isCode(path) || !isSource(path)) continue;
    const folder = packageOf(path);
    const list = sources.get(folder);
    if (list === undefined) sources.set(folder, [path]);
    else list.push(path);
  }
  const memory = new Map<string, ReadonlySet<string>>();
  return {
    count: (folder) => sources.get(folder)?.length ?? 0,
    java: (folder) => sources.get(folder)?.filter((path) => path.endsWith(".java")).length ?? 0,
    imports: (folder) => {
      const known = memory.get(folder) ?? importsOf(sources.get(folder) ?? [], readHead, aliases);
      memory.set(folder, known);
      return known;
    },
  };
}

/** The names of packages that the head of a source file imports. */
export function importedNames(head: string): string[] {
  return [...head.matchAll(IMPORT)].map((match) => match[1] as string);
}

function importsOf(
  paths: readonly string[],
  readHead: (path: string, length: number) => string,
  aliases: ReadonlyMap<string, string>,
): Set<string> {
  const names = new Set<string>();
  for (const path of paths) {
    for (const [, name = "", rest = ""] of readHead(path, HEAD).matchAll(IMPORT)) {
      names.add(name);
      const alias = aliases.size === 0 ? undefined : aliased(name + rest, aliases);
      if (alias !== undefined) names.add(alias);
    }
  }
  return names;
}

/** The package that the longest beginning of a module's name stands for. */
function aliased(module: string, aliases: ReadonlyMap<string, string>): string | undefined {
  for (let name = module; name !== ""; name = name.slice(0, Math.max(0, name.lastIndexOf("/")))) {
    const known = aliases.get(name);
    if (known !== undefined) return known;
  }
  return undefined;
}

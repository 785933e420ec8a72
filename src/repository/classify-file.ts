import { findBuildOutput } from "./build-output.ts";
import { classifyPath, doubledName, isCode, isSchema } from "./classify-path.ts";
import type { FileClass } from "./repository.ts";
import { findVendorFolders, isVendored } from "./vendored-folders.ts";

interface Wishes {
  readonly included: (path: string) => boolean;
  readonly excluded: (path: string) => boolean;
}

/** What a path says in the company of all other paths, and with what the user wished. Remembers its answers. */
export function classifier(
  paths: readonly string[],
  packageOf: (path: string) => string,
  wishes: Wishes,
): (path: string) => FileClass {
  const code = paths.filter(isCode);
  const output = findBuildOutput(code);
  const vendors = findVendorFolders(code);
  const names = new Set(code.map((path) => path.slice(path.lastIndexOf("/") + 1)));
  const memory = new Map<string, FileClass>();
  const classify = (path: string): FileClass => {
    const folder = packageOf(path);
    const byPath = classifyPath(path, folder === "" ? path : path.slice(folder.length + 1));
    if (byPath === "asset" || byPath === "schema") return byPath;
    const doubled = byPath === "source" ? doubledName(path) : null;
    if (doubled !== null && names.has(doubled)) return "test";
    if (output.has(path)) return "build-output";
    return isVendored(path, vendors) ? "vendored" : byPath;
  };
  return (path) => {
    const known = memory.get(path) ?? wished(path, wishes) ?? classify(path);
    memory.set(path, known);
    return known;
  };
}

function wished(path: string, { included, excluded }: Wishes): FileClass | null {
  if (excluded(path)) return "excluded";
  if (!isCode(path) || !included(path)) return null;
  return isSchema(path) ? "schema" : "source";
}

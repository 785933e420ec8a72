import type { FilePath } from "../../../model/ids.ts";
import type { Package, Repository } from "../../../repository/repository.ts";
import type { FileIr } from "../ir.ts";
import { join, parentOf } from "./join-path.ts";
import { type ConfigTrouble, createPathMappings } from "./tsconfig.ts";

/** The file of the repository that a module name means; null for a library or nothing. */
export type ModuleResolver = (from: FileIr, module: string) => FileIr | null;

const EXTENSIONS = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"];
/** Where sources lie that a package publishes from somewhere else. */
const OUTPUT_FOLDERS = /^(?:dist|build|lib|out|output)(?:\/(?:src|cjs|esm|es|types))?\//;

/**
 * Resolves module names over the files of the repository alone: relative paths, path aliases of the nearest tsconfig,
 * `imports` of the nearest package.json, and workspace packages by name, from what they publish back to its source.
 */
export function createModuleResolver(
  repository: Repository,
  files: ReadonlyMap<FilePath, FileIr>,
  trouble: ConfigTrouble,
): ModuleResolver {
  const mappingOf = createPathMappings(repository, trouble);
  // Every configuration is read once, so that trouble with it is told even where nothing needs it.
  for (const path of files.keys()) mappingOf(parentOf(path));
  const packages = [...repository.packages].sort((left, right) => right.name.length - left.name.length);
  const known = new Map<string, FileIr | null>();

  const fileAt = fileFinder(files);
  const owners = new Map<string, Package | undefined>();
  const ownerOf = (folder: string): Package | undefined => {
    if (!owners.has(folder)) owners.set(folder, packageAround(packages, folder));
    return owners.get(folder);
  };
  const byAlias = (folder: string, module: string): FileIr | null => {
    const mapping = mappingOf(folder);
    if (mapping === null) return null;
    for (const { pattern, targets } of mapping.paths) {
      const hole = matchPattern(pattern, module);
      if (hole === null) continue;
      for (const target of targets) {
        const file =
          fileAt(fromOutput(target.replace("*", () => hole))) ?? fileAt(target.replace("*", () => hole));
        if (file) return file;
      }
    }
    return mapping.baseUrl === null ? null : fileAt(join(mapping.baseUrl, module));
  };
  const byPackage = (folder: string, module: string): FileIr | null => {
    if (module.startsWith("#")) {
      const owner = ownerOf(folder);
      return owner ? fileAt(mapped(owner, "imports", module)) : null;
    }
    const owner = packages.find(
      ({ name }) => name !== "" && (module === name || module.startsWith(`${name}/`)),
    );
    if (owner === undefined) return null;
    for (const entry of entries(owner, module.slice(owner.name.length + 1))) {
      const file = fileAt(entry);
      if (file) return file;
    }
    return null;
  };

  return (from, module) => {
    const folder = parentOf(from.path);
    const key = `${folder}\n${module}`;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const isRelative =
      module.startsWith("./") || module.startsWith("../") || module === "." || module === "..";
    const file = isRelative
      ? fileAt(join(folder, module))
      : (byAlias(folder, module) ?? byPackage(folder, module) ?? aliased(ownerOf(folder), module, fileAt));
    known.set(key, file);
    return file;
  };
}

/** Finds the file that a path without its ending means: itself, with an ending, or the index of that folder. */
function fileFinder(files: ReadonlyMap<FilePath, FileIr>): (path: string | null) => FileIr | null {
  const byStem = new Map<string, { readonly file: FileIr; readonly rank: number }>();
  const note = (stem: string, file: FileIr, rank: number): void => {
    const known = byStem.get(stem);
    if (known === undefined || rank < known.rank) byStem.set(stem, { file, rank });
  };
  for (const [path, file] of files) {
    const rank = EXTENSIONS.findIndex((extension) => path.endsWith(extension));
    if (rank < 0) continue;
    const stem = path.slice(0, -EXTENSIONS[rank]!.length);
    note(stem, file, rank);
    if (stem === "index" || stem.endsWith("/index"))
      note(stem.slice(0, -"/index".length), file, rank + EXTENSIONS.length);
  }
  return (path) => {
    if (path === null) return null;
    const found = files.get(path as FilePath) ?? files.get(sourceOf(path) as FilePath);
    return found ?? files.get(reactSourceOf(path) as FilePath) ?? byStem.get(path)?.file ?? null;
  };
}

/** `order.js` is written for `order.ts`: what runs is named, not what it is made of. */
function sourceOf(path: string): string {
  return path.replace(/\.([cm]?)js(x?)$/, ".$1ts$2");
}

function reactSourceOf(path: string): string {
  return path.replace(/\.[cm]?jsx?$/, ".tsx");
}

/** What the `*` of the pattern stands for; null where it does not match. */
function matchPattern(pattern: string, module: string): string | null {
  const star = pattern.indexOf("*");
  if (star < 0) return pattern === module ? "" : null;
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)];
  if (module.length < head.length + tail.length || !module.startsWith(head) || !module.endsWith(tail))
    return null;
  return module.slice(head.length, module.length - tail.length);
}

function packageAround(packages: readonly Package[], folder: string): Package | undefined {
  let best: Package | undefined;
  for (const one of packages) {
    const inside = one.folder === "" || folder === one.folder || folder.startsWith(`${one.folder}/`);
    if (inside && (best === undefined || one.folder.length > best.folder.length)) best = one;
  }
  return best;
}

/** `_moduleAliases` of package.json, and the habits `~/x` and `@/x` for the package's own source folder. */
function aliased(
  owner: Package | undefined,
  module: string,
  fileAt: (path: string | null) => FileIr | null,
): FileIr | null {
  const base = owner?.folder ?? "";
  const aliases = owner?.manifest._moduleAliases;
  if (typeof aliases === "object" && aliases !== null) {
    for (const [alias, target] of Object.entries(aliases)) {
      if (typeof target !== "string" || (module !== alias && !module.startsWith(`${alias}/`))) continue;
      const path = join(base, target + module.slice(alias.length));
      const file = fileAt(path === null ? null : fromOutput(path)) ?? fileAt(path);
      if (file) return file;
    }
  }
  const habit = /^(?:~|@)\/(.+)$/.exec(module)?.[1];
  if (habit === undefined) return null;
  return (
    fileAt(join(base, `src/${habit}`)) ?? fileAt(join(base, habit)) ?? fileAt(join(base, `app/${habit}`))
  );
}

/** Where a module of a workspace package may lie, best guess first. */
function entries(owner: Package, subpath: string): string[] {
  const found: string[] = [];
  const add = (path: string | null): void => {
    if (path === null) return;
    const source = inPackage(owner.folder, path, fromOutput);
    found.push(source, path);
  };
  add(mapped(owner, "exports", subpath === "" ? "." : `./${subpath}`));
  if (subpath === "") {
    for (const field of ["source", "types", "typings", "module", "main"]) {
      const value = owner.manifest[field];
      if (typeof value === "string") add(join(owner.folder, value.replace(/\.d\.([cm]?)ts$/, ".$1ts")));
    }
    for (const path of ["src/index", "src/main", "src/public_api", "index", "lib/index"])
      add(join(owner.folder, path));
  } else {
    for (const path of [`src/${subpath}`, subpath, `lib/${subpath}`]) add(join(owner.folder, path));
  }
  return found;
}

function inPackage(folder: string, path: string, change: (path: string) => string): string {
  const prefix = folder === "" ? "" : `${folder}/`;
  return path.startsWith(prefix) ? prefix + change(path.slice(prefix.length)) : path;
}

/** `dist/orders.js` is built from `src/orders`. */
function fromOutput(path: string): string {
  const source = path.replace(OUTPUT_FOLDERS, "src/");
  return source === path ? path : source.replace(/\.d\.([cm]?)ts$/, ".$1ts");
}

/** Looks a name up in the `exports` or `imports` of a package.json; the first condition that gives a string wins. */
function mapped(owner: Package, field: "exports" | "imports", name: string): string | null {
  const table = owner.manifest[field];
  if (typeof table === "string") return name === "." ? join(owner.folder, table) : null;
  if (typeof table !== "object" || table === null) return null;
  const entries = Object.entries(table);
  if (name === "." && !entries.some(([key]) => key.startsWith("."))) return pathOf(owner, table, "");
  for (const [pattern, target] of entries) {
    const hole = matchPattern(pattern, name);
    if (hole !== null) return pathOf(owner, target, hole);
  }
  return null;
}

function pathOf(owner: Package, target: unknown, hole: string): string | null {
  if (typeof target === "string")
    return join(
      owner.folder,
      target.replace("*", () => hole),
    );
  if (typeof target !== "object" || target === null) return null;
  for (const value of Object.values(target)) {
    const path = pathOf(owner, value, hole);
    if (path !== null) return path;
  }
  return null;
}

import type { FilePath } from "../model/ids.ts";
import type { Settings } from "../model/settings.ts";
import { choosePackages } from "./choose-packages.ts";
import { classifier } from "./classify-file.ts";
import { largestReadable, looksLikeTooling } from "./classify-path.ts";
import type { CommittedFiles } from "./committed-files.ts";
import { decodeText } from "./decode-text.ts";
import { findPackages, packageFinder } from "./find-packages.ts";
import { FolderRepository } from "./folder-repository.ts";
import { Inspection, isRead } from "./inspect-files.ts";
import { packageSources } from "./package-sources.ts";
import { pathAliases } from "./path-aliases.ts";
import { readRegularFile } from "./read-regular-file.ts";
import type { FileClass, Package, Repository, RepositoryFile, ShadowGit } from "./repository.ts";
import type { Troubles } from "./troubles.ts";
import { interfaceFolders, isComponent, type Side } from "./user-interface.ts";

export interface Reading {
  readonly root: string;
  readonly name: string;
  /** Every regular file, sorted. */
  readonly paths: readonly string[];
  readonly commit: CommittedFiles | null;
  readonly git: ShadowGit | null;
  readonly settings: Settings;
  readonly included: (path: string) => boolean;
  readonly excluded: (path: string) => boolean;
  readonly troubles: Troubles;
}

/** Finds packages, chooses among them, and says of every file what it is. */
export function readRepository(reading: Reading): Repository {
  const { troubles, paths } = reading;
  const inspection = new Inspection(reading);
  const found = findPackages(paths, (path) => readJson(reading, path));
  const packageOf = packageFinder(found.map((one) => one.folder));
  const classify = classifier(paths, packageOf, reading);
  const aliases = pathAliases(reading.root, found, packageOf);
  const sources = packageSources(
    paths,
    packageOf,
    (path) => classify(path) === "source",
    (path, length) => inspection.headOf(path, length),
    aliases,
  );
  const packages = choosePackages(found, reading.settings.packages, sources, aliases.size > 0);
  noteScope(packages, troubles);
  const chosen = new Set(packages.filter((one) => one.chosen).map((one) => one.folder));
  const drawing = packagesThatDraw(paths, packageOf, classify);
  const classified = paths.map((path): RepositoryFile => {
    const folder = packageOf(path);
    const byPath = classify(path);
    const elsewhere = !chosen.has(folder) && !reading.included(path) && !staysInScope(path, byPath, folder);
    const kind = elsewhere ? classElsewhere(byPath) : inspection.classOf(path, byPath, drawing.has(folder));
    return { path: path as FilePath, class: kind, package: folder };
  });
  const files = withoutInterfaces(reading, classified, inspection.sides);
  const isCode = (path: string) => isRead(classify(path));
  const gone = goneFiles(reading, isCode, (path) => chosen.has(packageOf(path)));
  noteUncommitted(inspection.changed + gone, troubles);
  const { name, root, git } = reading;
  const { texts, room, changed } = inspection;
  return new FolderRepository({
    ...{ name, root, git, troubles, files, packages, texts, room },
    uncommitted: changed + gone,
  });
}

/** Packages with a component, as far as paths tell. */
function packagesThatDraw(
  paths: readonly string[],
  packageOf: (path: string) => string,
  classify: (path: string) => FileClass,
): ReadonlySet<string> {
  return new Set(paths.filter((path) => isComponent(path) && classify(path) === "source").map(packageOf));
}

/** How many files of the commit are no longer there. A sparse checkout leaves out most: that is told, and no change. */
function goneFiles(
  { commit, paths, troubles }: Reading,
  isCode: (path: string) => boolean,
  inScope: (path: string) => boolean,
): number {
  if (commit === null) return 0;
  const present = new Set(paths);
  const missing = [...commit.blobs.keys()].filter((path) => !present.has(path) && isCode(path));
  if (missing.length === 0) return 0;
  const committed = [...commit.blobs.keys()].filter(isCode).length;
  if (missing.length * 2 <= committed) return missing.filter(inScope).length;
  const message = `${missing.length} of ${committed} committed files of code are not in the folder.`;
  troubles.add({ severity: "warning", code: "sparse-checkout", message, count: missing.length });
  return 0;
}

/** Sets the user interfaces of servers aside, unless they are asked for. */
function withoutInterfaces(
  reading: Reading,
  files: readonly RepositoryFile[],
  sideOf: ReadonlyMap<string, Side>,
): readonly RepositoryFile[] {
  const sides = new Map<string, Map<string, Side>>();
  const drawing = new Set(
    files.filter((file) => file.class === "source" && isComponent(file.path)).map((file) => file.package),
  );
  if (drawing.size === 0) return files;
  for (const { path, class: kind, package: folder } of files) {
    const side = sideOf.get(path);
    if (kind !== "source" || !drawing.has(folder) || side === undefined) continue;
    const ofPackage = sides.get(folder) ?? new Map<string, Side>();
    sides.set(folder, ofPackage.set(path, side));
  }
  const folders = [...sides].flatMap(([folder, ofPackage]) => interfaceFolders(folder, ofPackage));
  const isInterface = (path: string): boolean =>
    folders.some((folder) => path.startsWith(`${folder}/`)) && !reading.included(path);
  const sorted = files.map((file) =>
    file.class === "source" && isInterface(file.path) ? { ...file, class: "user-interface" as const } : file,
  );
  noteInterfaces(folders, sorted.filter((file) => file.class === "user-interface").length, reading.troubles);
  return sorted;
}

function noteInterfaces(folders: readonly string[], count: number, troubles: Troubles): void {
  if (count === 0) return;
  const shown = folders.slice(0, 5).join(", ") + (folders.length > 5 ? ", …" : "");
  const message = `${count} files of the user interface are set aside: ${shown}. Use --include to read them.`;
  troubles.add({ severity: "note", code: "interface-set-aside", message, count });
}

/** A schema at the root of a workspace is everybody's, unless it lies with the tools. */
function staysInScope(path: string, byPath: FileClass, folder: string): boolean {
  return byPath === "schema" && folder === "" && !looksLikeTooling(path);
}

function classElsewhere(byPath: FileClass): FileClass {
  return byPath === "asset" || byPath === "excluded" ? byPath : "other-package";
}

function readJson({ root, troubles }: Reading, path: string): Readonly<Record<string, unknown>> | null {
  const read = readRegularFile(`${root}/${path}`, largestReadable(path));
  if (!("bytes" in read)) return null;
  try {
    const value: unknown = JSON.parse(decodeText(read.bytes));
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  troubles.note("broken-configuration", path, "The file is no JSON object.");
  return path.endsWith("package.json") ? {} : null;
}

function noteScope(packages: readonly Package[], troubles: Troubles): void {
  if (packages.length < 2) return;
  const chosen = packages.filter((one) => one.chosen).map((one) => one.name);
  const shown = chosen.slice(0, 5).join(", ") + (chosen.length > 5 ? ", …" : "");
  const message = `${chosen.length} of ${packages.length} packages are analysed: ${shown}. Use --package to choose others.`;
  troubles.add({ severity: "note", code: "scope-chosen", message, count: chosen.length });
}

function noteUncommitted(count: number, troubles: Troubles): void {
  if (count === 0) return;
  const message = "Files differ from the newest commit; the analysis shows them as they are now.";
  troubles.add({ severity: "note", code: "uncommitted-changes", message, count });
}

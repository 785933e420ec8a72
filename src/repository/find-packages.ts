import { byCodeUnit } from "../model/ids.ts";
import { looksLikeTest } from "./classify-path.ts";

/** A folder with a manifest of its own, whatever workspace tool ties it to others. */
export interface FoundPackage {
  readonly name: string;
  /** From the root, without a slash at its end; empty for the root. */
  readonly folder: string;
  readonly manifest: Readonly<Record<string, unknown>>;
  /** Does it only tie other packages together? */
  readonly workspaceRoot: boolean;
}

/** Reads and parses a JSON file of the repository; null (and a diagnostic) where that fails. */
export type ReadJson = (path: string) => Readonly<Record<string, unknown>> | null;

const WORKSPACE_FILES = new Set(["pnpm-workspace.yaml", "lerna.json", "nx.json", "turbo.json", "rush.json"]);
const MANIFEST = /^(.*\/)?(package|project)\.json$/;

/**
 * The packages of a repository, sorted by folder. A manifest counts when it has a name, dependencies or scripts, when it
 * is no test fixture, and when it does not lie inside another package (templates and packaging files do). The root
 * is a package in any case.
 */
export function findPackages(paths: readonly string[], readJson: ReadJson): FoundPackage[] {
  const folders = new Map<string, Readonly<Record<string, unknown>>>();
  for (const path of paths) {
    const match = MANIFEST.exec(path);
    const folder = match?.[1]?.slice(0, -1) ?? "";
    if (match === null || (folder !== "" && looksLikeTest(`${folder}/x`) && folder.includes("/"))) continue;
    const manifest = readJson(path);
    if (manifest === null || !(match[2] === "package" ? isPackage(manifest) : isProject(manifest))) continue;
    if (match[2] === "package" || !folders.has(folder)) folders.set(folder, manifest);
  }
  const root = folders.get("") ?? {};
  const tied = "workspaces" in root || paths.some((path) => WORKSPACE_FILES.has(path));
  const outer = [...folders.keys()].filter((folder) => folder !== "").sort(byCodeUnit);
  const kept = outer.filter((folder) => !outer.some((other) => folder.startsWith(`${other}/`)));
  const first = packageOf("", root, tied && kept.length > 0);
  return [first, ...kept.map((folder) => packageOf(folder, folders.get(folder) ?? {}, false))];
}

/** The folder of the package that a path lies in; the search is by whole folders, deepest first. */
export function packageFinder(folders: readonly string[]): (path: string) => string {
  const known = new Set(folders);
  const memory = new Map<string, string>();
  const find = (folder: string): string => {
    const remembered = memory.get(folder);
    if (remembered !== undefined) return remembered;
    const found = folder === "" || known.has(folder) ? folder : find(parentOf(folder));
    memory.set(folder, found);
    return found;
  };
  return (path) => find(parentOf(path));
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function packageOf(
  folder: string,
  manifest: Readonly<Record<string, unknown>>,
  workspaceRoot: boolean,
): FoundPackage {
  const named = typeof manifest["name"] === "string" && manifest["name"] !== "" ? manifest["name"] : null;
  return { name: named ?? (folder === "" ? "." : folder), folder, manifest, workspaceRoot };
}

function isPackage(manifest: Readonly<Record<string, unknown>>): boolean {
  return ["name", "dependencies", "devDependencies", "scripts", "workspaces"].some((key) => key in manifest);
}

function isProject(manifest: Readonly<Record<string, unknown>>): boolean {
  return ["name", "targets", "sourceRoot", "projectType"].some((key) => key in manifest);
}

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
type Manifest = Readonly<Record<string, unknown>>;

const PACKAGE_KEYS = ["name", "dependencies", "devDependencies", "scripts", "workspaces"];
const PROJECT_KEYS = ["name", "targets", "sourceRoot", "projectType"];
const MANIFEST = /^(.*\/)?(package|project)\.json$/;

/**
 * The packages of a repository, sorted by folder. A manifest counts when it has a name, dependencies or scripts, when it
 * is no test fixture, and when it does not lie inside another package (templates and packaging files do). The root
 * is a package in any case.
 */
export function findPackages(paths: readonly string[], readJson: ReadJson): FoundPackage[] {
  const manifests = readManifests(paths, readJson);
  const root = manifests.get("") ?? {};
  const tied = "workspaces" in root || paths.some((path) => WORKSPACE_FILES.has(path));
  const folders = [...manifests.keys()].filter((folder) => folder !== "").sort(byCodeUnit);
  const outer = folders.filter((folder) => !folders.some((other) => folder.startsWith(`${other}/`)));
  const first = packageOf("", root, tied && outer.length > 0);
  return [first, ...outer.map((folder) => packageOf(folder, manifests.get(folder) ?? {}, false))];
}

/** The manifests by folder. A `package.json` says more than the `project.json` of Nx beside it. */
function readManifests(paths: readonly string[], readJson: ReadJson): Map<string, Manifest> {
  const manifests = new Map<string, Manifest>();
  for (const path of paths) {
    const match = MANIFEST.exec(path);
    if (match === null) continue;
    const folder = match[1]?.slice(0, -1) ?? "";
    // A package for tests at the top (`e2e/`) is one that people know; deeper ones are fixtures.
    if (folder.includes("/") && looksLikeTest(`${folder}/`)) continue;
    const manifest = readJson(path);
    const keys = match[2] === "package" ? PACKAGE_KEYS : PROJECT_KEYS;
    if (manifest === null || !keys.some((key) => key in manifest)) continue;
    if (match[2] === "package" || !manifests.has(folder)) manifests.set(folder, manifest);
  }
  return manifests;
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
  const named = typeof manifest.name === "string" && manifest.name !== "" ? manifest.name : null;
  return { name: named ?? (folder === "" ? "." : folder), folder, manifest, workspaceRoot };
}

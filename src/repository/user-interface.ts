import { weighDependencies } from "./package-evidence.ts";
import { importedNames } from "./package-sources.ts";

/** What one source file says of the side that it is on. */
export type Side = "server" | "interface" | "neither";

/** Folders of fewer files say too little, unless their name says it. */
const FEW = 8;
/** Most of a client are components and what only components import. */
const MOSTLY = 0.5;
/** Where less than this draws, the folder is a server that renders mails or pages. */
const HARDLY = 0.3;
/** A folder in which this share talks to databases or answers requests is no mere client. */
const SERVES = 0.04;
const CLIENT_NAME = /^(?:client|frontend|front-end|web-?client|webapp|ui)s?$/i;
/** Where frameworks that serve their own pages keep what stays on the server: by folder, by name, by ending. */
const STAYS_ON_SERVER =
  /(?:^|\/)(?:pages\/api|server)\/|(?:^|\/)(?:route|\+server|\+page\.server|\+layout\.server)\.[jt]s$|\.server\.[jt]sx?$/;
/** What says of itself that it stays there, or has the client of a database handed to it. */
const SAYS_SO =
  /^\s*["']use server["']|^import "server-only"|^import (?:type )?\{[^}\n]*\bprisma\b[^}\n]*\} from/m;
const COMPONENT = /\.(?:tsx|jsx|vue|svelte)$/;

/** Is it a component, by its ending? */
export function isComponent(path: string): boolean {
  return COMPONENT.test(path);
}

/**
 * Which side a file is on, by its path and what it imports. Hints do not count, and a file that does both is a server's.
 */
export function sideOf(path: string, head: string): Side {
  const { listens, stores, interfaceWords } = weighDependencies(importedNames(head));
  if (listens || stores) return "server";
  if (!isComponent(path) && (STAYS_ON_SERVER.test(path) || SAYS_SO.test(head))) return "server";
  return isComponent(path) || interfaceWords.length > 0 ? "interface" : "neither";
}

/**
 * The folders of one package that are its user interface, where the package is a server as well: `app/` beside
 * `server/`, `plugins/mail/client/`. From the outside in: the largest folder that mostly draws and never serves. A
 * folder that hardly draws is not looked into: a server may have templates of its own.
 */
export function interfaceFolders(package_: string, sides: ReadonlyMap<string, Side>): string[] {
  const counts = countFolders(package_, sides);
  const root = counts.get(package_);
  if (root === undefined || root.server === 0) return [];
  const found: string[] = [];
  const waiting = [package_];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const count = counts.get(folder)!;
    if (folder !== package_ && isInterface(folder, count)) found.push(folder);
    else if (count.interface >= HARDLY * count.files) waiting.push(...count.inside);
  }
  return found.sort();
}

interface FolderCount {
  files: number;
  interface: number;
  server: number;
  readonly inside: Set<string>;
}

function isInterface(folder: string, { files, interface: draws, server }: FolderCount): boolean {
  if (server > SERVES * files || draws < MOSTLY * files) return false;
  return files >= FEW || CLIENT_NAME.test(folder.slice(folder.lastIndexOf("/") + 1));
}

/** Counts every folder of the package with all that lies below it. */
function countFolders(package_: string, sides: ReadonlyMap<string, Side>): Map<string, FolderCount> {
  const counts = new Map<string, FolderCount>();
  const prefix = package_ === "" ? "" : `${package_}/`;
  for (const [path, side] of sides) {
    let inside: string | null = null;
    for (
      let folder = parentOf(path);
      folder.startsWith(prefix) || folder === package_;
      folder = parentOf(folder)
    ) {
      const count = counts.get(folder) ?? { files: 0, interface: 0, server: 0, inside: new Set() };
      counts.set(folder, count);
      count.files++;
      if (side !== "neither") count[side]++;
      if (inside !== null) count.inside.add(inside);
      inside = folder;
      if (folder === package_) break;
    }
  }
  return counts;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What the lock file says of a package. */
export interface Locked {
  /** Where it lies, such as `node_modules/ink/node_modules/string-width`. */
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly dev?: boolean;
  readonly license?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

const FILE = join(import.meta.dirname, "../../package-lock.json");

/** Every package that is installed here. */
export const LOCKED: readonly Locked[] = Object.entries<Omit<Locked, "folder" | "name">>(
  JSON.parse(readFileSync(FILE, "utf8")).packages,
)
  .filter(([folder]) => folder !== "")
  .map(([folder, locked]) => ({ ...locked, folder, name: folder.replace(/^.*node_modules\//, "") }));

/** Those that a user installs beside this package. */
export const AT_RUNTIME = LOCKED.filter(({ dev }) => dev !== true);

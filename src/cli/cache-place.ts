import { homedir } from "node:os";
import { isAbsolute, join, relative, resolve } from "node:path";
import type { CachePlace } from "../cache/open-cache.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where to keep what was read: in the folder that was asked for, otherwise in this user's cache folder; null for none.
 * Inside the repository nothing is kept unless it was asked for; there it has a name that the walk does not enter.
 */
export function cachePlace(
  asked: string | false | undefined,
  root: string,
  environment: Environment,
): CachePlace | null {
  if (asked === false) return null;
  const key = join(home(environment, "XDG_CONFIG_HOME", ".config"), "monocarve", "cache-key");
  if (asked !== undefined) return { folder: join(resolve(asked), "monocarve-cache"), key };
  const folder = join(home(environment, "XDG_CACHE_HOME", ".cache"), "monocarve");
  return isInside(folder, root) || isInside(key, root) ? null : { folder, key };
}

/** A folder of the XDG Base Directory Specification; what is not absolute counts as unset there. */
function home(environment: Environment, variable: string, usual: string): string {
  const set = environment[variable];
  return set !== undefined && isAbsolute(set) ? set : join(homedir(), usual);
}

function isInside(path: string, folder: string): boolean {
  const way = relative(resolve(folder), path);
  return way === "" || !(way.startsWith("..") || isAbsolute(way));
}

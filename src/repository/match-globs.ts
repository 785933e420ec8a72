import picomatch from "picomatch";
import { UsageError } from "../model/usage-error.ts";

/** Globs of the user (never of the repository: their backtracking can be made to take for ever). */
export function matchGlobs(globs: readonly string[], option: string): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const matchers = globs.map((glob) => {
    try {
      const plain = glob.replace(/^\.\//, "");
      // A folder means everything in it, as in an ignore file.
      return picomatch([plain, `${plain.replace(/\/+$/, "")}/**`], { dot: true });
    } catch {
      throw new UsageError(`${option} has a pattern that cannot be read: ${glob}`);
    }
  });
  return (path) => matchers.some((matches) => matches(path));
}

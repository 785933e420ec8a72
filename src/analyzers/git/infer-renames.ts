import type { Change } from "./parse-log.ts";
import type { LoggedPath } from "./paths.ts";

/** Names that say nothing without their folder. */
const COMMONPLACE =
  /^(?:index|main|types?|constants?|utils?|module|mod|app|server|config|schema|package-info)\./i;

/**
 * Renames that git did not see because the file was edited a great deal (or because the bytes are missing): one commit
 * deletes a path and adds another with the same name in another folder, or with another extension of code in the same
 * folder, and nothing else in the commit fits either of the two.
 */
export function inferRenames(changes: readonly Change[]): readonly Change[] {
  if (!has(changes, "D") || !has(changes, "A")) return changes;
  const gone = changes.filter((change) => change.status === "D");
  const come = changes.filter((change) => change.status === "A");
  const origins = new Map<LoggedPath, LoggedPath>();
  for (const key of [byFolderAndName, byPathWithoutExtension, byName]) {
    pair(gone, come, key, origins);
  }
  if (origins.size === 0) return changes;
  const left = new Set(origins.values());
  return changes
    .filter((change) => !(change.status === "D" && left.has(change.path)))
    .map((change) => {
      const from = change.status === "A" ? origins.get(change.path) : undefined;
      return from === undefined ? change : { status: "R", path: change.path, from };
    });
}

function has(changes: readonly Change[], status: string): boolean {
  return changes.some((change) => change.status === status);
}

type Key = (path: string) => string | null;

const byFolderAndName: Key = (path) => {
  const name = path.lastIndexOf("/");
  return name <= 0 ? path : path.slice(path.lastIndexOf("/", name - 1) + 1);
};

const byPathWithoutExtension: Key = (path) => {
  const stem = path.replace(/\.[cm]?[jt]sx?$/, "");
  return stem === path ? null : stem;
};

const byName: Key = (path) => {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return COMMONPLACE.test(name) ? null : name;
};

function pair(
  gone: readonly Change[],
  come: readonly Change[],
  key: Key,
  origins: Map<LoggedPath, LoggedPath>,
): void {
  const taken = new Set(origins.values());
  const from = onlyOnes(
    gone.filter((change) => !taken.has(change.path)),
    key,
  );
  const to = onlyOnes(
    come.filter((change) => !origins.has(change.path)),
    key,
  );
  for (const [name, path] of to) {
    const origin = from.get(name);
    if (path !== null && origin !== undefined && origin !== null) origins.set(path, origin);
  }
}

/** The path for each key, or null where several have it. */
function onlyOnes(changes: readonly Change[], key: Key): Map<string, LoggedPath | null> {
  const found = new Map<string, LoggedPath | null>();
  for (const { path } of changes) {
    const name = key(path.text);
    if (name !== null) found.set(name, found.has(name) ? null : path);
  }
  return found;
}

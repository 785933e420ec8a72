import { byCodeUnit, type FilePath } from "../../model/ids.ts";
import { byNumbers } from "../../sql/by-numbers.ts";

/** Scripts that build one schema together, in the order in which they run. */
export interface ScriptGroup {
  /** The folder of the migrations, or the path of a script that stands alone. */
  readonly name: string;
  readonly files: readonly FilePath[];
}

/**
 * Groups scripts into folders of migrations (ordered by their number or time stamp) and scripts that stand alone.
 * Down scripts are left out, and so are Prisma's migrations where a Prisma schema says the same.
 */
export function groupScripts(
  scripts: readonly FilePath[],
  prismaSchemas: readonly FilePath[],
): ScriptGroup[] {
  const prisma = new Set(prismaSchemas.map(folderOf));
  const groups = new Map<string, FilePath[]>();
  for (const file of scripts) {
    if (isDown(file) || isOfPrisma(file, prisma)) continue;
    const name = groupOf(file);
    groups.set(name, [...(groups.get(name) ?? []), file]);
  }
  const entries = [...groups.entries()].sort(([a], [b]) => byCodeUnit(a, b));
  return entries.map(([name, files]) => ({ name, files: files.sort(byNumbers) }));
}

const NUMBERED = /^[VRvr]?\d+(?:[._-]|$)/;

function groupOf(file: FilePath): string {
  const folder = folderOf(file);
  const last = folder.slice(folder.lastIndexOf("/") + 1);
  const name = file.slice(folder.length === 0 ? 0 : folder.length + 1);
  // `migrations/20240101_init/migration.sql`: one folder for each migration.
  if (NUMBERED.test(last) && /^(?:migration|up)\.sql$/i.test(name)) return folderOf(folder);
  if (NUMBERED.test(name) || /^(?:migrations?|sqls|migrate)$/i.test(last)) return folder;
  return file;
}

function isDown(file: FilePath): boolean {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return (
    /(?:^|[._-])(?:down|undo|rollback|revert)(?:[._-].*)?\.sql$/i.test(name) ||
    /^U\d+(?:[._]\d+)*__/.test(name)
  );
}

function isOfPrisma(file: FilePath, schemaFolders: ReadonlySet<string>): boolean {
  if (!file.endsWith("/migration.sql")) return false;
  const beside = folderOf(folderOf(folderOf(file)));
  return [...schemaFolders].some(
    (folder) => folder === beside || folder.startsWith(`${beside}/`) || beside === "",
  );
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "" : path.slice(0, slash);
}

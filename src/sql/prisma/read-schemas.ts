import { byCodeUnit, type FilePath } from "../../model/ids.ts";
import { linkModels, type PlacedBlock, type PrismaModels } from "./models.ts";
import { readPrismaBlocks } from "./read-blocks.ts";

/** One database of Prisma: all files that describe it together. */
export interface PrismaSchema extends PrismaModels {
  /** The folder that its files lie under. */
  readonly folder: string;
  readonly files: readonly FilePath[];
  readonly provider: string;
  /** Set where the repository has several databases of Prisma: keeps their tables apart. */
  readonly database: string | undefined;
  /** Files that the parser refused. */
  readonly refused: readonly FilePath[];
}

/**
 * Reads all Prisma schemas of a repository. Files under the folder of a datasource belong together; a second schema
 * that names mostly the same models is the same database for another provider, and is left out.
 */
export function readPrismaSchemas(
  files: readonly FilePath[],
  text: (file: FilePath) => string | null,
): PrismaSchema[] {
  const read = [...files].sort(byCodeUnit).map((file) => ({ file, ...readPrismaBlocks(text(file) ?? "") }));
  const roots = read.filter(({ blocks }) => blocks.some(({ kind }) => kind === "datasource"));
  const groups = new Map(roots.map((root) => [root.file, [root]]));
  const folders = roots.map(({ file }) => ({ file, parts: folderOf(file).split("/") }));
  for (const other of read) {
    if (groups.has(other.file)) continue;
    const root = nearestRoot(other.file, folders);
    if (root === null) groups.set(other.file, [other]);
    else groups.get(root)?.push(other);
  }
  const schemas = [...groups.values()].map((group) => schemaOf(group));
  const known: ReadonlySet<string>[] = [];
  const own = schemas.filter(({ models }) => {
    const names = models.map(({ name }) => name);
    const isNew = !known.some(
      (earlier) => names.filter((name) => earlier.has(name)).length > names.length / 2,
    );
    known.push(new Set(names));
    return isNew;
  });
  return nameDatabases(own);
}

type FileReading = { readonly file: FilePath } & ReturnType<typeof readPrismaBlocks>;

function schemaOf(group: readonly FileReading[]): PrismaSchema {
  const blocks = group.flatMap(({ file, blocks: own }) =>
    own.map((block): PlacedBlock => ({ ...block, file })),
  );
  const datasource = blocks.find(({ kind }) => kind === "datasource");
  return {
    ...linkModels(blocks),
    folder: folderOf(group[0]!.file),
    files: group.map(({ file }) => file),
    provider: datasource?.settings.get("provider") ?? "",
    database: undefined,
    refused: group.filter(({ understood }) => !understood).map(({ file }) => file),
  };
}

/** The root that shares most of the way; of equal ones the first, as files are sorted. */
function nearestRoot(
  file: FilePath,
  roots: readonly { readonly file: FilePath; readonly parts: readonly string[] }[],
): FilePath | null {
  const own = folderOf(file).split("/");
  let [best, most] = [null as FilePath | null, -1];
  for (const { file: root, parts } of roots) {
    let length = 0;
    while (length < own.length && own[length] === parts[length]) length++;
    if (length > most) [best, most] = [root, length];
  }
  return best === null || (most === 0 && folderOf(best) !== "") ? null : best;
}

/** Two databases are called after the folder of their package: `services/billing/prisma` is `billing`. */
function nameDatabases(schemas: readonly PrismaSchema[]): PrismaSchema[] {
  if (schemas.length < 2) return [...schemas];
  return schemas.map((schema) => {
    const parts = schema.folder
      .split("/")
      .filter((part) => part !== "prisma" && part !== "schema" && part !== "src");
    return { ...schema, database: parts.at(-1) || schema.folder || "prisma" };
  });
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "" : path.slice(0, slash);
}

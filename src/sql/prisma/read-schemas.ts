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
  for (const other of read) {
    if (roots.includes(other)) continue;
    const root = nearestRoot(
      other.file,
      roots.map(({ file }) => file),
    );
    if (root === null) groups.set(other.file, [other]);
    else groups.get(root)?.push(other);
  }
  const schemas = [...groups.values()].map((group) => schemaOf(group));
  return nameDatabases(schemas.filter((schema, index) => !isVariant(schema, schemas.slice(0, index))));
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

function nearestRoot(file: FilePath, roots: readonly FilePath[]): FilePath | null {
  const shared = (root: FilePath): number => {
    const [a, b] = [folderOf(file).split("/"), folderOf(root).split("/")];
    let length = 0;
    while (length < a.length && a[length] === b[length]) length++;
    return length;
  };
  const [best] = [...roots].sort((a, b) => shared(b) - shared(a) || byCodeUnit(a, b));
  return best === undefined || (shared(best) === 0 && folderOf(best) !== "") ? null : best;
}

function isVariant(schema: PrismaSchema, earlier: readonly PrismaSchema[]): boolean {
  const names = schema.models.map(({ name }) => name);
  return earlier.some((other) => {
    const known = new Set(other.models.map(({ name }) => name));
    return names.length > 0 && names.filter((name) => known.has(name)).length > names.length / 2;
  });
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

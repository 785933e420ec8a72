import { byCodeUnit, type FilePath } from "../../model/ids.ts";
import { type TableName, tableName } from "../table-name.ts";
import { argumentOf, attributeOf, type PrismaBlock, type PrismaField } from "./blocks.ts";

/** A block with the file that it stands in. */
export interface PlacedBlock extends PrismaBlock {
  readonly file: FilePath;
}

/** A model with its table: what both the schema and the generated client call it. */
export interface PrismaModel {
  readonly name: string;
  readonly table: TableName;
  readonly form: "table" | "view" | "collection";
  readonly block: PlacedBlock;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly nullable: boolean }[];
  /** Field name → column name, for fields that are columns. */
  readonly columnOf: ReadonlyMap<string, string>;
  /** Field name → the model at the other end. */
  readonly relations: ReadonlyMap<string, string>;
  /** The field marked with `@id`. */
  readonly id: PrismaField | undefined;
}

/** A relation with the model that holds its key. */
export interface PrismaRelation {
  readonly from: PrismaModel;
  readonly to: PrismaModel;
  readonly columns: readonly string[];
  readonly references: readonly string[];
  readonly file: FilePath;
  readonly line: number;
}

/** The table in the middle of a many-to-many relation that the schema leaves implicit: `_OrderToTag`. */
export interface PrismaJoinTable {
  readonly table: TableName;
  /** Column A and B belong to the models in the order of their names. */
  readonly sides: readonly [PrismaModel, PrismaModel];
  readonly file: FilePath;
  readonly line: number;
}

/** All that a set of schema files declares. */
export interface PrismaModels {
  readonly models: readonly PrismaModel[];
  readonly relations: readonly PrismaRelation[];
  readonly joinTables: readonly PrismaJoinTable[];
}

/** Links the blocks of one schema (of one or several files) into models, relations and implicit join tables. */
export function linkModels(blocks: readonly PlacedBlock[]): PrismaModels {
  const mongo = blocks.some(
    (block) => block.kind === "datasource" && block.settings.get("provider") === "mongodb",
  );
  const declared = blocks.filter((block) => block.kind === "model" || block.kind === "view");
  const names = new Set(declared.map((block) => block.name));
  const models = declared.map((block) => modelOf(block, names, mongo));
  const byName = new Map(models.map((model) => [model.name, model]));
  const ends = new Map(models.map((model) => [model, endsOf(model)]));
  return {
    models,
    relations: models.flatMap((model) => relationsOf(model, byName)),
    joinTables: models.flatMap((model) => joinTablesOf(model, byName, ends)),
  };
}

function modelOf(block: PlacedBlock, names: ReadonlySet<string>, mongo: boolean): PrismaModel {
  const mapped = argumentOf(attributeOf(block, "map"), "name")[0] ?? block.name;
  const schema = argumentOf(attributeOf(block, "schema"), "name")[0];
  const real = block.fields.filter(({ type }) => !names.has(type));
  const columnOf = new Map(real.map((field) => [field.name, columnName(field)]));
  return {
    name: block.name,
    table: tableName(schema === undefined ? [mapped] : [schema, mapped]),
    form: mongo ? "collection" : block.kind === "view" ? "view" : "table",
    block,
    columns: real.map((field) => ({
      name: columnName(field),
      type: field.list ? `${field.type}[]` : field.type,
      nullable: field.optional,
    })),
    columnOf,
    relations: new Map(block.fields.flatMap(({ name, type }) => (names.has(type) ? [[name, type]] : []))),
    id: block.fields.find((field) => attributeOf(field, "id") !== undefined),
  };
}

function columnName(field: PrismaField): string {
  return argumentOf(attributeOf(field, "map"), "name")[0] ?? field.name;
}

function relationsOf(from: PrismaModel, byName: ReadonlyMap<string, PrismaModel>): PrismaRelation[] {
  return from.block.fields.flatMap((field): PrismaRelation[] => {
    const to = byName.get(field.type);
    const relation = attributeOf(field, "relation");
    const fields = argumentOf(relation, "fields");
    if (to === undefined || fields.length === 0) return [];
    const columns = fields.map((name) => from.columnOf.get(name) ?? name);
    const references = argumentOf(relation, "references").map((name) => to.columnOf.get(name) ?? name);
    return [{ from, to, columns, references, file: from.block.file, line: field.line }];
  });
}

/** The fields of a model that are one end of the same relation: looked up from the other end. */
interface End {
  readonly first: PrismaField;
  allLists: boolean;
}

function endsOf({ block }: PrismaModel): ReadonlyMap<string, End> {
  const ends = new Map<string, End>();
  for (const field of block.fields) {
    const key = endKey(field.type, relationName(field));
    const known = ends.get(key);
    if (known === undefined) ends.set(key, { first: field, allLists: field.list });
    else known.allLists &&= field.list;
  }
  return ends;
}

/** The model at the other end, and what the relation is called. */
function endKey(type: string, name: string | undefined): string {
  return name === undefined ? type : `${type} ${name}`;
}

function joinTablesOf(
  model: PrismaModel,
  byName: ReadonlyMap<string, PrismaModel>,
  ends: ReadonlyMap<PrismaModel, ReadonlyMap<string, End>>,
): PrismaJoinTable[] {
  if (model.form === "collection") return [];
  return model.block.fields.flatMap((field): PrismaJoinTable[] => {
    const other = byName.get(field.type);
    if (other === undefined || !field.list || argumentOf(attributeOf(field, "relation"), "fields").length > 0)
      return [];
    const name = relationName(field);
    const back = ends.get(other)?.get(endKey(model.name, name));
    if (!back?.allLists) return [];
    // Each relation is found from both sides; the smaller name (for itself, the earlier field) tells it.
    const isSelf = other === model;
    if (isSelf ? back.first !== field : byCodeUnit(model.name, other.name) > 0) return [];
    const sides = [model, other] as const;
    const table = { name: `_${name ?? `${model.name}To${other.name}`}`, schema: model.table.schema };
    return [{ table, sides, file: model.block.file, line: field.line }];
  });
}

function relationName(field: PrismaField): string | undefined {
  return argumentOf(attributeOf(field, "relation"), "name")[0];
}

import type { Fact, ForeignKey } from "../../../../model/fact.ts";
import { tableId } from "../../../../model/ids.ts";
import type { Expr, FileIr, Scope } from "../../ir.ts";
import { callsNamed } from "../calls-by-name.ts";
import { type Chain, type Step, unwrapped } from "./chains.ts";
import type { DataProject, DataReader } from "./data-project.ts";
import { type Entity, EntityRegistry, type Walk, walkRelations } from "./entities.ts";
import { flagOption, keysOf, type Options, optionAt, optionsOf, textOf, textOption } from "./options.ts";
import { printed } from "./print-expression.ts";
import { placeAt, type Seen } from "./sightings.ts";

/**
 * Reads Waterline, with or without Sails: models by their files or by `Collection.extend`, associations, and queries on
 * global models. Says tables, keys, who reads and writes them, and what `populate` joins. Cannot see what a model gets
 * from the configuration of its datastore.
 */
export const waterline: DataReader = {
  name: "waterline",
  appliesTo: (project) => project.dependsOn("waterline") || project.dependsOn("sails"),
  read: (project) => {
    const models = [...modelFiles(project), ...extendedModels(project)];
    const registry = new EntityRegistry(models.map(({ entity }) => entity));
    const facts = models.flatMap((model) => factsOf(model, registry, project));
    const chains = project.chains.withStep((name) => READS.has(name) || WRITES.has(name));
    return { facts, seen: chains.flatMap((chain) => readChain(chain, registry, project)) };
  },
};

interface WaterlineModel {
  readonly entity: Entity;
  readonly attributes: Options;
  readonly scope: Scope;
  readonly pos: number;
}

/** `api/models/User.js`: what it exports is the model `user`. */
function modelFiles(project: DataProject): WaterlineModel[] {
  return project.files.flatMap((file) => {
    const exported = file.exportEquals;
    const options = exported === null ? null : optionsOf(exported.expr, exported.scope, project);
    return options === null ? [] : (modelOf(options, file, nameOfFile(file), project) ?? []);
  });
}

/** `Waterline.Collection.extend({ identity: "user", attributes })` */
function extendedModels(project: DataProject): WaterlineModel[] {
  return callsNamed(project, (name) => name === "extend").flatMap(({ expr, scope, file }) => {
    const options = expr.k === "call" ? optionsOf(expr.args[0], scope, project) : null;
    const identity = textOption(options, "identity", project);
    return options === null || identity === null ? [] : (modelOf(options, file, identity, project) ?? []);
  });
}

function modelOf(
  options: Options,
  file: FileIr,
  identity: string,
  project: DataProject,
): WaterlineModel | null {
  const at = optionAt(options, "attributes", project);
  const attributes = at === null ? null : optionsOf(at.expr, at.scope, project);
  if (attributes === null) return null;
  const name = identity.toLowerCase();
  const table = tableId(textOption(options, "tableName", project) ?? name);
  const unit = project.unitOf(options.scope);
  const entity = { name, cls: null, unit, table, file: file.path, relations: new Map(), columns: new Map() };
  return { entity, attributes, scope: options.scope, pos: options.expr.pos };
}

function nameOfFile(file: FileIr): string {
  return file.path.slice(file.path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
}

function factsOf(
  { entity, attributes, scope, pos }: WaterlineModel,
  registry: EntityRegistry,
  project: DataProject,
): Fact[] {
  const columns: { name: string; type: string; nullable: boolean }[] = [];
  const keys: ForeignKey[] = [];
  for (const { key, value, pos: at } of attributes.expr.properties) {
    const options = optionsOf(value, attributes.scope, project);
    const [model, collection] = ["model", "collection"].map((name) => textOption(options, name, project));
    const to = registry.named((model ?? collection ?? "").toLowerCase()) ?? null;
    if (to !== null) entity.relations.set(key, { to, through: null, eager: false });
    if (collection != null) continue;
    const name = textOption(options, "columnName", project) ?? key;
    entity.columns.set(key, name);
    columns.push({
      name,
      type: textOption(options, "type", project) ?? "",
      nullable: !flagOption(options, "required", project),
    });
    if (to === null) continue;
    const common = { form: "relation", reading: "schema", source: "waterline" } as const;
    const place = placeAt(attributes.scope, at);
    keys.push({
      kind: "foreign-key",
      from: entity.table,
      to: to.table,
      columns: [name],
      references: ["id"],
      ...common,
      place,
    });
  }
  const place = placeAt(scope, pos);
  const name = entity.table.slice("table:".length);
  return [
    {
      kind: "table",
      id: entity.table,
      name,
      schema: null,
      form: "table",
      columns,
      reading: "schema",
      source: "waterline",
      place,
    },
    { kind: "table-mapping", unit: entity.unit, table: entity.table, place },
    ...keys,
  ];
}

const READS = new Set(["find", "findOne", "count", "sum", "avg", "stream"]);
const WRITES = new Set(
  `create createEach update updateOne destroy destroyOne archive archiveOne findOrCreate addToCollection
  removeFromCollection replaceCollection`.split(/\s+/),
);

function readChain(chain: Chain, registry: EntityRegistry, project: DataProject): Seen[] {
  return chain.steps.flatMap((step: Step, index): Seen[] => {
    const access = READS.has(step.name) ? "read" : WRITES.has(step.name) ? "write" : null;
    const entity =
      access === null || step.args === null
        ? undefined
        : modelMeant(step.receiver, chain.scope, registry, project);
    if (access === null || entity === undefined) return [];
    const walk: Walk = { sightings: [], joins: [] };
    for (const { name, args } of chain.steps.slice(index + 1)) {
      const path = name === "populate" ? textOf(args?.[0], chain.scope, project) : null;
      if (path !== null) walkRelations(entity, [path], walk);
    }
    const columns = keysOf(step.args?.[0], chain.scope, project).flatMap(
      (key) => entity.columns.get(key) ?? [],
    );
    return [
      {
        site: chain.site,
        pos: step.pos,
        sightings: [{ table: entity.table, access, columns }, ...walk.sightings],
        joins: walk.joins,
        reading: "query-builder",
        source: "waterline",
        statement: printed(chain.site.expr),
      },
    ];
  });
}

/** The global `User`, or `sails.models.user`. */
function modelMeant(
  expr: Expr,
  scope: Scope,
  registry: EntityRegistry,
  project: DataProject,
): Entity | undefined {
  const plain = unwrapped(expr);
  if (plain.k === "member") {
    const isModels = plain.object.k === "member" && plain.object.name === "models";
    return isModels ? registry.named(plain.name.toLowerCase()) : undefined;
  }
  const isGlobal = plain.k === "id" && project.externalOf(plain, scope)?.module === "";
  return isGlobal ? registry.named(plain.name.toLowerCase()) : undefined;
}

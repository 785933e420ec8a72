import type { Fact, ForeignKey } from "../../../../../model/fact.ts";
import { tableId } from "../../../../../model/ids.ts";
import type { ClassIr, Expr } from "../../../ir.ts";
import type { CallSite } from "../../../project.ts";
import { callsNamed } from "../../calls-by-name.ts";
import { unwrapped } from "../chains.ts";
import type { DataProject } from "../data-project.ts";
import type { Entity } from "../entities.ts";
import { plural } from "../naming.ts";
import { flagOption, optionAt, optionsOf, textOf, textOption } from "../options.ts";
import { printed } from "../print-expression.ts";
import { placeAt } from "../sightings.ts";
import { fieldsIn, refOf, type SchemaField, schemaOf } from "./schema-fields.ts";

/** A model of Mongoose with the call (or class) that makes it. */
export interface MongooseModel {
  readonly entity: Entity;
  readonly made: Expr | null;
  readonly fields: readonly SchemaField[];
  readonly place: ReturnType<typeof placeAt>;
}

/** Reads `mongoose.model("Order", schema)` and classes with `@Schema` of @nestjs/mongoose. */
export function readMongooseModels(project: DataProject): MongooseModel[] {
  const registered = registeredCollections(project);
  const models = callsNamed(project, (name) => name === "model");
  const called = models.flatMap((site) => modelOf(site, project) ?? []);
  const decorated = project.classes.flatMap((cls) => decoratedModel(cls, project, registered) ?? []);
  const named = new Map([...called, ...decorated].map((model) => [model.entity.name, model]));
  const discriminators = callsNamed(project, (name) => name === "discriminator");
  const children = discriminators.flatMap((site) => discriminatorOf(site, project, named) ?? []);
  return [...called, ...decorated, ...children];
}

/** Tables and references of all models. */
export function mongooseFacts(models: readonly MongooseModel[]): Fact[] {
  const named = new Map(models.map(({ entity }) => [entity.name, entity]));
  const known = new Set<string>();
  return models.flatMap(({ entity, fields, place }): Fact[] => {
    const keys = fields.flatMap((field): ForeignKey[] => {
      const to = field.ref === null ? undefined : named.get(field.ref);
      if (to === undefined) return [];
      entity.relations.set(field.name, { to, through: null, eager: false });
      return [
        {
          kind: "foreign-key",
          from: entity.table,
          to: to.table,
          columns: [field.name],
          references: ["_id"],
          form: "relation",
          reading: "schema",
          source: "mongoose",
          place: placeAt(field.scope, field.pos),
        },
      ];
    });
    const mapping: Fact = { kind: "table-mapping", unit: entity.unit, table: entity.table, place };
    if (known.has(entity.table)) return [mapping, ...keys];
    known.add(entity.table);
    return [
      {
        kind: "table",
        id: entity.table,
        name: entity.table.slice("table:".length),
        schema: null,
        form: "collection",
        columns: fields.map(({ name, type, required }) => ({ name, type, nullable: !required })),
        reading: "schema",
        source: "mongoose",
        place,
      },
      mapping,
      ...keys,
    ];
  });
}

function modelOf(site: CallSite, project: DataProject): MongooseModel | null {
  const { expr, scope } = site;
  if (expr.k !== "call" || expr.args.length < 2) return null;
  const model = textOf(expr.args[0], scope, project);
  const schema = schemaOf(expr.args[1], scope, project);
  if (model === null || schema === null) return null;
  const collection =
    textOf(expr.args[2], scope, project) ?? textOption(schema.settings, "collection", project);
  const entity = entityNamed(model, collection, null, site.unit, site);
  return { entity, made: expr, fields: fieldsIn(schema.fields, project), place: placeAt(scope, expr.pos) };
}

function entityNamed(
  name: string,
  collection: string | null,
  cls: ClassIr | null,
  unit: Entity["unit"],
  { file }: { file: CallSite["file"] },
): Entity {
  const table = tableId(collection ?? plural(name.toLowerCase()));
  return { name, cls, unit, table, file: file.path, relations: new Map(), columns: new Map() };
}

function decoratedModel(
  cls: ClassIr,
  project: DataProject,
  registered: ReadonlyMap<string, string>,
): MongooseModel | null {
  const decorator = cls.decorators.find(({ name }) => name === "Schema");
  if (decorator === undefined) return null;
  const options = optionsOf(decorator.args[0], cls.outer, project);
  // A class that is only a part of others has no collection.
  if (optionAt(options, "_id", project)?.expr.k === "literal" && !registered.has(cls.name)) return null;
  const collection = textOption(options, "collection", project) ?? registered.get(cls.name) ?? null;
  const members = [cls, ...project.parentsOf(cls)].flatMap((one) =>
    [...one.members.values()].map((member) => ({ member, one })),
  );
  const fields = members.flatMap(({ member, one }): SchemaField[] => {
    const prop = member.decorators.find(({ name }) => name === "Prop");
    if (prop === undefined) return [];
    const first = prop.args[0];
    const item = first?.k === "array" ? first.items[0] : first;
    const given = optionsOf(item, one.scope, project);
    const inner = optionAt(given, "type", project);
    const plain = inner === null ? null : unwrapped(inner.expr);
    const nested = plain?.k === "array" ? optionsOf(plain.items[0], one.scope, project) : null;
    const ref = refOf(given, project) ?? refOf(nested, project);
    const type = plain === null ? "" : printed(plain).replace(/^.*\./, "").slice(0, 40);
    return [
      {
        name: member.name,
        type,
        required: flagOption(given, "required", project),
        ref,
        scope: one.scope,
        pos: prop.pos,
      },
    ];
  });
  const entity = entityNamed(cls.name, collection || null, cls, project.unitOfClass(cls), cls.scope);
  return { entity, made: null, fields, place: placeAt(cls.outer, decorator.pos) };
}

/** `MongooseModule.forFeature([{ name: Order.name, schema, collection: "orders" }])` */
function registeredCollections(project: DataProject): Map<string, string> {
  const found = new Map<string, string>();
  for (const { expr, scope } of callsNamed(project, (name) => name === "forFeature")) {
    const list = expr.k === "call" ? expr.args[0] : undefined;
    if (list?.k !== "array") continue;
    for (const item of list.items) {
      const options = optionsOf(item, scope, project);
      const at = optionAt(options, "name", project);
      const cls = at?.expr.k === "member" ? project.classOf(at.expr.object, at.scope) : null;
      const key = cls?.name ?? textOption(options, "name", project);
      if (key !== null) found.set(key, textOption(options, "collection", project) ?? "");
    }
  }
  return found;
}

/** `Event.discriminator("Click", schema)` lives in the collection of its base. */
function discriminatorOf(
  site: CallSite,
  project: DataProject,
  named: ReadonlyMap<string, MongooseModel>,
): MongooseModel | null {
  const { expr, scope } = site;
  if (expr.k !== "call" || expr.callee.k !== "member") return null;
  const model = textOf(expr.args[0], scope, project);
  const schema = schemaOf(expr.args[1], scope, project);
  const origin = project.originOf(expr.callee.object, scope)?.expr;
  const base = [...named.values()].find(({ made }) => made !== null && made === origin);
  if (model === null || base === undefined) return null;
  const entity = { ...entityNamed(model, null, null, site.unit, site), table: base.entity.table };
  return {
    entity,
    made: expr,
    fields: fieldsIn(schema?.fields ?? null, project),
    place: placeAt(scope, expr.pos),
  };
}

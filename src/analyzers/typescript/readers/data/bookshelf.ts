import type { Fact, ForeignKey } from "../../../../model/fact.ts";
import { tableId } from "../../../../model/ids.ts";
import type { ClassIr, Expr, FunctionIr, Scope } from "../../ir.ts";
import { type Chain, chainOf, type Step, unwrapped } from "./chains.ts";
import type { DataProject, DataReader } from "./data-project.ts";
import { type Entity, EntityRegistry, type Walk, walkRelations } from "./entities.ts";
import { type Options, optionAt, optionsOf, textOf, textOption, textsOf } from "./options.ts";
import { printed } from "./print-expression.ts";
import { placeAt, type Seen } from "./sightings.ts";

/**
 * Reads Bookshelf: models by `bookshelf.model(…)`, `Model.extend(…)` or classes with `tableName`, and their relations.
 * Says tables' keys, who reads and writes them, and what `withRelated` brings together. Cannot see polymorphic ends.
 */
export const bookshelf: DataReader = {
  name: "bookshelf",
  appliesTo: (project) => project.dependsOn("bookshelf"),
  read: (project) => {
    const models = [...calledModels(project), ...classModels(project)];
    const registry = new EntityRegistry(models.map(({ entity }) => entity));
    const held = new Map(
      models.flatMap(({ entity, made }) => (made === null ? [] : [[made, entity] as const])),
    );
    const meant = (expr: Expr, scope: Scope): Entity | null =>
      modelMeant(expr, scope, project, registry, held);
    const keys = models.flatMap((model) => relationsOf(model, meant, project));
    const mappings = models.map(
      ({ entity, place }): Fact => ({ kind: "table-mapping", unit: entity.unit, table: entity.table, place }),
    );
    return {
      facts: [...mappings, ...keys],
      seen: project.chains.flatMap((chain) => readChain(chain, meant, project)),
    };
  },
};

interface BookshelfModel {
  readonly entity: Entity;
  readonly made: Expr | null;
  readonly relations: readonly { readonly name: string; readonly fn: FunctionIr }[];
  readonly place: ReturnType<typeof placeAt>;
}

function calledModels(project: DataProject): BookshelfModel[] {
  return project.calls.flatMap((site): BookshelfModel[] => {
    const { expr, name, scope } = site;
    if (expr.k !== "call" || (name !== "model" && name !== "extend")) return [];
    const options =
      expr.args.map((arg) => optionsOf(arg, scope, project)).find((one) => one !== null) ?? null;
    const table = textOption(options, "tableName", project) ?? gotten(options, project);
    if (options === null || table === null) return [];
    const model = name === "model" ? textOf(expr.args[0], scope, project) : null;
    const entity = entityOf(
      model ?? variableName(expr, scope) ?? table,
      table,
      null,
      site.unit,
      site.file.path,
    );
    const relations = options.expr.properties.flatMap(({ key, value }) =>
      value.k === "function" ? [{ name: key, fn: value.fn }] : [],
    );
    return [{ entity, made: expr, relations, place: placeAt(scope, expr.pos) }];
  });
}

function gotten(options: Options | null, project: DataProject): string | null {
  const at = optionAt(options, "tableName", project);
  const [result] = at?.expr.k === "function" ? at.expr.fn.returns : [];
  return result === undefined ? null : textOf(result.expr, result.scope, project);
}

function variableName(expr: Expr, scope: Scope): string | null {
  for (const [name, binding] of scope.values) {
    if (binding.b === "variable" && binding.init !== null && unwrapped(binding.init) === expr) return name;
  }
  return null;
}

function classModels(project: DataProject): BookshelfModel[] {
  return project.classes.flatMap((cls): BookshelfModel[] => {
    const member = cls.form === "class" ? cls.members.get("tableName") : undefined;
    const [result] = member?.fn?.returns ?? [];
    const value = result ?? (member?.init == null ? null : { expr: member.init, scope: member.initScope });
    const table = value === null ? null : textOf(value.expr, value.scope, project);
    if (table === null) return [];
    const entity = entityOf(cls.name, table, cls, project.unitOfClass(cls), cls.scope.file.path);
    const relations = [...cls.members.values()].flatMap(({ name, fn }) =>
      fn === null ? [] : [{ name, fn }],
    );
    return [{ entity, made: null, relations, place: placeAt(cls.outer, cls.pos) }];
  });
}

function entityOf(
  name: string,
  table: string,
  cls: ClassIr | null,
  unit: Entity["unit"],
  file: Entity["file"],
): Entity {
  return { name, cls, unit, table: tableId(table), file, relations: new Map(), columns: new Map() };
}

type Meant = (expr: Expr, scope: Scope) => Entity | null;

function modelMeant(
  expr: Expr,
  scope: Scope,
  project: DataProject,
  registry: EntityRegistry,
  held: ReadonlyMap<Expr, Entity>,
): Entity | null {
  const plain = unwrapped(expr);
  if (plain.k === "text") return registry.named(plain.value) ?? null;
  if (plain.k === "new") return modelMeant(plain.callee, scope, project, registry, held);
  if (plain.k === "call" && plain.callee.k === "member") {
    // Order.forge({ … }), Order.where({ … }), bookshelf.model("Order")
    if (plain.callee.name === "model")
      return registry.named(textOf(plain.args[0], scope, project) ?? "") ?? null;
    return held.get(plain) ?? modelMeant(plain.callee.object, scope, project, registry, held);
  }
  if (plain.k !== "id" && plain.k !== "member") return null;
  const cls = registry.of(project.classOf(plain, scope));
  if (cls !== undefined) return cls;
  const origin = project.originOf(plain, scope);
  const made = origin === null ? undefined : held.get(unwrapped(origin.expr));
  return made ?? (/^[A-Z]/.test(plain.name) ? (registry.named(plain.name) ?? null) : null);
}

const RELATIONS = new Set(["belongsTo", "hasOne", "hasMany", "belongsToMany"]);

function relationsOf(
  { entity, relations }: BookshelfModel,
  meant: Meant,
  project: DataProject,
): ForeignKey[] {
  return relations.flatMap(({ name, fn }): ForeignKey[] => {
    const [result] = fn.returns;
    const step =
      result === undefined
        ? undefined
        : chainOf(result.expr, { scope: result.scope } as Chain["site"]).steps.find((one) =>
            RELATIONS.has(one.name),
          );
    const to = step?.args?.[0] === undefined ? null : meant(step.args[0], result!.scope);
    if (step === undefined || to === null) return [];
    const texts = (step.args ?? []).slice(1).map((arg) => textOf(arg, result!.scope, project));
    const place = placeAt(result!.scope, step.pos);
    const [own, other] = [nameOf(entity), nameOf(to)];
    if (step.name === "belongsToMany") {
      const through = tableId(texts[0] ?? [own, other].sort().join("_"));
      entity.relations.set(name, { to, through, eager: false });
      const keys = [texts[1] ?? `${singular(own)}_id`, texts[2] ?? `${singular(other)}_id`] as const;
      return [key(through, entity, keys[0], place), key(through, to, keys[1], place)];
    }
    entity.relations.set(name, { to, through: null, eager: false });
    if (step.name === "belongsTo") return [key(entity.table, to, texts[0] ?? `${singular(other)}_id`, place)];
    return [key(to.table, entity, texts[0] ?? `${singular(own)}_id`, place)];
  });
}

function nameOf({ table }: Entity): string {
  return table.slice("table:".length);
}

function singular(name: string): string {
  return name.replace(/ies$/, "y").replace(/s$/, "");
}

function key(from: Entity["table"], to: Entity, column: string, place: ForeignKey["place"]): ForeignKey {
  return {
    kind: "foreign-key",
    from,
    to: to.table,
    columns: [column],
    references: ["id"],
    form: "relation",
    reading: "schema",
    source: "bookshelf",
    place,
  };
}

const READS = new Set([
  "fetch",
  "fetchAll",
  "fetchPage",
  "fetchOne",
  "count",
  "findAll",
  "findOne",
  "findById",
  "load",
  "refresh",
]);
const WRITES = new Set(["save", "destroy", "create", "upsert", "update", "attach", "detach"]);

function readChain(chain: Chain, meant: Meant, project: DataProject): Seen[] {
  return chain.steps.flatMap((step: Step): Seen[] => {
    const access = READS.has(step.name) ? "read" : WRITES.has(step.name) ? "write" : null;
    if (access === null || step.args === null || step.call === null) return [];
    const entity = meant(step.receiver, chain.scope);
    if (entity === null) return [];
    const walk: Walk = { sightings: [], joins: [] };
    for (const arg of step.args) {
      const related = optionAt(optionsOf(arg, chain.scope, project), "withRelated", project);
      if (related === null) continue;
      for (const path of textsOf(related.expr, related.scope, project))
        walkRelations(entity, path.split("."), walk);
    }
    return [
      {
        site: chain.site,
        pos: step.pos,
        sightings: [{ table: entity.table, access }, ...walk.sightings],
        joins: walk.joins,
        reading: "query-builder",
        source: "bookshelf",
        statement: printed(chain.site.expr),
      },
    ];
  });
}

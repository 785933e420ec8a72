import type { ForeignKey } from "../../../../../model/fact.ts";
import { tableId } from "../../../../../model/ids.ts";
import type { ClassIr, Expr, FunctionIr, Scope } from "../../../ir.ts";
import { callsNamed } from "../../calls-by-name.ts";
import { type Chain, chainOf, unwrapped } from "../chains.ts";
import type { DataProject } from "../data-project.ts";
import type { Entity, EntityRegistry } from "../entities.ts";
import { type Options, optionAt, optionsOf, textOf, textOption } from "../options.ts";
import { placeAt } from "../sightings.ts";

/** A model with the call that made it and the methods that may be relations. */
export interface BookshelfModel {
  readonly entity: Entity;
  readonly made: Expr | null;
  readonly relations: readonly { readonly name: string; readonly fn: FunctionIr }[];
  readonly place: ReturnType<typeof placeAt>;
}

/** `bookshelf.model("Order", { … })`, `Model.extend({ … })` */
export function calledModels(project: DataProject): BookshelfModel[] {
  const calls = callsNamed(project, (name) => name === "model" || name === "extend");
  return calls.flatMap((site): BookshelfModel[] => {
    const { expr, name, scope } = site;
    if (expr.k !== "call") return [];
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

/** Classes with `tableName`. */
export function classModels(project: DataProject): BookshelfModel[] {
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

/** The model that an expression means. */
export type Meant = (expr: Expr, scope: Scope) => Entity | null;

/** A class, a variable, a name, or what a chain on one of these began with. */
export function modelMeant(
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

/** The keys of the relations of a model. */
export function relationsOf(
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

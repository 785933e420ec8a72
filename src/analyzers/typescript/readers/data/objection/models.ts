import type { ForeignKey } from "../../../../../model/fact.ts";
import { tableId } from "../../../../../model/ids.ts";
import { nodeOf } from "../../../../../sql/table-name.ts";
import type { ClassIr, ClassMember, Expr, Scope } from "../../../ir.ts";
import { unwrapped } from "../chains.ts";
import type { DataProject } from "../data-project.ts";
import type { Entity, EntityRegistry } from "../entities.ts";
import { parsedColumn, parsedName } from "../migrations/schema-call.ts";
import { type Options, optionAt, optionsOf, textOf, textOption } from "../options.ts";
import { placeAt } from "../sightings.ts";

/** The keys of all relations. */
export function objectionKeys(registry: EntityRegistry, project: DataProject): ForeignKey[] {
  return dedupe(registry.all.flatMap((entity) => relationsOf(entity, registry, project)));
}

/** Both ends of a relation tell its key; the end that holds it tells it better. */
function dedupe(keys: readonly (ForeignKey & { readonly isOwn: boolean })[]): ForeignKey[] {
  const known = new Map<string, ForeignKey>();
  const ordered = [...keys.filter(({ isOwn }) => isOwn), ...keys.filter(({ isOwn }) => !isOwn)];
  for (const { isOwn: _, ...key } of ordered) {
    const id = `${key.from} ${key.to} ${key.columns.join()}`;
    if (!known.has(id)) known.set(id, key);
  }
  return [...known.values()];
}

/** The entity of a class with `tableName`. */
export function entityOf(cls: ClassIr, project: DataProject): Entity | null {
  const member = staticOf(cls, "tableName", project);
  if (member === null) return null;
  const value = valueOfMember(member);
  const table = value === null ? null : textOf(value.expr, value.scope, project);
  if (table === null) return null;
  const parsed = parsedName(table);
  return {
    name: cls.name,
    cls,
    unit: project.unitOfClass(cls),
    table: tableId(parsed.name, parsed.schema ?? undefined),
    file: cls.scope.file.path,
    relations: new Map(),
    columns: new Map(),
  };
}

function staticOf(cls: ClassIr, name: string, project: DataProject): ClassMember | null {
  for (const one of [cls, ...project.parentsOf(cls)]) {
    const member = one.statics.get(name);
    if (member !== undefined) return member;
  }
  return null;
}

/** `static tableName = "x"`, `static get tableName() { return "x" }`, `static relationMappings = () => ({ … })`. */
function valueOfMember(member: ClassMember): { expr: Expr; scope: Scope } | null {
  const init = member.init === null ? null : unwrapped(member.init);
  const fn = init?.k === "function" ? init.fn : member.fn;
  if (fn !== null) return fn.returns.at(-1) ?? null;
  return init === null ? null : { expr: init, scope: member.initScope };
}

function relationsOf(
  entity: Entity,
  registry: EntityRegistry,
  project: DataProject,
): (ForeignKey & { isOwn: boolean })[] {
  const member = staticOf(entity.cls!, "relationMappings", project);
  const value = member === null ? null : valueOfMember(member);
  const listed = value === null ? null : optionsOf(value.expr, value.scope, project);
  return (listed?.expr.properties ?? []).flatMap(({ key, value: relation, pos }) => {
    const options = optionsOf(relation, listed!.scope, project);
    const target = optionAt(options, "modelClass", project);
    const to = target === null ? undefined : targetOf(target.expr, target.scope, registry, project);
    const join = optionAt(options, "join", project);
    const joined = join === null ? null : optionsOf(join.expr, join.scope, project);
    const place = placeAt(listed!.scope, pos);
    const through = throughOf(joined, project);
    entity.relations.set(key, {
      to: to ?? null,
      through: through === null ? null : nodeOf(through.from.table),
      eager: false,
    });
    const told = keyOf(relationKind(options, project), joined, through, place, project);
    return told.map((one) => ({ ...one, isOwn: one.from === entity.table }));
  });
}

function targetOf(
  expr: Expr,
  scope: Scope,
  registry: EntityRegistry,
  project: DataProject,
): Entity | undefined {
  const cls = registry.of(project.classOf(expr, scope));
  if (cls !== undefined) return cls;
  const text = textOf(expr, scope, project);
  const name = text?.slice(text.lastIndexOf("/") + 1).replace(/\.[cm]?[jt]s$/, "");
  return name === undefined ? undefined : registry.named(name);
}

function relationKind(options: Options | null, project: DataProject): string {
  const relation = optionAt(options, "relation", project)?.expr;
  return relation?.k === "member" ? relation.name : "";
}

type Column = NonNullable<ReturnType<typeof parsedColumn>>;

function throughOf(joined: Options | null, project: DataProject): { from: Column; to: Column } | null {
  const through = optionAt(joined, "through", project);
  const inner = through === null ? null : optionsOf(through.expr, through.scope, project);
  const from = parsedColumn(textOption(inner, "from", project) ?? "");
  const to = parsedColumn(textOption(inner, "to", project) ?? "");
  return from === null || to === null ? null : { from, to };
}

function keyOf(
  kind: string,
  joined: Options | null,
  through: { from: Column; to: Column } | null,
  place: ForeignKey["place"],
  project: DataProject,
): ForeignKey[] {
  const from = parsedColumn(textOption(joined, "from", project) ?? "");
  const to = parsedColumn(textOption(joined, "to", project) ?? "");
  if (from === null || to === null) return [];
  if (through !== null) return [foreignKey(through.from, from, place), foreignKey(through.to, to, place)];
  // People write HasOne for a key of their own; the side that names an `id` is the one that is pointed at.
  const isOwn = to.column === "id" ? true : from.column === "id" ? false : kind.startsWith("BelongsTo");
  return [isOwn ? foreignKey(from, to, place) : foreignKey(to, from, place)];
}

function foreignKey(from: Column, to: Column, place: ForeignKey["place"]): ForeignKey {
  return {
    kind: "foreign-key",
    from: nodeOf(from.table),
    to: nodeOf(to.table),
    columns: [from.column],
    references: [to.column],
    form: "relation",
    reading: "schema",
    source: "objection",
    place,
  };
}

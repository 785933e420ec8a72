import type { Fact, ForeignKey, Place } from "../../../../../model/fact.ts";
import { type NodeId, tableId } from "../../../../../model/ids.ts";
import type { Expr, Scope } from "../../../ir.ts";
import { callsNamed } from "../../calls-by-name.ts";
import type { DataProject } from "../data-project.ts";
import { LibraryDecorators } from "../decorators.ts";
import type { Entity } from "../entities.ts";
import { type Options, optionAt, optionsOf, textOf, textOption } from "../options.ts";
import { placeAt } from "../sightings.ts";
import type { ModelRegistry } from "./models.ts";

const KINDS = new Set(["belongsTo", "hasMany", "hasOne", "belongsToMany"]);

/** One association, as a call or a decorator says it. */
interface Association {
  readonly kind: string;
  readonly from: Entity;
  readonly to: Entity;
  readonly options: Options | null;
  /** The column, where it is said without options. */
  readonly column: string | null;
  readonly through: Expr | null;
  readonly scope: Scope;
  readonly alias: string | null;
  readonly place: Place;
}

/** Reads `Order.belongsTo(Customer, { foreignKey })`, wherever it stands, and the decorators of sequelize-typescript. */
export function readAssociations(project: DataProject, registry: ModelRegistry): Fact[] {
  const calls = callsNamed(project, (name) => KINDS.has(name));
  const called = calls.flatMap(({ expr, name, scope }): Association[] => {
    if (expr.k !== "call" || expr.callee.k !== "member") return [];
    const from = registry.meant(expr.callee.object, scope) ?? ownModel(expr.callee.object, scope, registry);
    const to = expr.args[0] === undefined ? undefined : registry.meant(expr.args[0], scope);
    if (from === undefined || to === undefined) return [];
    const options = optionsOf(expr.args[1], scope, project);
    const place = placeAt(scope, expr.pos);
    const through = optionAt(options, "through", project)?.expr ?? null;
    return [
      {
        kind: name,
        from,
        to,
        options,
        column: null,
        through,
        scope,
        alias: textOption(options, "as", project),
        place,
      },
    ];
  });
  const all = [...called, ...decorated(project, registry)];
  const keys = dedupe(all.flatMap((one) => keysOf(one, project, registry)));
  return [...throughTables(keys, registry), ...keys];
}

/** Sequelize makes the table of `through: "reading_list"` itself. */
function throughTables(keys: readonly ForeignKey[], registry: ModelRegistry): Fact[] {
  const known = new Set(registry.all.map(({ table }) => table));
  const made = new Map<NodeId, ForeignKey[]>();
  for (const key of keys) if (!known.has(key.from)) made.set(key.from, [...(made.get(key.from) ?? []), key]);
  return [...made].map(([id, [first, ...others]]): Fact => {
    const columns = [first!, ...others].flatMap((key) =>
      key.columns.map((name) => ({ name, type: "", nullable: false })),
    );
    const name = id.slice("table:".length);
    const { reading, source, place } = first!;
    return { kind: "table", id, name, schema: null, form: "table", columns, reading, source, place };
  });
}

/** `this.hasMany(…)` in a static method of the model. */
function ownModel(expr: Expr, scope: Scope, registry: ModelRegistry): Entity | undefined {
  return expr.k === "this" ? registry.of(scope.cls) : undefined;
}

function decorated(project: DataProject, registry: ModelRegistry): Association[] {
  const names = new Set(["BelongsTo", "HasMany", "HasOne", "BelongsToMany", "ForeignKey"]);
  const decorators = new LibraryDecorators(project, /^sequelize-typescript/, names);
  return registry.all.flatMap((from) => {
    const { cls } = from;
    if (cls === null) return [];
    const foreign = [...cls.members.values()].flatMap((member) =>
      member.decorators.flatMap((one) => {
        if (decorators.nameOf(one, cls.scope) !== "ForeignKey" || one.args[0] === undefined) return [];
        return [{ to: registry.of(project.classOf(one.args[0], cls.scope)), column: member.name }];
      }),
    );
    return [...cls.members.values()].flatMap((member) =>
      member.decorators.flatMap((one): Association[] => {
        const kind = decorators.nameOf(one, cls.scope);
        if (kind === null || kind === "ForeignKey" || one.args[0] === undefined) return [];
        const to = registry.of(project.classOf(one.args[0], cls.scope));
        if (to === undefined) return [];
        const second = one.args[1];
        const written = textOf(second, cls.scope, project);
        const column =
          kind === "BelongsTo" ? (written ?? foreign.find((key) => key.to === to)?.column ?? null) : written;
        const through = kind === "BelongsToMany" ? (second ?? null) : null;
        const options = optionsOf(second, cls.scope, project);
        return [
          {
            kind: kind.charAt(0).toLowerCase() + kind.slice(1),
            from,
            to,
            options,
            column,
            through,
            scope: cls.scope,
            alias: member.name,
            place: placeAt(cls.scope, one.pos),
          },
        ];
      }),
    );
  });
}

function keysOf(one: Association, project: DataProject, registry: ModelRegistry): ForeignKey[] {
  const { kind, from, to, options, alias, place } = one;
  const column = one.column ?? foreignKeyOf(options, "foreignKey", project);
  if (kind === "belongsToMany") return throughKeys(one, column, project, registry);
  const holder = kind === "belongsTo" ? from : to;
  const target = kind === "belongsTo" ? to : from;
  const name = alias ?? (kind === "hasMany" ? `${to.name}s` : to.name);
  from.relations.set(name, { to, through: null, eager: false });
  const fallback = `${kind === "belongsTo" ? (alias ?? to.name) : from.name}Id`;
  const references = [textOption(options, kind === "belongsTo" ? "targetKey" : "sourceKey", project) ?? "id"];
  return [foreignKey(holder.table, target.table, column ?? fallback, references, place)];
}

function throughKeys(
  { from, to, options, through, scope, alias, place }: Association,
  column: string | null,
  project: DataProject,
  registry: ModelRegistry,
): ForeignKey[] {
  const table = through === null ? null : throughTable(through, scope, project, registry);
  if (table === null) return [];
  from.relations.set(alias ?? `${to.name}s`, { to, through: table, eager: false });
  const other = foreignKeyOf(options, "otherKey", project) ?? `${to.name}Id`;
  return [
    foreignKey(table, from.table, column ?? `${from.name}Id`, ["id"], place),
    foreignKey(table, to.table, other, ["id"], place),
  ];
}

function throughTable(
  expr: Expr,
  scope: Scope,
  project: DataProject,
  registry: ModelRegistry,
): NodeId | null {
  const options = optionsOf(expr, scope, project);
  const inner = optionAt(options, "model", project);
  if (inner !== null) return throughTable(inner.expr, inner.scope, project, registry);
  const plain =
    expr.k === "function" ? registry.of(project.classOf(expr, scope)) : registry.meant(expr, scope);
  if (plain !== undefined) return plain.table;
  const text = textOf(expr, scope, project);
  return text === null ? null : (registry.named(text)?.table ?? tableId(text));
}

/** `foreignKey: "customerId"` or `foreignKey: { name: "customerId" }` */
function foreignKeyOf(options: Options | null, key: string, project: DataProject): string | null {
  const at = optionAt(options, key, project);
  if (at === null) return null;
  const inner = optionsOf(at.expr, at.scope, project);
  if (inner !== null) return textOption(inner, "field", project) ?? textOption(inner, "name", project);
  return textOf(at.expr, at.scope, project);
}

function foreignKey(
  from: NodeId,
  to: NodeId,
  column: string,
  references: string[],
  place: Place,
): ForeignKey {
  return {
    kind: "foreign-key",
    from,
    to,
    columns: [column],
    references,
    form: "relation",
    reading: "schema",
    source: "sequelize",
    place,
  };
}

/** `belongsTo` on one side and `hasMany` on the other are one key; the side that holds it is kept. */
function dedupe(keys: readonly ForeignKey[]): ForeignKey[] {
  const known = new Map<string, ForeignKey>();
  for (const key of keys) {
    const id = `${key.from} ${key.to} ${key.columns.join().toLowerCase()}`;
    if (!known.has(id)) known.set(id, key);
  }
  return [...known.values()];
}

import type { Fact, ForeignKey } from "../../../../../model/fact.ts";
import { type NodeId, tableId } from "../../../../../model/ids.ts";
import type { Expr, Scope } from "../../../ir.ts";
import type { CallSite } from "../../../project.ts";
import { chainOf, unwrapped } from "../chains.ts";
import type { DataProject } from "../data-project.ts";
import type { Entity } from "../entities.ts";
import { type Options, optionAt, optionsOf, textOf } from "../options.ts";
import { placeAt } from "../sightings.ts";

/** A table of Drizzle: the call that defines it is what code refers to. */
export interface DrizzleTable {
  readonly entity: Entity;
  readonly call: Expr;
  readonly columns: Options;
  readonly site: CallSite;
  readonly extra: Expr | undefined;
  readonly form: "table" | "view";
}

/** All tables, found by the expressions that name them. */
export class DrizzleTables {
  readonly all: readonly DrizzleTable[];
  private readonly byCall: ReadonlyMap<Expr, DrizzleTable>;
  private readonly project: DataProject;

  constructor(project: DataProject) {
    this.project = project;
    this.all = project.calls.flatMap((site) => tableOf(site, project) ?? []);
    this.byCall = new Map(this.all.map((table) => [table.call, table]));
  }

  meant(expr: Expr, scope: Scope): DrizzleTable | undefined {
    const plain = unwrapped(expr);
    const direct = this.byCall.get(plain);
    if (direct !== undefined || (plain.k !== "id" && plain.k !== "member")) return direct;
    const origin = this.project.originOf(plain, scope);
    const made = origin === null ? null : unwrapped(origin.expr);
    // const managers = alias(users, "managers")
    if (
      made?.k === "call" &&
      made.callee.k === "id" &&
      made.callee.name.startsWith("alias") &&
      made.args[0]
    ) {
      return this.meant(made.args[0], origin!.scope);
    }
    return made === null ? undefined : this.byCall.get(made);
  }

  /** `orders.customerId` */
  column(expr: Expr, scope: Scope): { table: DrizzleTable; column: string } | null {
    const plain = unwrapped(expr);
    if (plain.k !== "member") return null;
    const table = this.meant(plain.object, scope);
    return table === undefined ? null : { table, column: table.entity.columns.get(plain.name) ?? plain.name };
  }

  /** The table that is exported under a name: `db.query.orders`. */
  exported(name: string): DrizzleTable | undefined {
    return this.all.find(({ entity }) => entity.name === name);
  }
}

const TABLE = /^(?:pg|mysql|sqlite|singlestore|mssql|gel|cockroach)Table$/;
const VIEW = /^(?:pg|mysql|sqlite|singlestore)(?:Materialized)?View$/;

function tableOf(site: CallSite, project: DataProject): DrizzleTable | null {
  const { expr, scope, name } = site;
  if (expr.k !== "call") return null;
  const isView = VIEW.test(name);
  const inSchema =
    name === "table" && expr.callee.k === "member" ? schemaOf(expr.callee.object, scope, project) : null;
  if (!TABLE.test(name) && !isView && inSchema === null) return null;
  const written = textOf(expr.args[0], scope, project);
  const given = expr.args[1];
  const columns = given?.k === "function" ? returned(given, project) : optionsOf(given, scope, project);
  if (written === null || columns === null) return null;
  const entity: Entity = {
    name: variableOf(site) ?? written,
    cls: null,
    unit: site.unit,
    table: tableId(written, inSchema === "public" ? undefined : (inSchema ?? undefined)),
    file: site.file.path,
    relations: new Map(),
    columns: new Map(),
  };
  for (const { key, value } of columns.expr.properties) {
    const [head] = chainOf(value, { ...site, scope: columns.scope }).steps;
    entity.columns.set(key, textOf(head?.args?.[0], columns.scope, project) ?? key);
  }
  return { entity, call: expr, columns, site, extra: expr.args[2], form: isView ? "view" : "table" };
}

/** `pgSchema("sales").table(…)` */
function schemaOf(expr: Expr, scope: Scope, project: DataProject): string | null {
  const plain = unwrapped(expr);
  const origin =
    plain.k === "id" || plain.k === "member" ? project.originOf(plain, scope) : { expr: plain, scope };
  const made = origin === null ? null : unwrapped(origin.expr);
  if (made?.k !== "call" || made.callee.k !== "id" || !/^(?:pg|mysql|mssql)Schema$/.test(made.callee.name))
    return null;
  return textOf(made.args[0], origin!.scope, project);
}

function returned(expr: Expr & { k: "function" }, project: DataProject): Options | null {
  const [result] = expr.fn.returns;
  return result === undefined ? null : optionsOf(result.expr, result.scope, project);
}

/** `export const orders = pgTable(…)`: the name by which the query API knows it. */
function variableOf({ expr, scope }: CallSite): string | null {
  for (const [name, binding] of scope.values) {
    if (binding.b === "variable" && binding.init !== null && unwrapped(binding.init) === expr) return name;
  }
  return null;
}

/** Tables with columns, `.references(() => customers.id)`, `foreignKey({ … })`, and `relations(…)`. */
export function drizzleFacts(tables: DrizzleTables, project: DataProject): Fact[] {
  const declared = tables.all.flatMap((table): Fact[] => {
    const { entity, site, columns, form } = table;
    const place = placeAt(site.scope, site.expr.pos);
    const name = entity.table.slice("table:".length);
    const dot = name.indexOf(".");
    const listed = columns.expr.properties.map(({ key, value }) => {
      const { steps } = chainOf(value, { ...site, scope: columns.scope });
      const required = steps.some((step) => step.name === "notNull" || step.name === "primaryKey");
      return { name: entity.columns.get(key) ?? key, type: steps[0]?.name ?? "", nullable: !required };
    });
    return [
      {
        kind: "table",
        id: entity.table,
        name: name.slice(dot + 1),
        schema: dot === -1 ? null : name.slice(0, dot),
        form,
        columns: listed,
        reading: "schema",
        source: "drizzle",
        place,
      },
      ...columnKeys(table, tables),
      ...tableKeys(table, tables, project),
    ];
  });
  const keys = new Set(
    declared.flatMap((fact) => (fact.kind === "foreign-key" ? [`${fact.from} ${fact.columns.join()}`] : [])),
  );
  const relations = readRelations(tables, project).filter(
    (key) => !keys.has(`${key.from} ${key.columns.join()}`),
  );
  return [...declared, ...relations];
}

function columnKeys({ entity, columns, site }: DrizzleTable, tables: DrizzleTables): ForeignKey[] {
  return columns.expr.properties.flatMap(({ key, value, pos }): ForeignKey[] => {
    const step = chainOf(value, { ...site, scope: columns.scope }).steps.find(
      ({ name }) => name === "references",
    );
    const target = step?.args?.[0];
    const [result] = target?.k === "function" ? target.fn.returns : [];
    const to = result === undefined ? null : tables.column(result.expr, result.scope);
    if (to === null) return [];
    return [
      foreignKey(
        entity.table,
        to.table.entity.table,
        [entity.columns.get(key) ?? key],
        [to.column],
        "constraint",
        placeAt(columns.scope, pos),
      ),
    ];
  });
}

function tableKeys(
  { entity, site, extra }: DrizzleTable,
  tables: DrizzleTables,
  project: DataProject,
): ForeignKey[] {
  if (extra?.k !== "function") return [];
  return project.callsWithin(extra.fn).flatMap(({ expr, name, scope }): ForeignKey[] => {
    if (expr.k !== "call" || name !== "foreignKey") return [];
    const options = optionsOf(expr.args[0], scope, project);
    const own = columnsIn(optionAt(options, "columns", project), (one) =>
      one.k === "member" ? (entity.columns.get(one.name) ?? one.name) : null,
    );
    const foreign = optionAt(options, "foreignColumns", project);
    const target =
      foreign?.expr.k === "array" && foreign.expr.items[0]
        ? tables.column(foreign.expr.items[0], foreign.scope)
        : null;
    if (target === null) return [];
    const references = columnsIn(foreign, (one) => tables.column(one, foreign!.scope)?.column ?? null);
    return [
      foreignKey(
        entity.table,
        target.table.entity.table,
        own,
        references,
        "constraint",
        placeAt(site.scope, expr.pos),
      ),
    ];
  });
}

function columnsIn(at: { expr: Expr } | null, nameOf: (expr: Expr) => string | null): string[] {
  return at?.expr.k === "array" ? at.expr.items.flatMap((item) => nameOf(unwrapped(item)) ?? []) : [];
}

/** `relations(orders, ({ one, many }) => ({ customer: one(customers, { fields, references }), lines: many(lines) }))` */
function readRelations(tables: DrizzleTables, project: DataProject): ForeignKey[] {
  return project.calls.flatMap(({ expr, name, scope }) => {
    if (expr.k !== "call" || name !== "relations" || expr.args[0] === undefined) return [];
    const from = tables.meant(expr.args[0], scope);
    const body = expr.args[1];
    const listed = body?.k === "function" ? returned(body, project) : null;
    if (from === undefined || listed === null) return [];
    return listed.expr.properties.flatMap(({ key, value, pos }): ForeignKey[] => {
      const plain = unwrapped(value);
      if (plain.k !== "call" || plain.args[0] === undefined) return [];
      const to = tables.meant(plain.args[0], listed.scope);
      if (to === undefined) return [];
      from.entity.relations.set(key, { to: to.entity, through: null, eager: false });
      const options = optionsOf(plain.args[1], listed.scope, project);
      const fields = optionAt(options, "fields", project);
      const columns = columnsIn(fields, (one) => tables.column(one, listed.scope)?.column ?? null);
      const references = columnsIn(
        optionAt(options, "references", project),
        (one) => tables.column(one, listed.scope)?.column ?? null,
      );
      if (columns.length === 0) return [];
      return [
        foreignKey(
          from.entity.table,
          to.entity.table,
          columns,
          references,
          "relation",
          placeAt(listed.scope, pos),
        ),
      ];
    });
  });
}

function foreignKey(
  from: NodeId,
  to: NodeId,
  columns: string[],
  references: string[],
  form: ForeignKey["form"],
  place: ForeignKey["place"],
): ForeignKey {
  return {
    kind: "foreign-key",
    from,
    to,
    columns,
    references,
    form,
    reading: "schema",
    source: "drizzle",
    place,
  };
}

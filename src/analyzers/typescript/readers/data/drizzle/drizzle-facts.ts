import type { Fact, ForeignKey } from "../../../../../model/fact.ts";
import type { NodeId } from "../../../../../model/ids.ts";
import type { Expr } from "../../../ir.ts";
import { callsNamed } from "../../calls-by-name.ts";
import { chainOf, unwrapped } from "../chains.ts";
import type { DataProject } from "../data-project.ts";
import { optionAt, optionsOf } from "../options.ts";
import { placeAt } from "../sightings.ts";
import { type DrizzleTable, type DrizzleTables, returned } from "./tables.ts";

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
  return callsNamed(project, (name) => name === "relations").flatMap(({ expr, scope }) => {
    if (expr.k !== "call" || expr.args[0] === undefined) return [];
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

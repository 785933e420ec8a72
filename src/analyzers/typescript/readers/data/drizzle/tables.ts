import { tableId } from "../../../../../model/ids.ts";
import type { Expr, Scope } from "../../../ir.ts";
import type { CallSite } from "../../../project.ts";
import { callsNamed } from "../../calls-by-name.ts";
import { chainOf, unwrapped } from "../chains.ts";
import type { DataProject } from "../data-project.ts";
import type { Entity } from "../entities.ts";
import { type Options, optionsOf, textOf } from "../options.ts";

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
    const calls = callsNamed(project, (name) => TABLE.test(name) || VIEW.test(name) || name === "table");
    this.all = calls.flatMap((site) => tableOf(site, project) ?? []);
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

/** The object that a function answers with. */
export function returned(expr: Expr & { k: "function" }, project: DataProject): Options | null {
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

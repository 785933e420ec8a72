import type {
  ColumnDefinition,
  KeyDefinition,
  SchemaOperation,
} from "../../../../../sql/schema-operation.ts";
import type { TableName } from "../../../../../sql/table-name.ts";
import type { Expr } from "../../../ir.ts";
import { chainOf, type Step, unwrapped } from "../chains.ts";
import { textOf, textsOf } from "../options.ts";
import {
  lineOf,
  parsedColumn,
  parsedName,
  type ReadSchemaCall,
  type SchemaCall,
  tablesOf,
} from "./schema-call.ts";

/** Reads Kysely's schema builder: `db.schema.createTable("orders").addColumn("id", "uuid", (col) => col.notNull())`. */
export const kyselySchema: ReadSchemaCall = (call) => {
  const { step } = call;
  const args = step.args ?? [];
  if (args.length !== 1 || !isSchema(step)) return null;
  const [table] = tablesOf(args[0], call);
  if (table === undefined) return null;
  const line = lineOf(call, step.pos);
  const later = call.later();
  switch (step.name) {
    case "createTable": {
      const columns = later.flatMap((one) => columnOf(one, call) ?? []);
      const keys = later.flatMap((one) => keysOf(one, call, table));
      const unlessExists = later.some(({ name }) => name === "ifNotExists");
      if (later.some(({ name }) => name === "temporary")) return [];
      const primary = later.flatMap((one) => primaryOf(one, call));
      return [{ do: "create-table", table, columns, keys, primary, unlessExists, line }];
    }
    case "alterTable":
      return later.flatMap((one) => alteration(one, call, table, line));
    case "dropTable":
      return [{ do: "drop-table", table }];
    case "createView":
      return [{ do: "create-view", table, touches: [], joins: [], line }];
    case "dropView":
      return [{ do: "drop-view", table }];
    default:
      return null;
  }
};

function isSchema({ receiver }: Step): boolean {
  const plain = unwrapped(receiver);
  return (plain.k === "member" || plain.k === "id") && /schema$/i.test(plain.name);
}

function alteration(step: Step, call: SchemaCall, table: TableName, line: number): SchemaOperation[] {
  const { project, scope } = call;
  const [first, second] = (step.args ?? []).map((arg) => textOf(arg, scope, project));
  switch (step.name) {
    case "addColumn": {
      const column = columnOf(step, call);
      if (column === null) return [];
      const keys = keysOf(step, call, table).map((key): SchemaOperation => ({ do: "add-key", table, key }));
      return [{ do: "add-column", table, column }, ...keys];
    }
    case "addForeignKeyConstraint":
      return keysOf(step, call, table).map((key) => ({ do: "add-key", table, key }));
    case "dropColumn":
      return first == null ? [] : [{ do: "drop-column", table, column: first }];
    case "renameColumn":
      return first == null || second == null
        ? []
        : [{ do: "rename-column", table, column: first, to: second }];
    case "alterColumn": {
      if (first == null) return [];
      const names = builderSteps(step.args?.[1], call).map(({ name }) => name);
      const nullable = names.includes("dropNotNull");
      if (!nullable && !names.includes("setNotNull")) return [];
      return [{ do: "change-column", table, column: first, nullable }];
    }
    case "renameTo":
      return first == null ? [] : [{ do: "rename-table", table, to: parsedName(first), line }];
    case "dropConstraint":
      return first == null ? [] : [{ do: "drop-key", table, name: first }];
    default:
      return [];
  }
}

function columnOf(step: Step, call: SchemaCall): ColumnDefinition | null {
  if (step.name !== "addColumn") return null;
  const { project, scope } = call;
  const [first, type, build] = step.args ?? [];
  const name = textOf(first, scope, project);
  if (name === null) return null;
  const steps = builderSteps(build, call);
  const nullable = !steps.some((one) => one.name === "notNull" || one.name === "primaryKey");
  return { name, type: typeText(type, call), nullable };
}

/** The type as a text, or as a `sql` template. */
function typeText(expr: Expr | undefined, { project, scope }: SchemaCall): string {
  const plain = expr === undefined ? undefined : unwrapped(expr);
  if (plain?.k === "template") return plain.texts.join("…").trim();
  return textOf(plain, scope, project) ?? "";
}

function primaryOf(step: Step, call: SchemaCall): string[] {
  const { project, scope } = call;
  const args = step.args ?? [];
  if (step.name === "addPrimaryKeyConstraint") return textsOf(args[1], scope, project);
  const isPrimary =
    step.name === "addColumn" && builderSteps(args[2], call).some(({ name }) => name === "primaryKey");
  return isPrimary ? textsOf(args[0], scope, project) : [];
}

function keysOf(step: Step, call: SchemaCall, own: TableName): KeyDefinition[] {
  const { project, scope } = call;
  const args = step.args ?? [];
  const line = lineOf(call, step.pos);
  if (step.name === "addForeignKeyConstraint") {
    const table = textOf(args[2], scope, project);
    if (table === null) return [];
    const name = textOf(args[0], scope, project);
    const columns = textsOf(args[1], scope, project);
    return [{ name, columns, table: parsedName(table), references: textsOf(args[3], scope, project), line }];
  }
  if (step.name !== "addColumn") return [];
  const column = textOf(args[0], scope, project);
  const references = builderSteps(args[2], call).find(({ name }) => name === "references");
  const target = textOf(references?.args?.[0], scope, project);
  const to = target === null ? null : parsedColumn(target);
  if (column === null || to === null) return [];
  const name = `${own.name}_${column}_fkey`;
  return [{ name, columns: [column], table: to.table, references: [to.column], line }];
}

/** `(col) => col.notNull().references("orders.id")` */
function builderSteps(expr: Expr | undefined, { site }: SchemaCall): readonly Step[] {
  const [result] = expr?.k === "function" ? expr.fn.returns : [];
  return result === undefined ? [] : chainOf(result.expr, { ...site, scope: result.scope }).steps;
}

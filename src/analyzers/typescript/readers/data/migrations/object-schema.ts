import type { SchemaOperation } from "../../../../../sql/schema-operation.ts";
import type { TableName } from "../../../../../sql/table-name.ts";
import type { Expr } from "../../../ir.ts";
import { flagOption, optionAt, optionsOf, textOf, textOption, textsOf } from "../options.ts";
import { constraintKeys, optionsParts, partOf, partsOf } from "./object-columns.ts";
import { lineOf, type ReadSchemaCall, type SchemaCall, tablesOf } from "./schema-call.ts";

/**
 * Reads the builders that describe columns as objects: Sequelize's `queryInterface`, node-pg-migrate's `pgm` and
 * db-migrate's `db`.
 */
export const objectSchema: ReadSchemaCall = (call) => {
  const { step } = call;
  const args = step.args ?? [];
  const [table] = tablesOf(args[0], call);
  if (table === undefined) return null;
  const line = lineOf(call, step.pos);
  switch (step.name) {
    case "createTable":
      return createTable(call, table, args[1], args[2], line);
    case "dropTable":
      return [{ do: "drop-table", table }];
    case "renameTable": {
      const [to] = tablesOf(args[1], call);
      return to === undefined ? null : [{ do: "rename-table", table, to, line }];
    }
    case "renameColumn": {
      const [column, to] = [
        textOf(args[1], call.scope, call.project),
        textOf(args[2], call.scope, call.project),
      ];
      return column === null || to === null ? null : [{ do: "rename-column", table, column, to }];
    }
    case "addColumn":
    case "addColumns":
      return addColumns(call, table, args.slice(1));
    case "removeColumn":
    case "dropColumn":
    case "dropColumns":
      return textsOf(args[1], call.scope, call.project).map((column) => ({
        do: "drop-column",
        table,
        column,
      }));
    case "addConstraint":
      return addConstraint(call, table, args.slice(1), line);
    case "removeConstraint":
    case "dropConstraint":
    case "removeForeignKey": {
      const name = textOf(args[1], call.scope, call.project);
      return name === null ? null : [{ do: "drop-key", table, name }];
    }
    case "addForeignKey":
      return addForeignKey(call, table, args, line);
    default:
      return null;
  }
};

function createTable(
  call: SchemaCall,
  table: TableName,
  definition: Expr | undefined,
  settings: Expr | undefined,
  line: number,
): SchemaOperation[] | null {
  const given = optionsOf(definition, call.scope, call.project);
  if (given === null) return null;
  const nested = optionAt(given, "columns", call.project);
  const options = (nested === null ? null : optionsOf(nested.expr, nested.scope, call.project)) ?? given;
  const parts = partsOf(call, table, options);
  const more = optionsOf(settings, call.scope, call.project);
  const unlessExists =
    flagOption(more, "ifNotExists", call.project) || flagOption(given, "ifNotExists", call.project);
  const keys = [...parts.keys, ...constraintKeys(call, optionAt(more, "constraints", call.project), line)];
  return [
    { do: "create-table", table, columns: parts.columns, keys, primary: parts.primary, unlessExists, line },
  ];
}

function addColumns(call: SchemaCall, table: TableName, args: readonly Expr[]): SchemaOperation[] | null {
  const [first, second] = args;
  const name = textOf(first, call.scope, call.project);
  const parts =
    name === null
      ? optionsParts(call, table, first)
      : second === undefined
        ? null
        : partOf(call, table, name, second, call.scope, second.pos);
  if (parts === null) return null;
  return [
    ...parts.columns.map((column): SchemaOperation => ({ do: "add-column", table, column })),
    ...parts.keys.map((key): SchemaOperation => ({ do: "add-key", table, key })),
  ];
}

/** `addConstraint("lines", { type: "foreign key", fields, references: { table, field } })`, and node-pg-migrate's. */
function addConstraint(
  call: SchemaCall,
  table: TableName,
  args: readonly Expr[],
  line: number,
): SchemaOperation[] {
  const { project, scope } = call;
  const options = args.map((arg) => optionsOf(arg, scope, project)).find((one) => one !== null) ?? null;
  const name = textOf(args[0], scope, project) ?? textOption(options, "name", project);
  const pg = constraintKeys(
    call,
    options === null ? null : { expr: options.expr, scope: options.scope },
    line,
  );
  if (pg.length > 0)
    return pg.map((key) => ({ do: "add-key", table, key: { ...key, name: name ?? key.name } }));
  const references = optionAt(options, "references", project);
  const inner = references === null ? null : optionsOf(references.expr, references.scope, project);
  const target = optionAt(inner, "table", project);
  const [to] = target === null ? [] : tablesOf(target.expr, { ...call, scope: target.scope });
  if (to === undefined) return [];
  const fields = optionAt(options, "fields", project);
  const columns =
    fields === null ? textsOf(args[0], scope, project) : textsOf(fields.expr, fields.scope, project);
  const field = textOption(inner, "field", project);
  return [
    {
      do: "add-key",
      table,
      key: { name, columns, table: to, references: field === null ? [] : [field], line },
    },
  ];
}

/** db-migrate: `addForeignKey("lines", "orders", "lines_orders", { order_id: "id" })`. */
function addForeignKey(
  call: SchemaCall,
  table: TableName,
  args: readonly Expr[],
  line: number,
): SchemaOperation[] | null {
  const [to] = tablesOf(args[1], call);
  const mapping = optionsOf(args[3], call.scope, call.project);
  if (to === undefined || mapping === null) return null;
  const pairs = mapping.expr.properties.map(
    ({ key, value }) => [key, textOf(value, mapping.scope, call.project)] as const,
  );
  const columns = pairs.map(([key]) => key);
  const references = pairs.flatMap(([, value]) => value ?? []);
  return [
    {
      do: "add-key",
      table,
      key: { name: textOf(args[2], call.scope, call.project), columns, table: to, references, line },
    },
  ];
}

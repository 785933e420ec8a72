import type {
  ColumnDefinition,
  KeyDefinition,
  SchemaOperation,
} from "../../../../../sql/schema-operation.ts";
import type { TableName } from "../../../../../sql/table-name.ts";
import type { Expr, FunctionIr } from "../../../ir.ts";
import { chainOf, type Step } from "../chains.ts";
import { textOf, textsOf } from "../options.ts";
import {
  lineOf,
  parsedColumn,
  parsedName,
  type ReadSchemaCall,
  type SchemaCall,
  tablesOf,
} from "./schema-call.ts";

/** Reads Knex's schema builder: `knex.schema.createTable("orders", (table) => { table.increments(); … })`. */
export const knexSchema: ReadSchemaCall = (call) => {
  const { step } = call;
  const args = step.args ?? [];
  const [first, second] = args;
  const body = args.find((arg) => arg.k === "function");
  switch (step.name) {
    case "createTable":
    case "createTableIfNotExists":
      return body?.k === "function"
        ? tablesOf(first, call).map((table) => created(call, table, body.fn))
        : null;
    case "alterTable":
    case "table":
      if (body?.k !== "function") return null;
      return tablesOf(first, call).flatMap((table) => alterations(call, table, body.fn));
    case "createView":
    case "createViewOrReplace":
      return tablesOf(first, call).map((table) => ({
        do: "create-view",
        table,
        touches: [],
        joins: [],
        line: lineOf(call, step.pos),
      }));
    case "renameTable": {
      const [to] = tablesOf(second, call);
      const line = lineOf(call, step.pos);
      return to === undefined
        ? null
        : tablesOf(first, call).map((table) => ({ do: "rename-table", table, to, line }));
    }
    case "dropTable":
    case "dropTableIfExists":
      return first === undefined ? null : tablesOf(first, call).map((table) => ({ do: "drop-table", table }));
    case "dropView":
    case "dropViewIfExists":
      return tablesOf(first, call).map((table) => ({ do: "drop-view", table }));
    default:
      return null;
  }
};

/** One statement of the callback: `table.integer("user_id").unsigned().references("id").inTable("users")`. */
interface Line {
  readonly head: Step;
  readonly rest: readonly Step[];
  readonly call: SchemaCall;
}

function linesOf(call: SchemaCall, fn: FunctionIr): Line[] {
  const [parameter] = fn.params;
  const within = new Set(call.project.callsWithin(fn));
  return call.project.chains
    .inFile(call.scope.file.path)
    .filter(({ site }) => within.has(site))
    .flatMap(({ site }): Line[] => {
      const { steps, base, scope } = chainOf(site.expr, site);
      const isOwn = base.k === "id" ? base.name === parameter?.name : base.k === "this";
      const [head, ...rest] = steps;
      return head?.args != null && isOwn ? [{ head, rest, call: { ...call, site, scope } }] : [];
    })
    .sort((a, b) => a.head.pos - b.head.pos);
}

function created(call: SchemaCall, table: TableName, fn: FunctionIr): SchemaOperation {
  const lines = linesOf(call, fn);
  const columns = lines.flatMap(columnsOf);
  const keys = lines.flatMap((line) => keysOf(line, table));
  const primary = lines.flatMap((line) => primaryOf(line));
  const unlessExists = call.step.name === "createTableIfNotExists";
  return {
    do: "create-table",
    table,
    columns,
    keys,
    primary,
    unlessExists,
    line: lineOf(call, call.step.pos),
  };
}

function alterations(call: SchemaCall, table: TableName, fn: FunctionIr): SchemaOperation[] {
  return linesOf(call, fn).flatMap((line): SchemaOperation[] => {
    const args = line.head.args ?? [];
    const texts = textsOf(args[0], line.call.scope, call.project);
    switch (line.head.name) {
      case "dropColumn":
      case "dropColumns": {
        const all = args.flatMap((arg) => textsOf(arg, line.call.scope, call.project));
        return all.map((column) => ({ do: "drop-column", table, column }));
      }
      case "renameColumn": {
        const to = textOf(args[1], line.call.scope, call.project);
        const [column] = texts;
        return column === undefined || to === null ? [] : [{ do: "rename-column", table, column, to }];
      }
      case "dropForeign": {
        const name = textOf(args[1], line.call.scope, call.project);
        return [{ do: "drop-key", table, name, columns: texts }];
      }
      case "dropTimestamps":
        return ["created_at", "updated_at"].map((column) => ({ do: "drop-column", table, column }));
      case "setNullable":
      case "dropNullable":
        return texts.map((column) => ({
          do: "change-column",
          table,
          column,
          nullable: line.head.name === "setNullable",
        }));
      default:
        return additions(line, table);
    }
  });
}

function additions(line: Line, table: TableName): SchemaOperation[] {
  const changes = line.rest.some(({ name }) => name === "alter");
  const columns = columnsOf(line).map(
    (column): SchemaOperation =>
      changes
        ? { do: "change-column", table, column: column.name, type: column.type, nullable: column.nullable }
        : { do: "add-column", table, column },
  );
  return [...columns, ...keysOf(line, table).map((key): SchemaOperation => ({ do: "add-key", table, key }))];
}

const NO_COLUMN = new Set(
  `primary unique index foreign dropColumn dropColumns dropForeign dropUnique dropIndex dropPrimary renameColumn comment
  engine charset collate inherits check checkIn setNullable dropNullable dropTimestamps queryContext raw`.split(
    /\s+/,
  ),
);

function columnsOf({ head, rest, call }: Line): ColumnDefinition[] {
  if (NO_COLUMN.has(head.name)) return [];
  const { project, scope } = call;
  const named = textOf(head.args?.[0], scope, project);
  if (head.name === "timestamps") {
    return ["created_at", "updated_at"].map((name) => ({ name, type: "timestamp", nullable: true }));
  }
  const counts = head.name === "increments" || head.name === "bigIncrements";
  const name = named ?? (counts ? "id" : null);
  if (name === null) return [];
  const required = counts || rest.some((step) => /^(?:notNullable|notNull|primary)$/.test(step.name));
  const written = head.name === "specificType" ? textOf(head.args?.[1], scope, project) : null;
  return [{ name, type: written ?? head.name, nullable: !required }];
}

function primaryOf({ head, rest, call }: Line): string[] {
  const names = textsOf(head.args?.[0], call.scope, call.project);
  if (head.name === "primary") return names;
  if (head.name === "increments" || head.name === "bigIncrements") return [names[0] ?? "id"];
  return rest.some(({ name }) => name === "primary") ? names : [];
}

/** `.references("id").inTable("users")`, `.references("users.id")`, `table.foreign(["a"]).references(…)`. */
function keysOf({ head, rest, call }: Line, own: TableName): KeyDefinition[] {
  const { project, scope } = call;
  const references = rest.find(({ name }) => name === "references");
  if (references === undefined) return [];
  const columns = textsOf(head.args?.[0], scope, project);
  const named = textsOf(references.args?.[0], scope, project);
  const inTable = rest.find(({ name }) => name === "inTable" || name === "on");
  const written = textOf(inTable?.args?.[0] as Expr | undefined, scope, project);
  const dotted = named[0] === undefined ? null : parsedColumn(named[0]);
  const table = written === null ? (dotted?.table ?? null) : parsedName(written);
  if (table === null) return [];
  const constraint = rest.find(({ name }) => name === "withKeyName");
  const second = head.name === "foreign" ? textOf(head.args?.[1], scope, project) : null;
  const name =
    textOf(constraint?.args?.[0], scope, project) ??
    second ??
    `${own.name}_${columns.join("_")}_foreign`.toLowerCase();
  const plain = named.map((one) => (written === null ? (parsedColumn(one)?.column ?? one) : one));
  return [{ name, columns, table, references: plain, line: lineOf(call, head.pos) }];
}

import type {
  ColumnDefinition,
  KeyDefinition,
  SchemaOperation,
} from "../../../../../sql/schema-operation.ts";
import type { Expr, Scope } from "../../../ir.ts";
import { unwrapped } from "../chains.ts";
import { flagOption, type Options, optionAt, optionsOf, textOf, textOption, textsOf } from "../options.ts";
import { lineOf, parsedName, type ReadSchemaCall, type SchemaCall, tablesOf } from "./schema-call.ts";

/** Reads TypeORM's `queryRunner`: `createTable(new Table({ … }))`, `createForeignKey("lines", new TableForeignKey(…))`. */
export const typeormSchema: ReadSchemaCall = (call) => {
  const { step, project, scope } = call;
  const [first, second, third] = step.args ?? [];
  const line = lineOf(call, step.pos);
  if (step.name === "createTable") {
    const made = madeBy(first, "Table", scope, call);
    return made === null ? null : createTable(call, made, line);
  }
  const [table] = tablesOf(first, call);
  // Others give a name where TypeORM gives an object.
  if (table === undefined || (step.name !== "renameColumn" && textOf(second, scope, project) !== null))
    return null;
  switch (step.name) {
    case "addColumn":
    case "addColumns": {
      const made = itemsOf(second, scope).flatMap((item) => madeBy(item, "TableColumn", scope, call) ?? []);
      if (made.length === 0) return null;
      return made.map((options) => ({ do: "add-column", table, column: columnOf(options, call) }));
    }
    case "createForeignKey":
    case "createForeignKeys":
      return itemsOf(second, scope)
        .flatMap((item) => madeBy(item, "TableForeignKey", scope, call) ?? [])
        .flatMap((options) => keyOf(options, call, line) ?? [])
        .map((key) => ({ do: "add-key", table, key }));
    case "renameColumn": {
      const [column, to] = [textOf(second, scope, project), textOf(third, scope, project)];
      return column === null || to === null ? null : [{ do: "rename-column", table, column, to }];
    }
    default:
      return null;
  }
};

function createTable(call: SchemaCall, options: Options, line: number): SchemaOperation[] {
  const { project } = call;
  const name = textOption(options, "name", project);
  if (name === null) return [];
  const list = (key: string): Options[] => {
    const value = optionAt(options, key, project);
    return value === null
      ? []
      : itemsOf(value.expr, value.scope).flatMap((item) => optionsOf(item, value.scope, project) ?? []);
  };
  const columns = list("columns");
  const primary = columns
    .filter((one) => flagOption(one, "isPrimary", project))
    .map((one) => textOption(one, "name", project) ?? "");
  return [
    {
      do: "create-table",
      table: parsedName(name),
      columns: columns.map((one) => columnOf(one, call)),
      keys: list("foreignKeys").flatMap((one) => keyOf(one, call, line) ?? []),
      primary,
      unlessExists: unwrapped(call.step.args?.[1] ?? call.site.expr).k === "literal",
      line,
    },
  ];
}

/** `new Table({ … })`, or the bare object. */
function madeBy(expr: Expr | undefined, name: string, scope: Scope, { project }: SchemaCall): Options | null {
  if (expr === undefined) return null;
  const origin = expr.k === "id" ? (project.originOf(expr, scope) ?? { expr, scope }) : { expr, scope };
  const plain = unwrapped(origin.expr);
  if (plain.k === "new" && plain.callee.k === "id" && plain.callee.name === name) {
    return optionsOf(plain.args[0], origin.scope, project);
  }
  const bare = name === "Table" ? null : optionsOf(plain, origin.scope, project);
  // Others give an object with a key for each column.
  return textOption(bare, name === "TableColumn" ? "name" : "referencedTableName", project) === null
    ? null
    : bare;
}

function itemsOf(expr: Expr | undefined, _scope: Scope): readonly Expr[] {
  if (expr === undefined) return [];
  const plain = unwrapped(expr);
  return plain.k === "array" ? plain.items : [plain];
}

function columnOf(options: Options, { project }: SchemaCall): ColumnDefinition {
  return {
    name: textOption(options, "name", project) ?? "",
    type: textOption(options, "type", project) ?? "",
    nullable: flagOption(options, "isNullable", project),
  };
}

function keyOf(options: Options, { project }: SchemaCall, line: number): KeyDefinition | null {
  const table = textOption(options, "referencedTableName", project);
  const names = (key: string): string[] => {
    const value = optionAt(options, key, project);
    return value === null ? [] : textsOf(value.expr, value.scope, project);
  };
  if (table === null) return null;
  const name = textOption(options, "name", project);
  const columns = names("columnNames");
  return { name, columns, table: parsedName(table), references: names("referencedColumnNames"), line };
}

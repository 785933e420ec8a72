import { DeadlineError, withDeadline } from "../deadline.ts";
import type { Dialect } from "../dialect.ts";
import { DEADLINE } from "./deadline.ts";
import { findSqlparser, type Sqlparser } from "./sqlparser-module.ts";
import type { Witness } from "./witness.ts";

let start: (() => Sqlparser) | null = null;
let started: Sqlparser | null = null;

/** Finds the WebAssembly of sqlparser-rs; it starts with the first statement. Where there is none, the other parser has to do. */
export async function loadSqlparser(): Promise<void> {
  start ??= await findSqlparser();
}

/** Asks sqlparser-rs; where a statement is risky, under a deadline: one that takes longer is not understood. */
export function askSqlparser(
  sql: string,
  dialect: Dialect | "generic",
  { isRisky, wants }: { readonly isRisky: boolean; readonly wants: "tables" | "consent" },
): Witness | null {
  if (start === null) return null;
  try {
    started ??= start();
    const { parse_sql: parse, validate_sql: validate } = started;
    const tables = new Set<string>();
    // Its tree is made of many objects; who only wants to know whether it understands is spared them.
    const ask = (): unknown => (wants === "tables" ? parse(dialect, sql) : validate(dialect, sql));
    const tree = isRisky ? withDeadline(DEADLINE, ask) : ask();
    if (wants === "tables") collectTables(tree, tables);
    return { parser: "sqlparser", tables };
  } catch (error) {
    // What was stopped midway leaves the memory of the module in disorder; what never started will not start.
    if (error instanceof DeadlineError || started === null) start = started = null;
    return null;
  }
}

/** Steps through the tree without recursion, for the names of tables. */
function collectTables(tree: unknown, tables: Set<string>): void {
  const pending: unknown[] = [tree];
  while (pending.length > 0) {
    const next = pending.pop();
    if (Array.isArray(next)) for (const part of next) pending.push(part);
    if (typeof next !== "object" || next === null || Array.isArray(next)) continue;
    for (const [key, value] of Object.entries(next)) {
      if (key === "span" || key.endsWith("_token")) continue;
      if (key === "Table" && isObject(value) && value.args === undefined) addName(value.name, tables);
      if (key === "TableName") addName(value, tables);
      if (key === "table_names" && Array.isArray(value)) for (const one of value) addName(one?.name, tables);
      pending.push(value);
    }
  }
}

function addName(name: unknown, tables: Set<string>): void {
  const last: unknown = Array.isArray(name) ? name.at(-1) : undefined;
  const identifier = isObject(last) ? last.Identifier : undefined;
  const value = isObject(identifier) ? identifier.value : undefined;
  if (typeof value === "string") tables.add(value.toLowerCase());
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

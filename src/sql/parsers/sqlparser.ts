import { DeadlineError, withDeadline } from "../deadline.ts";
import type { Dialect } from "../dialect.ts";
import { DEADLINE } from "./deadline.ts";
import type { Witness } from "./witness.ts";

type Module = typeof import("@guanmingchiu/sqlparser-ts");

let loaded: Module | null = null;

/** Loads the WebAssembly of sqlparser-rs, once. Where it cannot be loaded, the other parser has to do. */
export async function loadSqlparser(): Promise<void> {
  if (loaded !== null) return;
  try {
    const module = await import("@guanmingchiu/sqlparser-ts");
    await module.init();
    loaded = module;
  } catch {
    loaded = null;
  }
}

/** Asks sqlparser-rs; where a statement is risky, under a deadline: one that takes longer is not understood. */
export function askSqlparser(sql: string, dialect: Dialect | "generic", isRisky: boolean): Witness | null {
  if (loaded === null) return null;
  try {
    const tables = new Set<string>();
    const { parse } = loaded;
    const tree = isRisky ? withDeadline(DEADLINE, () => parse(sql, dialect)) : parse(sql, dialect);
    collectTables(tree, tables);
    return { parser: "sqlparser", tables };
  } catch (error) {
    // What was stopped midway leaves the memory of the module in disorder.
    if (error instanceof DeadlineError) loaded = null;
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

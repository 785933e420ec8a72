import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** What we use of sqlparser-rs as WebAssembly. Both throw where they do not understand. */
export interface Sqlparser {
  parse_sql(dialect: string, sql: string): unknown;
  validate_sql(dialect: string, sql: string): boolean;
}

interface Glue extends Sqlparser {
  initSync(options: { readonly module: Uint8Array }): unknown;
}

/**
 * Finds the module beside the package's entry, whose own start is asynchronous and compiles ahead: a repository without
 * SQL should not pay for a parser. Null where the package is missing or laid out differently.
 */
export async function findSqlparser(): Promise<(() => Sqlparser) | null> {
  try {
    const entry = pathToFileURL(createRequire(import.meta.url).resolve("@guanmingchiu/sqlparser-ts"));
    const glue: Glue = await import(new URL("../wasm/sqlparser_rs_wasm.js", entry).href);
    return () => {
      const bytes = readFileSync(new URL("../wasm/sqlparser_rs_wasm_bg.wasm", entry));
      glue.initSync({ module: bytes });
      return glue;
    };
  } catch {
    return null;
  }
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";

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
      compileOnlyOnce();
      const bytes = readFileSync(new URL("../wasm/sqlparser_rs_wasm_bg.wasm", entry));
      glue.initSync({ module: bytes });
      return glue;
    };
  } catch {
    return null;
  }
}

/** The flags are known to these engines; others compile as they like. */
const LAST_KNOWN_NODE = 24;

/**
 * A run reads some hundreds of statements. V8 would meanwhile compile the parser a second time, for speed, on another
 * thread: 0.5 s of work that never pays, measured on 300 statements (30 ms either way).
 */
function compileOnlyOnce(): void {
  if (Number.parseInt(process.versions.node, 10) > LAST_KNOWN_NODE) return;
  try {
    for (const flag of ["no-wasm-tier-up", "no-wasm-dynamic-tiering", "wasm-lazy-validation"])
      setFlagsFromString(`--${flag}`);
  } catch {
    // Another engine than V8.
  }
}

import { createRequire } from "node:module";
import type { ts as TypeScript } from "ts-morph";

const { resolve } = createRequire(import.meta.url);

/**
 * The compiler that ts-morph carries, without anything of ts-morph's own: its wrappers, and the declarations of all
 * standard libraries, which it holds as text, take 15 MB. `require` takes half of the time that `import` does, because
 * the names of its exports need not be found out.
 */
export function wholeCompiler(): typeof TypeScript {
  const common = createRequire(resolve("ts-morph")).resolve("@ts-morph/common");
  return createRequire(common)("./typescript.js");
}

import { createRequire } from "node:module";
import type { ts as TypeScript } from "ts-morph";

const { resolve } = createRequire(import.meta.url);
const common = createRequire(resolve("ts-morph")).resolve("@ts-morph/common");

/**
 * The compiler that ts-morph carries, without anything of ts-morph's own: its wrappers, and the declarations of all
 * standard libraries, which it holds as text, take 15 MB. `require` takes half of the time that `import` does, because
 * the names of its exports need not be found out.
 */
export const ts: typeof TypeScript = createRequire(common)("./typescript.js");
export type { ts as TypeScript } from "ts-morph";

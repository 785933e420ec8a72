import { expect } from "vitest";
import type { ContentCase } from "./case.ts";

const DEPTH = 20_000;
const nested = (open: string, middle: string, close: string, depth = DEPTH): string =>
  open.repeat(depth) + middle + close.repeat(depth);

/** Sources whose depth has no end. */
const DEEP: Readonly<Record<string, string>> = {
  parens: `export const a = ${nested("(", "1", ")")};`,
  unclosed: `export const a = ${"(".repeat(DEPTH)}`,
  arrays: `export const a = ${nested("[", "1", "]")};`,
  plus: `export const a = 1${" + 1".repeat(DEPTH)};`,
  calls: `export const a = f${"()".repeat(DEPTH)};`,
  ternary: `export const a = ${"b ? 1 : ".repeat(DEPTH)}2;`,
  generics: `export type A = ${nested("Array<", "string", ">")};`,
  jsdoc: `/** @type {${nested("Array<", "string", ">")}} */\nexport const a = 1;`,
  template: `export const a = ${nested("`${", "1", "}`")};`,
  blocks: `export function f() ${nested("{", "", "}")}`,
  chain: `export const a = b${".c".repeat(DEPTH)};`,
  else: `export function f(a: number) { ${`if (a) {} else `.repeat(DEPTH)} {} }`,
};

const NAMES = ["constructor", "toString", "__proto__", "hasOwnProperty", "valueOf"] as const;

export const SOURCE_CASES: readonly ContentCase[] = [
  ...Object.entries(DEEP).map(
    ([name, text]): ContentCase => ({
      name: `ts-deep-${name}`,
      build: ({ write }) => write({ "src/deep.ts": text, "src/deep.js": text }),
      mayTell: ["too-deep", "syntax-error", "unresolved-calls", "minified-file"],
    }),
  ),
  {
    name: "ts-names",
    build: ({ write }) =>
      write({
        "src/names.ts": NAMES.map(
          (name, at) =>
            `export class ${name} extends ${NAMES[at - 1] ?? "Object"} { ${NAMES.map((method) => `${method === "constructor" ? "'constructor2'" : method}() {}`).join(" ")} }`,
        ).join("\n"),
      }),
    finds: NAMES,
    holds: ({ graph }) => {
      const edges = graph.couplings.filter(({ kind }) => kind === "inheritance");
      expect(edges.length).toBe(NAMES.length - 1);
    },
  },
  {
    name: "minified",
    build: ({ write }) => write({ "src/bundle.js": `var a=1;${"function b(){return a+1}".repeat(80_000)}` }),
    told: ["minified-file"],
  },
];

/** Whom each of n files leans on. */
export const SHAPES = {
  chain: (at, files) => (at + 1 < files ? [at + 1] : []),
  circle: (at, files) => [(at + 1) % files],
  hub: (at) => (at === 0 ? [] : [0]),
  fan: (at, files) => (at === 0 ? Array.from({ length: files - 1 }, (_, other) => other + 1) : []),
  tree: (at, files) => [2 * at + 1, 2 * at + 2].filter((one) => one < files),
  ladder: (at, files) => [1, 2, 3, 5, 8, 13].map((step) => at + step).filter((one) => one < files),
} satisfies Readonly<Record<string, (at: number, files: number) => readonly number[]>>;
export type Shape = keyof typeof SHAPES;

/** One file of a web: where it lies, and what it says of those that it leans on. */
type Thread = (at: number, targets: readonly number[]) => readonly [path: string, text: string];

/** Every way in which files lean on each other. */
export const WEBS = {
  "star exports": code((at, to) => `${each(to, (t) => `export * from "./m${t}";`)}export const v${at} = 1;`),
  "named exports": code((at, to) => {
    const passed = each(to, (t) => `export { x, x as x${t} } from "./m${t}";`);
    return passed === "" || at === 0 ? `${passed}export class x {}` : passed;
  }),
  parents: code((at, [parent, ...fields]) => {
    const heritage = parent === undefined ? "" : ` extends C${parent}`;
    const own = each(fields, (t) => `f${t}: C${t};`);
    return `${imports(parent === undefined ? [] : [parent, ...fields])}export class C${at}${heritage} { ${own} run() { this.run(); super.stop(); } }`;
  }),
  injection: code((at, to) => {
    const parameters = to.map((t) => `private c${t}: C${t}`).join(", ");
    return `${imports(to)}export class C${at} { constructor(${parameters}) {} run() { ${each(to, (t) => `this.c${t}.run();`)} } }`;
  }),
  answers: code((at, to) => {
    const inner = to.map((t) => `C${t}()`).join(" ?? ") || "new Map()";
    return `${imports(to)}export const C${at} = () => ${inner};\nC${at}().get(${at});`;
  }),
  aliases: code((at, to) => {
    const parts = ["{ a: string }", ...to.map((t) => `C${t}`)].join(" | ");
    return `${imports(to)}export type C${at} = ${parts};\nexport class D${at} { constructor(private c: C${at}) { c.a.run(); } }`;
  }),
  requires: (at, to) => [
    `src/m${at}.js`,
    `module.exports = { ${to.map((t) => `...require("./m${t}")`).join(", ")} };\nmodule.exports.f${at} = function () { ${each(to, (t) => `require("./m${t}").f${t}();`)} };\n`,
  ],
  schemas: (at, to) => [
    `src/${at}.prisma`,
    `model M${at} {\n id Int @id\n ${each(to, (t) => `m${t} M${t} @relation(fields: [k${t}], references: [id])\n k${t} Int\n`)} back M${at}[]\n}\n`,
  ],
  databases: (at, to) => [
    `src/d${at}/schema.prisma`,
    `datasource db {\n provider = "mysql"\n}\nmodel M${at} {\n id Int @id\n}\n${each(to, (t) => `model M${t} {\n id Int @id\n}\n`)}`,
  ],
  tables: (at, to) => [
    `src/${String(at).padStart(6, "0")}.sql`,
    `CREATE TABLE t${at} (id int primary key);\n${each(to, (t) => `ALTER TABLE t${at} ADD COLUMN c${t} int REFERENCES t${t} (id);\n`)}CREATE VIEW v${at} AS SELECT * FROM t${at} ${each(to, (t) => `JOIN t${t} ON t${t}.id = t${at}.c${t} `)};\n`,
  ],
} satisfies Readonly<Record<string, Thread>>;
export type Web = keyof typeof WEBS;

/** The files of a web by their paths. */
export function weave(web: Web, shape: Shape, files: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: files }, (_, at) => WEBS[web](at, SHAPES[shape](at, files))),
  );
}

function code(text: (at: number, targets: readonly number[]) => string): Thread {
  return (at, targets) => [`src/m${at}.ts`, `${text(at, targets)}\n`];
}

function each(targets: readonly number[], text: (target: number) => string): string {
  return targets.map(text).join("");
}

function imports(targets: readonly number[]): string {
  return each(targets, (t) => `import { C${t} } from "./m${t}";\n`);
}

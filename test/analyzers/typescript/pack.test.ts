import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Expr, FileIr } from "../../../src/analyzers/typescript/ir.ts";
import { packFile, unpackFile } from "../../../src/analyzers/typescript/pack/pack-file.ts";
import { parseFile } from "../../../src/analyzers/typescript/syntax/parse.ts";
import type { FilePath } from "../../../src/model/ids.ts";

const FIXTURES = join(import.meta.dirname, "../../../fixtures");
const SOURCES = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" }).filter(
  (path) => /\.[cm]?[jt]sx?$/.test(path) && !path.startsWith("broken-files"),
);
/** What no fixture happens to have. */
const REST = `
/** @typedef {{ title: string, copies?: number }} Book */
export const odd = [0x1f, 1e400, 1_000, -0, null, true, /x/g, 12n, "\\ud800", "\\0", \`a\${1}b\`, tag<string>\`c\`];
const shelf = { get title() { return odd[0]; }, ...odd, ["a" + 1]: () => shelf, constructor: __proto__ };
type Pair<T extends object = Date> = [a: T, ...b: (keyof T)[]] | typeof import("./book").x | Book["title"] & 7 | this;
const maker: new (book: Book) => Pair = class Made { static { shelf.title; } accessor price = <number>1; };
enum Room { Small = 1, Large = Small << 2, Other }
namespace Wing { export const ward = Room.Small; }
export * as rest from "./rest"; export * from "./all"; export = shelf;
for (const { a: { b: [first = () => 1] } } of odd) { label: while (await first?.()) void new maker(...odd)![first]; }
`;

test("a file that was packed is the same file, and what was one thing in it is one thing again", () => {
  for (const path of SOURCES) expectSame(parsed(path, readFileSync(join(FIXTURES, path), "utf8")));
  for (const name of ["rest.ts", "rest.js", "rest.tsx"]) expectSame(parsed(name, REST));
});

test("it does not matter how deep a file nests", () => {
  const file = parsed("deep.ts", "");
  let expr: Expr = { k: "id", name: "ward", pos: 0 };
  for (let depth = 0; depth < 100_000; depth++) expr = { k: "await", of: expr, pos: depth };
  file.roots.push({ expr, scope: file.scope });
  expectSame(file);
});

test("a packed file takes little more than its text", () => {
  const text = readFileSync(join(FIXTURES, "bookshop/app/src/ordering/orders.service.ts"), "utf8");
  expect(packFile(parsed("orders.ts", text)).length).toBeLessThan(1.5 * text.length);
});

function parsed(path: string, text: string): FileIr {
  return parseFile(path as FilePath, text);
}

function expectSame(file: FileIr): void {
  expect(firstDifference(file, unpackFile(packFile(file))), file.path).toBe(null);
}

/** Where two graphs of objects differ, or where one has two objects and the other has one. */
function firstDifference(left: unknown, right: unknown): string | null {
  const twins = new Map<unknown, unknown>();
  const waiting: [string, unknown, unknown][] = [["file", left, right]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [path, one, other] = next;
    if (Object.is(one, other)) continue;
    if (typeof one !== "object" || typeof other !== "object" || !one || !other)
      return `${path}: ${one}, ${other}`;
    if (twins.get(one) === other) continue;
    if (isPlain(one) && (twins.has(one) || twins.has(other))) return `${path} is another one`;
    twins.set(one, other).set(other, one);
    const [parts, others] = [partsOf(one), partsOf(other)];
    if (parts.length !== others.length) return `${path}: ${parts.length} parts, ${others.length}`;
    parts.forEach(([key, part], at) => {
      const [otherKey, otherPart] = others[at] as [unknown, unknown];
      waiting.push([`${path}.key`, key, otherKey], [path.slice(-100) + `.${String(key)}`, part, otherPart]);
    });
  }
  return null;
}

/** Lists and maps are what they hold: empty ones may be shared. */
function isPlain(value: object): boolean {
  return !Array.isArray(value) && !(value instanceof Map);
}

function partsOf(value: object): [unknown, unknown][] {
  if (value instanceof Map) return [...value];
  return Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
}

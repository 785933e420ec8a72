import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parserOfTypeScript } from "../../../scripts/parser-of-typescript.mjs";
import { type TypeScript, ts } from "../../../src/analyzers/typescript/syntax/compiler.ts";
import { PARSER_PARTS, UNDECLARED_PARTS } from "../../../src/analyzers/typescript/syntax/parser-parts.ts";

const ROOT = join(import.meta.dirname, "../../..");
const home = mkdtempSync(join(tmpdir(), "monocarve-parser-"));
let part: typeof ts;

beforeAll(async () => {
  const { code } = await parserOfTypeScript([...PARSER_PARTS, ...UNDECLARED_PARTS]);
  writeFileSync(join(home, "parser.cjs"), code);
  part = createRequire(import.meta.url)(join(home, "parser.cjs"));
});
afterAll(() => rmSync(home, { recursive: true }));

test("what a build cuts out of the compiler parses as the whole of it does, broken code too", () => {
  for (const path of sources()) {
    const text = readFileSync(path, "utf8");
    const pieces = [
      text,
      text.slice(0, text.length / 3),
      text.slice(text.length / 5),
      withoutOneBracket(text),
    ];
    for (const piece of pieces) expect(outline(part, path, piece), path).toEqual(outline(ts, path, piece));
  }
}, 120_000);

test("names have their texts", () => {
  const { ScriptTarget, createSourceFile, forEachChild, isIdentifier, isPrivateIdentifier } = part;
  const names: string[] = [];
  const visit = (node: TypeScript.Node): void => {
    if (isIdentifier(node) || isPrivateIdentifier(node)) names.push(node.text);
    forEachChild(node, visit);
  };
  visit(createSourceFile("ward.ts", "class Ward { #beds = 3 }", ScriptTarget.Latest));
  expect(names).toEqual(["Ward", "#beds"]);
});

/** Every third of our fixtures, in all the languages that they are in. */
function sources(): string[] {
  const folder = join(ROOT, "fixtures");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return names
    .filter((name) => /\.[cm]?[jt]sx?$/.test(name))
    .filter((_, at) => at % 3 === 0)
    .map((name) => join(folder, name));
}

function withoutOneBracket(text: string): string {
  const at = text.search(/[({[]/);
  return text.slice(0, at) + text.slice(at + 1);
}

/** The kinds and places of all nodes, the texts of names, and the number of errors. */
function outline(compiler: typeof ts, path: string, text: string): string {
  const mode = compiler.JSDocParsingMode.ParseAll;
  const options = { languageVersion: compiler.ScriptTarget.Latest, jsDocParsingMode: mode };
  const source = compiler.createSourceFile(path, text, options, false, compiler.ScriptKind.TSX);
  const lines: string[] = [];
  const visit = (node: TypeScript.Node): void => {
    const docs = (node as { jsDoc?: readonly TypeScript.Node[] }).jsDoc ?? [];
    lines.push(`${node.kind} ${node.pos} ${node.end} ${compiler.isIdentifier(node) ? node.text : ""}`);
    docs.forEach(visit);
    compiler.forEachChild(node, visit);
  };
  visit(source);
  const { parseDiagnostics } = source as unknown as { parseDiagnostics: readonly unknown[] };
  return `${parseDiagnostics.length} errors\n${lines.join("\n")}`;
}

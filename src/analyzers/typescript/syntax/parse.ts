import type { FilePath } from "../../../model/ids.ts";
import type { ClassIr, FileIr } from "../ir.ts";
import { type TypeScript, ts } from "./compiler.ts";
import { commentBefore } from "./jsdoc.ts";
import { statements } from "./statements.ts";
import { newFile, type Walk } from "./walk.ts";

/**
 * Parses one file and walks it once. The syntax tree can be dropped afterwards. Broken syntax is read as far as it goes.
 * Throws RangeError where the nesting is deeper than anybody's (or than the stack).
 */
export function parseFile(path: FilePath, text: string): FileIr {
  const source = ts.createSourceFile(
    path,
    text,
    {
      languageVersion: ts.ScriptTarget.Latest,
      // JSDoc is what JavaScript has for annotations; in TypeScript it only costs time.
      jsDocParsingMode: /\.[cm]?tsx?$/.test(path)
        ? ts.JSDocParsingMode.ParseNone
        : ts.JSDocParsingMode.ParseAll,
    },
    false,
    scriptKind(path),
  );
  const syntaxErrors = (source as unknown as { parseDiagnostics: readonly unknown[] }).parseDiagnostics
    .length;
  const file = newFile(path, text, syntaxErrors);
  const walk: Walk = { source, text, file, prototypes: prototypeNames(text), depth: 0 };
  statements(walk, source.statements, { scope: file.scope, loop: 0 }, []);
  const notes = file as { debtMarkers: readonly number[]; comment: string };
  notes.debtMarkers = debtMarkers(text);
  notes.comment = source.statements[0] ? commentBefore(walk, source.statements[0]) : "";
  return file;
}

/** JavaScript is read with JSX on: many `.js` files have it, and the rest loses nothing. */
function scriptKind(path: string): TypeScript.ScriptKind {
  if (path.endsWith(".tsx")) return ts.ScriptKind.TSX;
  return /\.[cm]?ts$/.test(path) ? ts.ScriptKind.TS : ts.ScriptKind.JSX;
}

function prototypeNames(text: string): Map<string, ClassIr | null> {
  const names = new Map<string, ClassIr | null>();
  for (const match of text.matchAll(/\binherits\(\s*([A-Za-z_$][\w$]*)\s*,/g)) names.set(match[1]!, null);
  if (!text.includes(".prototype")) return names;
  for (const match of text.matchAll(/\b([A-Za-z_$][\w$]*)\.prototype(?:\.[\w$]+)?\s*=/g))
    names.set(match[1]!, null);
  return names;
}

function debtMarkers(text: string): number[] {
  return [...text.matchAll(/\b(?:TODO|FIXME|HACK|XXX)\b/g)].map((match) => match.index);
}

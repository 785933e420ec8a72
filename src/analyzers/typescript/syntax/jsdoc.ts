import type { Scope, TypeIr } from "../ir.ts";
import { type TypeScript, ts } from "./compiler.ts";
import { typeIr } from "./types.ts";
import { bindType, type Walk } from "./walk.ts";

/** The types that a JSDoc comment writes down: for JavaScript they are the annotations. */
export interface Doc {
  readonly params: ReadonlyMap<string, TypeIr>;
  readonly returns: TypeIr | null;
  readonly type: TypeIr | null;
  readonly extends: TypeIr | null;
}

/** Reads the JSDoc in front of a node; null where there is none or the language has annotations of its own. */
export function docOf(walk: Walk, node: TypeScript.Node, scope: Scope): Doc | null {
  if (walk.file.language === "typescript") return null;
  const docs = (node as unknown as { jsDoc?: readonly TypeScript.JSDoc[] }).jsDoc;
  if (docs === undefined) return null;
  const params = new Map<string, TypeIr>();
  let returns: TypeIr | null = null;
  let type: TypeIr | null = null;
  let parent: TypeIr | null = null;
  for (const tag of docs.flatMap((doc) => doc.tags ?? [])) {
    if (ts.isJSDocParameterTag(tag) && ts.isIdentifier(tag.name)) {
      params.set(tag.name.text, typeIr(walk, tag.typeExpression?.type, scope));
    } else if (ts.isJSDocReturnTag(tag)) returns = typeIr(walk, tag.typeExpression?.type, scope);
    else if (ts.isJSDocTypeTag(tag)) type = typeIr(walk, tag.typeExpression.type, scope);
    else if (ts.isJSDocAugmentsTag(tag)) parent = typeIr(walk, tag.class, scope);
    else if (ts.isJSDocTypedefTag(tag) && tag.name && tag.typeExpression) typedef(walk, tag, scope);
  }
  return { params, returns, type, extends: parent };
}

function typedef(walk: Walk, tag: TypeScript.JSDocTypedefTag, scope: Scope): void {
  const { name, typeExpression } = tag;
  if (!name || !typeExpression || !ts.isIdentifier(name)) return;
  const type = ts.isJSDocTypeLiteral(typeExpression)
    ? documentedShape(walk, typeExpression, scope)
    : typeIr(walk, typeExpression.type, scope);
  bindType(walk.file.scope, name.text, { b: "alias", params: [], type, scope, pos: name.pos });
}

function documentedShape(walk: Walk, literal: TypeScript.JSDocTypeLiteral, scope: Scope): TypeIr {
  const members = new Map<string, TypeIr>();
  for (const property of literal.jsDocPropertyTags ?? []) {
    if (ts.isIdentifier(property.name)) {
      members.set(property.name.text, typeIr(walk, property.typeExpression?.type, scope));
    }
  }
  return { t: "object", members };
}

/** The words of the comment in front of a declaration, at most 300 characters; empty where there is none. */
export function commentBefore(walk: Walk, node: TypeScript.Node): string {
  const ranges = ts.getLeadingCommentRanges(walk.text, node.pos);
  const last = ranges?.at(-1);
  if (last === undefined) return "";
  const words = walk.text.slice(last.pos, Math.min(last.end, last.pos + 600));
  return words
    .replace(/^\/\*+|\*+\/$|^\s*(?:\/\/+|\*)/gm, " ")
    .replace(/@\w+.*$/gm, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 300);
}

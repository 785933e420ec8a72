import type { ClassIr, Expr, Scope } from "../ir.ts";
import { classIr } from "./classes.ts";
import { type TypeScript, ts } from "./compiler.ts";
import { expression, startOf } from "./expressions.ts";
import { functionIr } from "./functions.ts";
import { interfaceIr } from "./interfaces.ts";
import { docOf } from "./jsdoc.ts";
import { prototypeClass } from "./prototypes.ts";
import { statements } from "./statements.ts";
import { nameText, typeIr, typeParameters } from "./types.ts";
import { bindType, bindValue, innerScope, type Surroundings, type Walk } from "./walk.ts";

const SK = ts.SyntaxKind;

export function isExported(node: TypeScript.Node): boolean {
  return modifier(node, SK.ExportKeyword);
}

function modifier(node: TypeScript.Node, kind: TypeScript.SyntaxKind): boolean {
  return (
    (node as { modifiers?: readonly TypeScript.ModifierLike[] }).modifiers?.some(
      (one) => one.kind === kind,
    ) ?? false
  );
}

function exportName(walk: Walk, node: TypeScript.Node, name: string): void {
  if (!isExported(node)) return;
  walk.file.exports.set(modifier(node, SK.DefaultKeyword) ? "default" : name, { e: "local", name });
}

export function functionDeclaration(
  walk: Walk,
  node: TypeScript.FunctionDeclaration,
  at: Surroundings,
): void {
  const name = node.name?.text ?? "default";
  exportName(walk, node, name);
  if (at.scope.parent === null && isConstructor(walk, node, name)) {
    bindClass(at.scope, name, prototypeClass(walk, node, at));
    return;
  }
  const doc = docOf(walk, node, at.scope);
  const fn = functionIr(walk, node, at, { name, method: at.scope.method || name, doc });
  const known = at.scope.values.get(name);
  // Overloads come before the body.
  if (known?.b === "function" && node.body === undefined) return;
  bindValue(at.scope, name, { b: "function", fn });
}

/** In JavaScript a function may be a class: it has methods on its prototype, or builds `this` under a capital name. */
function isConstructor(walk: Walk, node: TypeScript.FunctionDeclaration, name: string): boolean {
  if (walk.prototypes.has(name)) return true;
  if (walk.file.language === "typescript" || !/^[A-Z]/.test(name) || !node.body) return false;
  return /\bthis\.\w+\s*=[^=]/.test(walk.text.slice(node.body.pos, node.body.end));
}

export function classDeclaration(walk: Walk, node: TypeScript.ClassDeclaration, at: Surroundings): void {
  const name = node.name?.text ?? "default";
  exportName(walk, node, name);
  bindClass(at.scope, name, classIr(walk, node, at, name));
}

function bindClass(scope: Scope, name: string, cls: ClassIr): void {
  bindValue(scope, name, { b: "class", cls });
}

/** Interfaces of one name are one: later ones add their members. */
export function interfaceDeclaration(
  walk: Walk,
  node: TypeScript.InterfaceDeclaration,
  at: Surroundings,
): void {
  exportName(walk, node, node.name.text);
  const known = at.scope.types.get(node.name.text);
  const cls = interfaceIr(walk, node, at);
  if (known?.b !== "interface") {
    bindType(at.scope, cls.name, { b: "interface", cls });
    return;
  }
  for (const [name, member] of cls.members) known.cls.members.set(name, member);
  walk.file.classes.pop();
}

export function aliasDeclaration(walk: Walk, node: TypeScript.TypeAliasDeclaration, outer: Scope): void {
  exportName(walk, node, node.name.text);
  const scope = innerScope(outer);
  const params = typeParameters(walk, node.typeParameters, scope);
  const type = typeIr(walk, node.type, scope);
  bindType(outer, node.name.text, { b: "alias", params, type, scope, pos: startOf(walk, node.name) });
}

export function enumDeclaration(walk: Walk, node: TypeScript.EnumDeclaration, at: Surroundings): void {
  exportName(walk, node, node.name.text);
  const members = new Map<string, Expr | null>();
  for (const member of node.members) {
    const name = nameText(member.name);
    if (name !== undefined)
      members.set(name, member.initializer ? expression(walk, member.initializer, at) : null);
  }
  bindValue(at.scope, node.name.text, {
    b: "enum",
    name: node.name.text,
    members,
    pos: startOf(walk, node.name),
  });
}

export function namespaceDeclaration(walk: Walk, node: TypeScript.ModuleDeclaration, at: Surroundings): void {
  if (!node.body || !ts.isIdentifier(node.name)) return;
  exportName(walk, node, node.name.text);
  const scope = innerScope(at.scope);
  bindValue(at.scope, node.name.text, { b: "namespace", scope });
  if (ts.isModuleBlock(node.body)) statements(walk, node.body.statements, { scope, loop: 0 }, []);
}

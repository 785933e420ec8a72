import type { ClassExpr, ClassIr, ClassMember, FunctionIr, Heritage, Parameter, Scope } from "../ir.ts";
import { type TypeScript, ts } from "./compiler.ts";
import { decorators } from "./decorators.ts";
import { expression, startOf } from "./expressions.ts";
import { functionIr } from "./functions.ts";
import { commentBefore, docOf } from "./jsdoc.ts";
import { statements } from "./statements.ts";
import { dottedName, nameText, typeIr, typeParameters } from "./types.ts";
import { innerScope, type Surroundings, type Walk } from "./walk.ts";

const SK = ts.SyntaxKind;

export function classExpression(
  walk: Walk,
  node: TypeScript.ClassExpression,
  at: Surroundings,
  name = "",
): ClassExpr {
  const cls = classIr(walk, node, at, node.name?.text ?? name);
  return { k: "class", cls, pos: cls.pos };
}

/** A class with its heritage and members; bodies are walked into the roots of the file. */
export function classIr(
  walk: Walk,
  node: TypeScript.ClassLikeDeclaration,
  at: Surroundings,
  name: string,
): ClassIr {
  const cls = newClass(walk, node, at.scope, {
    form: "class",
    name,
    isAbstract: has(node, SK.AbstractKeyword),
  });
  const inside: Surroundings = { scope: cls.scope, loop: 0 };
  const filled = cls as { -readonly [K in keyof ClassIr]: ClassIr[K] };
  filled.typeParams = typeParameters(walk, node.typeParameters, cls.scope);
  filled.heritage = heritage(walk, node, inside);
  filled.decorators = decorators(walk, node, inside);
  for (const member of node.members) memberIr(walk, member, cls, inside);
  return cls;
}

interface ClassNotes {
  readonly form: ClassIr["form"];
  readonly name: string;
  readonly isAbstract?: boolean;
}

export function newClass(walk: Walk, node: TypeScript.Node, outer: Scope, notes: ClassNotes): ClassIr {
  const scope = innerScope(outer, { fn: null, method: "" }) as Scope & { cls: ClassIr | null };
  const cls: ClassIr = {
    form: notes.form,
    name: notes.name,
    isAbstract: notes.isAbstract ?? false,
    typeParams: [],
    heritage: [],
    decorators: [],
    members: new Map(),
    statics: new Map(),
    constructor_: null,
    scope,
    outer,
    pos: startOf(walk, node),
    end: node.end,
    comment: commentBefore(walk, node),
    exported: has(node, SK.ExportKeyword),
    unit: null,
  };
  scope.cls = cls;
  walk.file.classes.push(cls);
  return cls;
}

function has(node: TypeScript.Node, kind: TypeScript.SyntaxKind): boolean {
  return (
    (node as { modifiers?: readonly TypeScript.ModifierLike[] }).modifiers?.some(
      (one) => one.kind === kind,
    ) ?? false
  );
}

function heritage(walk: Walk, node: TypeScript.ClassLikeDeclaration, at: Surroundings): Heritage[] {
  const found: Heritage[] = [];
  for (const clause of node.heritageClauses ?? []) {
    const form = clause.token === SK.ExtendsKeyword ? "extends" : "implements";
    for (const type of clause.types) {
      const expr = form === "extends" ? expression(walk, type.expression, at) : null;
      if (expr && dottedName(type.expression).length === 0) walk.file.roots.push({ expr, scope: at.scope });
      found.push({ form, expr, type: typeIr(walk, type, at.scope), pos: startOf(walk, type) });
    }
  }
  const documented = docOf(walk, node, at.scope)?.extends;
  if (documented && found.length === 0)
    found.push({ form: "extends", expr: null, type: documented, pos: node.pos });
  return found;
}

function memberIr(walk: Walk, node: TypeScript.ClassElement, cls: ClassIr, at: Surroundings): void {
  if (ts.isClassStaticBlockDeclaration(node)) {
    statements(walk, node.body.statements, at, []);
    return;
  }
  if (ts.isConstructorDeclaration(node)) {
    if (node.body === undefined && cls.constructor_) return;
    const fn = functionIr(walk, node, at, {
      name: "constructor",
      method: "constructor",
      doc: docOf(walk, node, at.scope),
    });
    cls.constructor_ = fn;
    for (const parameter of fn.params) if (parameter.isField) addField(cls, fn, parameter);
    return;
  }
  const name = node.name && nameText(node.name);
  if (name === undefined) return;
  const isStatic = has(node, SK.StaticKeyword);
  const into = isStatic ? cls.statics : cls.members;
  const known = into.get(name);
  const member = ts.isPropertyDeclaration(node)
    ? fieldIr(walk, node, name, cls, at)
    : methodIr(walk, node as TypeScript.MethodDeclaration, name, at);
  // Overloads come before the body, and a setter after its getter says nothing new.
  if (known?.fn && (member.kind === "setter" || !bodyOf(node))) return;
  into.set(name, member);
}

function bodyOf(node: TypeScript.Node): boolean {
  return (node as { body?: TypeScript.Node }).body !== undefined;
}

function shared(walk: Walk, node: TypeScript.ClassElement, name: string, at: Surroundings) {
  return {
    name,
    isStatic: has(node, SK.StaticKeyword),
    isPrivate: has(node, SK.PrivateKeyword) || has(node, SK.ProtectedKeyword) || name.startsWith("#"),
    isAbstract: has(node, SK.AbstractKeyword),
    initScope: at.scope,
    decorators: decorators(walk, node, at),
    pos: startOf(walk, node.name ?? node),
  };
}

function fieldIr(
  walk: Walk,
  node: TypeScript.PropertyDeclaration,
  name: string,
  cls: ClassIr,
  at: Surroundings,
): ClassMember {
  const doc = docOf(walk, node, at.scope);
  const type = node.type ? typeIr(walk, node.type, at.scope) : (doc?.type ?? null);
  const value = node.initializer;
  const scope = innerScope(cls.scope, { method: name });
  let fn: FunctionIr | null = null;
  let init: ClassMember["init"] = null;
  if (value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))) {
    fn = functionIr(walk, value, at, { name, method: name, doc });
    init = { k: "function", fn, pos: fn.pos };
  } else if (value) {
    init = expression(walk, value, { scope, loop: 0 });
    walk.file.roots.push({ expr: init, scope });
  }
  return { ...shared(walk, node, name, at), kind: fn ? "method" : "field", type, init, initScope: scope, fn };
}

function methodIr(
  walk: Walk,
  node: TypeScript.MethodDeclaration,
  name: string,
  at: Surroundings,
): ClassMember {
  const fn = functionIr(walk, node, at, { name, method: name, doc: docOf(walk, node, at.scope) });
  const kind = ts.isGetAccessor(node) ? "getter" : ts.isSetAccessor(node) ? "setter" : "method";
  return { ...shared(walk, node, name, at), kind, type: null, init: null, fn };
}

function addField(cls: ClassIr, fn: FunctionIr, parameter: Parameter): void {
  if (parameter.name === null) return;
  cls.members.set(parameter.name, {
    name: parameter.name,
    kind: "field",
    isStatic: false,
    isPrivate: true,
    isAbstract: false,
    type: parameter.type,
    // Without an annotation the value is the argument itself, which injection may tell.
    init: { k: "id", name: parameter.name, pos: parameter.pos },
    initScope: fn.scope,
    fn: null,
    decorators: parameter.decorators,
    pos: parameter.pos,
  });
}

/** An object literal with methods that a module keeps under a name: it plays the part of a class. */
export function objectClass(
  walk: Walk,
  node: TypeScript.ObjectLiteralExpression,
  at: Surroundings,
  unit: { name: string; exported: boolean; declaration: TypeScript.Node },
): ClassIr {
  const cls = newClass(walk, node, at.scope, { form: "object", name: unit.name });
  cls.exported = unit.exported;
  return cls;
}

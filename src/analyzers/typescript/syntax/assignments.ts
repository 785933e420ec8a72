import type { ClassIr, ClassMember, Expr, FunctionIr, TypeIr } from "../ir.ts";
import { type TypeScript, ts } from "./compiler.ts";
import { expression } from "./expressions.ts";
import { functionIr } from "./functions.ts";
import { docOf } from "./jsdoc.ts";
import { objectOf } from "./objects.ts";
import { addParent } from "./prototypes.ts";
import type { Surroundings, Walk } from "./walk.ts";

/** An assignment; where it declares something (a field, a prototype method, an export), that is kept as well. */
export function assignment(walk: Walk, node: TypeScript.BinaryExpression, at: Surroundings): Expr {
  const target = expression(walk, node.left, at);
  const owner = prototypeOwner(walk, target);
  const value = assignedValue(walk, node, target, owner, at);
  const plain = node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  if (plain) declare(walk, target, value, owner, { ...at, type: docOf(walk, node, at.scope)?.type ?? null });
  return { k: "assign", target, value, pos: target.pos };
}

function assignedValue(
  walk: Walk,
  node: TypeScript.BinaryExpression,
  target: Expr,
  owner: ClassIr | null,
  at: Surroundings,
): Expr {
  const value = node.right;
  const name = (target.k === "member" || target.k === "id") && !isExports(target) ? target.name : "";
  if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) {
    const inside = owner ? { scope: owner.scope, loop: 0 } : at;
    const doc = docOf(walk, node, at.scope) ?? docOf(walk, value, at.scope);
    const fn = functionIr(walk, value, inside, {
      ...(name === "" ? {} : { name }),
      method: owner ? name : at.scope.method || name,
      doc,
    });
    return { k: "function", fn, pos: fn.pos };
  }
  if (ts.isObjectLiteralExpression(value) && at.scope.parent === null && isExports(target)) {
    return objectOf(walk, value, at, { name: "", exported: true, declaration: node });
  }
  return expression(walk, value, at);
}

/** The class behind `Order.prototype.total` or `Order.prototype`, where the file has such a function. */
function prototypeOwner(walk: Walk, target: Expr): ClassIr | null {
  if (target.k !== "member") return null;
  const prototype = target.name === "prototype" ? target : target.object;
  if (prototype.k !== "member" || prototype.name !== "prototype" || prototype.object.k !== "id") return null;
  return walk.prototypes.get(prototype.object.name) ?? null;
}

/** `Room` of `Object.create(Room.prototype)`. */
function createdFrom(value: Expr): Expr | null {
  const [given] =
    value.k === "call" && value.callee.k === "member" && value.callee.name === "create" ? value.args : [];
  return given?.k === "member" && given.name === "prototype" ? given.object : null;
}

/** Where an assignment stands, and the type that a comment gives to its target. */
interface Assigning extends Surroundings {
  readonly type: TypeIr | null;
}

function declare(walk: Walk, target: Expr, value: Expr, owner: ClassIr | null, at: Assigning): void {
  if (value.k === "assign") declareExport(walk, target, value.value, at);
  else declareExport(walk, target, value, at);
  if (target.k !== "member") return;
  if (owner && target.name === "prototype") {
    const parent = createdFrom(value);
    if (parent) addParent(owner, parent);
    if (value.k === "object")
      for (const one of value.properties) addMember(owner.members, one.key, one.value, at);
  } else if (owner) addMember(owner.members, target.name, value, at);
  else if (target.object.k === "this" && at.scope.cls)
    addMember(at.scope.cls.members, target.name, value, at);
  else if (target.object.k === "id") {
    const binding = walk.file.scope.values.get(target.object.name);
    if (binding?.b === "class") addMember(binding.cls.statics, target.name, value, at);
  }
}

function addMember(members: Map<string, ClassMember>, name: string, value: Expr, at: Assigning): void {
  const known = members.get(name);
  if (known && (known.type || known.init || known.fn)) return;
  const fn: FunctionIr | null = value.k === "function" ? value.fn : null;
  members.set(name, {
    name,
    kind: fn ? "method" : "field",
    isStatic: false,
    isPrivate: name.startsWith("_") || name.startsWith("#"),
    isAbstract: false,
    type: at.type,
    init: value,
    initScope: at.scope,
    fn,
    decorators: known?.decorators ?? [],
    pos: value.pos,
  });
}

/** Is it `module.exports` or `exports`? */
function isExports(target: Expr): boolean {
  if (target.k === "id") return target.name === "exports";
  return (
    target.k === "member" &&
    target.name === "exports" &&
    target.object.k === "id" &&
    target.object.name === "module"
  );
}

function declareExport(walk: Walk, target: Expr, value: Expr, at: Surroundings): void {
  const { file } = walk;
  const exported = { e: "expr", expr: value, scope: at.scope } as const;
  if (target.k === "member" && target.name === "exports" && isExports(target)) {
    file.exportEquals = { expr: value, scope: at.scope };
  } else if (target.k === "member" && isExports(target.object)) file.exports.set(target.name, exported);
}

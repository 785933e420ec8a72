import type { ClassIr, Expr, Heritage } from "../ir.ts";
import { newClass } from "./classes.ts";
import type { TypeScript } from "./compiler.ts";
import { functionIr } from "./functions.ts";
import { docOf } from "./jsdoc.ts";
import type { Surroundings, Walk } from "./walk.ts";

/** `inherits(Ward, Room)` and `Ward.prototype = Object.create(Room.prototype)`: a parent in the old way. */
export function addParent(cls: ClassIr, expr: Expr): void {
  const name = expr.k === "id" ? [expr.name] : [];
  const parent: Heritage = {
    form: "extends",
    expr,
    type: { t: "ref", name, args: [], pos: expr.pos },
    pos: expr.pos,
  };
  (cls.heritage as Heritage[]).push(parent);
}

/** `function Order() {}` with methods on its prototype is a class; its body is the constructor. */
export function prototypeClass(walk: Walk, node: TypeScript.FunctionDeclaration, at: Surroundings): ClassIr {
  const cls = newClass(walk, node, at.scope, { form: "class", name: node.name?.text ?? "" });
  walk.prototypes.set(cls.name, cls);
  const notes = { name: "constructor", method: "constructor", doc: docOf(walk, node, at.scope) };
  cls.constructor_ = functionIr(walk, node, { scope: cls.scope, loop: 0 }, notes);
  return cls;
}

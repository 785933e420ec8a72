import type { Expr, ObjectExpr, Property, Spread } from "../ir.ts";
import { objectClass } from "./classes.ts";
import { type TypeScript, ts } from "./compiler.ts";
import { expression, startOf } from "./expressions.ts";
import { functionIr } from "./functions.ts";
import { docOf } from "./jsdoc.ts";
import { nameText } from "./types.ts";
import type { Surroundings, Walk } from "./walk.ts";

/** An object literal; with `name` it may be a unit of its own (see `objectClass`). */
export function objectOf(
  walk: Walk,
  node: TypeScript.ObjectLiteralExpression,
  at: Surroundings,
  unit?: { name: string; exported: boolean; declaration: TypeScript.Node },
): ObjectExpr {
  const cls = unit && hasMethods(node) ? objectClass(walk, node, at, unit) : null;
  const inside: Surroundings = cls ? { scope: cls.scope, loop: 0 } : at;
  const properties: Property[] = [];
  const spreads: Expr[] = [];
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      spreads.push((expression(walk, property, inside) as Spread).of);
      continue;
    }
    const read = propertyOf(walk, property, inside, cls !== null);
    if (read) properties.push(read);
  }
  const object: ObjectExpr = { k: "object", properties, spreads, pos: startOf(walk, node), cls };
  if (cls) {
    for (const { key, value, pos, getter } of properties) {
      cls.members.set(key, {
        name: key,
        kind: getter ? "getter" : value.k === "function" ? "method" : "field",
        isStatic: false,
        isPrivate: false,
        isAbstract: false,
        type: null,
        init: value,
        initScope: cls.scope,
        fn: value.k === "function" ? value.fn : null,
        decorators: [],
        pos,
      });
    }
  }
  return object;
}

/** Methods of its own, or of an object right inside: `{ Query: { orders() {} } }`. */
function hasMethods(node: TypeScript.ObjectLiteralExpression, nested = true): boolean {
  return node.properties.some((property) => {
    if (ts.isMethodDeclaration(property)) return true;
    if (!ts.isPropertyAssignment(property)) return false;
    const value = property.initializer;
    if (nested && ts.isObjectLiteralExpression(value)) return hasMethods(value, false);
    return ts.isArrowFunction(value) || ts.isFunctionExpression(value);
  });
}

function propertyOf(
  walk: Walk,
  node: TypeScript.ObjectLiteralElementLike,
  at: Surroundings,
  ownsMethods: boolean,
): Property | null {
  if (ts.isSpreadAssignment(node)) return null;
  const key = nameText(node.name);
  const pos = startOf(walk, node.name);
  if (key === undefined) {
    const value = ts.isPropertyAssignment(node) ? expression(walk, node.initializer, at) : null;
    return value && { key: "[]", value, pos };
  }
  const method = ownsMethods ? key : at.scope.method || key;
  if (ts.isShorthandPropertyAssignment(node)) return { key, value: { k: "id", name: key, pos }, pos };
  if (ts.isPropertyAssignment(node)) {
    const value = node.initializer;
    if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) {
      const doc = docOf(walk, node, at.scope) ?? docOf(walk, value, at.scope);
      return {
        key,
        value: { k: "function", fn: functionIr(walk, value, at, { name: key, method, doc }), pos },
        pos,
      };
    }
    return { key, value: expression(walk, value, at), pos };
  }
  const fn = functionIr(walk, node, at, { name: key, method, doc: docOf(walk, node, at.scope) });
  const value: Expr = { k: "function", fn, pos };
  return ts.isGetAccessorDeclaration(node) ? { key, value, pos, getter: true } : { key, value, pos };
}

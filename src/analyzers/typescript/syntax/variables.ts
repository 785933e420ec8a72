import type { Binding, Expr } from "../ir.ts";
import { bindPattern } from "./bindings.ts";
import { expectFunctions } from "./calls.ts";
import { classExpression } from "./classes.ts";
import { type TypeScript, ts } from "./compiler.ts";
import { isExported } from "./declarations.ts";
import { expression, startOf } from "./expressions.ts";
import { functionIr } from "./functions.ts";
import { docOf } from "./jsdoc.ts";
import { objectOf } from "./objects.ts";
import { dottedName, typeIr } from "./types.ts";
import { NONE, type Surroundings, type Walk } from "./walk.ts";

export function variables(walk: Walk, node: TypeScript.VariableStatement, at: Surroundings): void {
  declarations(walk, node.declarationList, at, node);
  if (!isExported(node) || at.scope.parent !== null) return;
  for (const declaration of node.declarationList.declarations) {
    for (const name of boundNames(declaration.name)) walk.file.exports.set(name, { e: "local", name });
  }
}

function boundNames(name: TypeScript.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isOmittedExpression(element) ? [] : boundNames(element.name),
  );
}

export function declarations(
  walk: Walk,
  list: TypeScript.VariableDeclarationList,
  at: Surroundings,
  owner: TypeScript.VariableStatement | null,
): void {
  const constant = (list.flags & ts.NodeFlags.Const) !== 0;
  for (const node of list.declarations) {
    const doc = docOf(walk, owner ?? node, at.scope) ?? docOf(walk, node, at.scope);
    const init = node.initializer ? initializer(walk, node, at, owner, doc) : null;
    if (init) walk.file.roots.push({ expr: init, scope: at.scope });
    declareNames(walk, node, at, { init, element: false, constant }, doc?.type ?? null);
  }
}

/** The value of a variable; functions, classes and objects take the variable's name. */
function initializer(
  walk: Walk,
  node: TypeScript.VariableDeclaration,
  at: Surroundings,
  owner: TypeScript.VariableStatement | null,
  doc: ReturnType<typeof docOf>,
): Expr {
  const value = node.initializer!;
  const name = ts.isIdentifier(node.name) ? node.name.text : "";
  const bare = unwrapped(value);
  if (ts.isArrowFunction(bare) || ts.isFunctionExpression(bare)) {
    const fn = functionIr(walk, bare, at, { name, method: at.scope.method || name, doc });
    return { k: "function", fn, pos: fn.pos };
  }
  if (ts.isClassExpression(bare)) return classExpression(walk, bare, at, name);
  if (ts.isObjectLiteralExpression(bare) && at.scope.parent === null && name !== "") {
    return objectOf(walk, bare, at, {
      name,
      exported: owner !== null && isExported(owner),
      declaration: owner ?? node,
    });
  }
  return expression(walk, value, at);
}

/** Through `as`, `satisfies`, brackets and `Object.freeze`. */
function unwrapped(node: TypeScript.Expression): TypeScript.Expression {
  let at = node;
  while (ts.isAsExpression(at) || ts.isSatisfiesExpression(at) || ts.isParenthesizedExpression(at))
    at = at.expression;
  const [frozen] = ts.isCallExpression(at) && isFreeze(at.expression) ? at.arguments : [];
  return frozen ? unwrapped(frozen) : at;
}

function isFreeze(node: TypeScript.Expression): boolean {
  return dottedName(node).join(".") === "Object.freeze";
}

export function declareNames(
  walk: Walk,
  node: TypeScript.VariableDeclaration,
  at: Surroundings,
  value: { init: Expr | null; element: boolean; constant: boolean },
  documented: Extract<Binding, { b: "variable" }>["type"] = null,
): void {
  const type = node.type ? typeIr(walk, node.type, at.scope) : documented;
  const pos = startOf(walk, node.name);
  if (type && value.init) expectFunctions(value.init, (key) => ({ type, scope: at.scope, key }));
  bindPattern(walk, node.name, at, NONE, (path) => ({ b: "variable", ...value, type, path, pos }));
}

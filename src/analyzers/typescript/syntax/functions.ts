import type { ClassIr, FunctionIr, Parameter, Root, Scope, TypeIr, TypeParameter } from "../ir.ts";
import { bindPattern } from "./bindings.ts";
import { type TypeScript, ts } from "./compiler.ts";
import { decorators } from "./decorators.ts";
import { expression, startOf } from "./expressions.ts";
import type { Doc } from "./jsdoc.ts";
import { statements } from "./statements.ts";
import { nameText, typeIr, typeParameters } from "./types.ts";
import { bindValue, innerScope, NONE, type Surroundings, type Walk } from "./walk.ts";

export interface FunctionNotes {
  readonly name?: string;
  /** The method of the unit that it is, when it is one. */
  readonly method?: string;
  readonly cls?: ClassIr | null;
  readonly doc?: Doc | null;
  /** Loops around the call that it is handed to. */
  readonly loop?: number;
}

/** A function with its parameters, and its body walked into the roots of the file. */
export function functionIr(
  walk: Walk,
  node: TypeScript.FunctionLikeDeclaration,
  at: Surroundings,
  notes: FunctionNotes = {},
): FunctionIr {
  const own = node.name && ts.isIdentifier(node.name) ? node.name.text : "";
  const name = notes.name ?? own;
  const scope = innerScope(at.scope, {
    method: notes.method ?? (at.scope.method || name),
    ...(notes.cls === undefined ? {} : { cls: notes.cls }),
  }) as Scope & { fn: FunctionIr | null };
  const returns: Root[] = [];
  const fn: FunctionIr = {
    name,
    params: NONE as readonly Parameter[],
    typeParams: NONE as readonly TypeParameter[],
    returnType: null as TypeIr | null,
    returns,
    isAsync: node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword) ?? false,
    isGenerator: node.asteriskToken !== undefined,
    scope,
    pos: startOf(walk, node),
    end: node.end,
    context: null,
  };
  scope.fn = fn;
  walk.file.functions.push(fn);
  if (own !== "" && ts.isFunctionExpression(node)) bindValue(scope, own, { b: "function", fn });
  const inside: Surroundings = { scope, loop: notes.loop ?? 0 };
  const filled = fn as {
    params: readonly Parameter[];
    typeParams: readonly TypeParameter[];
    returnType: TypeIr | null;
  };
  filled.typeParams = typeParameters(walk, node.typeParameters, scope);
  filled.params = node.parameters
    .filter((parameter) => !isThisParameter(parameter))
    .map((parameter, index) => parameterIr(walk, parameter, index, fn, inside, notes.doc ?? null));
  filled.returnType = node.type ? typeIr(walk, node.type, scope) : (notes.doc?.returns ?? null);
  walkBody(walk, node, inside, returns);
  return fn;
}

function isThisParameter(node: TypeScript.ParameterDeclaration): boolean {
  return ts.isIdentifier(node.name) && node.name.text === "this";
}

function walkBody(
  walk: Walk,
  node: TypeScript.FunctionLikeDeclaration,
  inside: Surroundings,
  returns: Root[],
): void {
  const body = (node as { body?: TypeScript.ConciseBody }).body;
  if (body === undefined) return;
  if (ts.isBlock(body)) {
    statements(walk, body.statements, inside, returns);
    return;
  }
  const value = expression(walk, body, inside);
  const root = { expr: value, scope: inside.scope };
  returns.push(root);
  walk.file.roots.push(root);
}

function parameterIr(
  walk: Walk,
  node: TypeScript.ParameterDeclaration,
  index: number,
  fn: FunctionIr,
  at: Surroundings,
  doc: Doc | null,
): Parameter {
  const name = ts.isIdentifier(node.name) ? node.name.text : null;
  const type = node.type
    ? typeIr(walk, node.type, at.scope)
    : (name !== null && doc?.params.get(name)) || null;
  const init = node.initializer ? expression(walk, node.initializer, at) : null;
  if (init) walk.file.roots.push({ expr: init, scope: at.scope });
  if (name !== null) bindValue(at.scope, name, { b: "parameter", fn, index, path: NONE });
  else bindPattern(walk, node.name, at, NONE, (path) => ({ b: "parameter", fn, index, path }));
  return {
    name,
    type,
    init,
    decorators: decorators(walk, node, at),
    isField: node.modifiers?.some((modifier) => !ts.isDecorator(modifier)) ?? false,
    rest: node.dotDotDotToken !== undefined,
    keys: ts.isObjectBindingPattern(node.name) ? patternKeys(node.name) : NONE,
    pos: node.name.pos,
  };
}

function patternKeys(pattern: TypeScript.ObjectBindingPattern): string[] {
  return pattern.elements.flatMap((element) => {
    const key = element.dotDotDotToken
      ? undefined
      : nameText(element.propertyName ?? (element.name as TypeScript.Identifier));
    return key === undefined ? [] : [key];
  });
}

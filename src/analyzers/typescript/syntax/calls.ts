import type { Answer, CallExpr, Expr, FunctionContext, NewExpr, TypeIr } from "../ir.ts";
import { type TypeScript, ts } from "./compiler.ts";
import { expression, startOf } from "./expressions.ts";
import { functionIr } from "./functions.ts";
import { docOf } from "./jsdoc.ts";
import { LOOPING } from "./loops.ts";
import { addParent } from "./prototypes.ts";
import { typeIr } from "./types.ts";
import { NONE, type Surroundings, type Walk } from "./walk.ts";

export function call(walk: Walk, node: TypeScript.CallExpression, at: Surroundings, answer: Answer): Expr {
  const callee =
    node.expression.kind === ts.SyntaxKind.ImportKeyword
      ? ({ k: "id", name: "import", pos: startOf(walk, node) } as const)
      : expression(walk, node.expression, at);
  noteLoadedModule(walk, callee, node);
  const inside = callee.k === "member" && LOOPING.has(callee.name) ? { ...at, loop: at.loop + 1 } : at;
  const args =
    node.arguments.length === 0 ? NONE : node.arguments.map((one) => argumentOf(walk, one, inside));
  const typeArgs = node.typeArguments?.map((type) => typeIr(walk, type, at.scope)) ?? NONE;
  const result: CallExpr = {
    k: "call",
    callee,
    args,
    typeArgs,
    answer,
    inLoop: at.loop > 0,
    pos: callee.pos,
  };
  tellContext(result, at);
  noteInheritance(walk, result);
  return result;
}

/** `util.inherits(Ward, Room)`. */
function noteInheritance(walk: Walk, { callee, args: [child, parent] }: CallExpr): void {
  if (
    (callee.k !== "id" && callee.k !== "member") ||
    callee.name !== "inherits" ||
    child?.k !== "id" ||
    !parent
  )
    return;
  const cls = walk.prototypes.get(child.name);
  if (cls) addParent(cls, parent);
}

/** A function that is handed over runs where it is called: a loop around the call is one around its body. */
function argumentOf(walk: Walk, node: TypeScript.Expression, at: Surroundings): Expr {
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) {
    const fn = functionIr(walk, node, at, { doc: docOf(walk, node, at.scope), loop: at.loop });
    return { k: "function", fn, pos: fn.pos };
  }
  return expression(walk, node, at);
}

function tellContext(call: CallExpr | NewExpr, { scope }: Surroundings): void {
  call.args.forEach((argument, index) => {
    expectFunctions(argument, (key) => ({ call, index, scope, key }));
  });
}

/** Tells a function, or the functions of an object, what is expected where they stand. */
export function expectFunctions(expr: Expr, context: (key: string | null) => FunctionContext): void {
  if (expr.k === "function") expr.fn.context ??= context(null);
  if (expr.k !== "object") return;
  for (const { key, value } of expr.properties) if (value.k === "function") value.fn.context ??= context(key);
}

/** `require("./orders")` and `import("./orders")` import, wherever they stand. */
function noteLoadedModule(walk: Walk, callee: Expr, node: TypeScript.CallExpression): void {
  const [first] = node.arguments;
  if (callee.k !== "id" || (callee.name !== "require" && callee.name !== "import")) return;
  if (first === undefined || !ts.isStringLiteralLike(first)) return;
  const form = callee.name === "require" ? "require" : "dynamic";
  walk.file.imports.push({ module: first.text, form, typeOnly: false, pos: callee.pos, target: null });
}

export function construction(walk: Walk, node: TypeScript.NewExpression, at: Surroundings): Expr {
  const callee = expression(walk, node.expression, at);
  const args = node.arguments?.map((argument) => argumentOf(walk, argument, at)) ?? NONE;
  const typeArgs = node.typeArguments?.map((type) => typeIr(walk, type, at.scope)) ?? NONE;
  const result: NewExpr = { k: "new", callee, args, typeArgs, pos: callee.pos };
  tellContext(result, at);
  return result;
}

export function tagged(walk: Walk, node: TypeScript.TaggedTemplateExpression, at: Surroundings): Expr {
  const tag = expression(walk, node.tag, at);
  const typeArgs = node.typeArguments?.map((type) => typeIr(walk, type, at.scope)) ?? NONE;
  if (ts.isTemplateExpression(node.template)) return template(walk, node.template, tag, typeArgs, at);
  return {
    k: "template",
    tag,
    typeArgs,
    texts: [node.template.text],
    holes: [],
    pos: startOf(walk, node.template),
  };
}

export function template(
  walk: Walk,
  node: TypeScript.TemplateExpression,
  tag: Expr | null,
  typeArgs: readonly TypeIr[],
  at: Surroundings,
): Expr {
  const texts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
  const holes = node.templateSpans.map((span) => expression(walk, span.expression, at));
  return { k: "template", tag, typeArgs, texts, holes, pos: startOf(walk, node) };
}

import type {
  Answer,
  CallExpr,
  Expr,
  FunctionContext,
  NewExpr,
  ObjectExpr,
  Property,
  Spread,
} from "../ir.ts";
import { assignment } from "./assignments.ts";
import { addParent, classExpression, objectClass } from "./classes.ts";
import { type TypeScript, ts } from "./compiler.ts";
import { functionIr } from "./functions.ts";
import { docOf } from "./jsdoc.ts";
import { LOOPING } from "./loops.ts";
import { nameText, typeIr } from "./types.ts";
import { countBranch, type Surroundings, type Walk } from "./walk.ts";

const SK = ts.SyntaxKind;

/** The expression as IR; `answer` says what becomes of its value. */
export function expression(
  walk: Walk,
  node: TypeScript.Node,
  at: Surroundings,
  answer: Answer = "used",
): Expr {
  switch (node.kind) {
    case SK.Identifier:
      return identifier(node as TypeScript.Identifier);
    case SK.PropertyAccessExpression:
      return member(walk, node as TypeScript.PropertyAccessExpression, at);
    case SK.ElementAccessExpression:
      return element(walk, node as TypeScript.ElementAccessExpression, at);
    case SK.CallExpression:
      return call(walk, node as TypeScript.CallExpression, at, answer);
    case SK.NewExpression:
      return construction(walk, node as TypeScript.NewExpression, at);
    case SK.StringLiteral:
    case SK.NoSubstitutionTemplateLiteral:
      return { k: "text", value: (node as TypeScript.StringLiteral).text, pos: startOf(walk, node) };
    case SK.TemplateExpression:
      return template(walk, node as TypeScript.TemplateExpression, null, [], at);
    case SK.TaggedTemplateExpression:
      return tagged(walk, node as TypeScript.TaggedTemplateExpression, at);
    case SK.ObjectLiteralExpression:
      return objectLiteral(walk, node as TypeScript.ObjectLiteralExpression, at);
    case SK.ArrayLiteralExpression: {
      const { elements } = node as TypeScript.ArrayLiteralExpression;
      return { k: "array", items: elements.map((item) => expression(walk, item, at)), pos: node.pos };
    }
    case SK.ArrowFunction:
    case SK.FunctionExpression: {
      const fn = functionIr(walk, node as TypeScript.ArrowFunction, at, { doc: docOf(walk, node, at.scope) });
      return { k: "function", fn, pos: fn.pos };
    }
    case SK.ClassExpression:
      return classExpression(walk, node as TypeScript.ClassExpression, at);
    case SK.ThisKeyword:
      return { k: "this", pos: node.end - 4 };
    case SK.SuperKeyword:
      return { k: "super", pos: node.end - 5 };
    case SK.BinaryExpression:
      return binary(walk, node as TypeScript.BinaryExpression, at, answer);
    default:
      return wrapped(walk, node, at, answer);
  }
}

function wrapped(walk: Walk, node: TypeScript.Node, at: Surroundings, answer: Answer): Expr {
  const inner = (child: TypeScript.Node, use: Answer = "used"): Expr => expression(walk, child, at, use);
  switch (node.kind) {
    case SK.ParenthesizedExpression: {
      const doc = docOf(walk, node, at.scope);
      const of = inner((node as TypeScript.ParenthesizedExpression).expression, answer);
      return doc?.type ? { k: "cast", of, type: doc.type, pos: node.pos } : of;
    }
    case SK.NonNullExpression:
    case SK.SatisfiesExpression:
      return inner((node as TypeScript.NonNullExpression).expression, answer);
    case SK.AsExpression:
    case SK.TypeAssertionExpression: {
      const { expression: of, type } = node as TypeScript.AsExpression;
      const isConst =
        ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) && type.typeName.text === "const";
      const to = isConst ? null : typeIr(walk, type, at.scope);
      return { k: "cast", of: inner(of, answer), type: to, pos: node.pos };
    }
    case SK.AwaitExpression:
      // `await charge();` only waits; `const receipt = await charge();` uses the answer.
      return {
        k: "await",
        of: inner((node as TypeScript.AwaitExpression).expression, answer === "ignored" ? "awaited" : answer),
        pos: node.pos,
      };
    case SK.VoidExpression:
      return {
        k: "other",
        parts: [inner((node as TypeScript.VoidExpression).expression, "ignored")],
        pos: node.pos,
      };
    case SK.ConditionalExpression: {
      const { condition, whenTrue, whenFalse } = node as TypeScript.ConditionalExpression;
      countBranch(at.scope);
      return {
        k: "choice",
        options: [inner(whenTrue, answer), inner(whenFalse, answer)],
        test: inner(condition),
        pos: node.pos,
      };
    }
    case SK.SpreadElement:
    case SK.SpreadAssignment:
      return { k: "spread", of: inner((node as TypeScript.SpreadElement).expression), pos: node.pos };
    case SK.NumericLiteral:
      return { k: "literal", value: Number((node as TypeScript.NumericLiteral).text), pos: node.pos };
    case SK.TrueKeyword:
    case SK.FalseKeyword:
      return { k: "literal", value: node.kind === SK.TrueKeyword, pos: node.pos };
    case SK.NullKeyword:
    case SK.OmittedExpression:
      return { k: "literal", value: null, pos: node.pos };
    case SK.RegularExpressionLiteral:
    case SK.BigIntLiteral:
    case SK.MetaProperty:
      return { k: "other", parts: [], pos: node.pos };
    default: {
      const parts: Expr[] = [];
      ts.forEachChild(node, (child) => {
        if (!ts.isTypeNode(child) && !ts.isToken(child)) parts.push(inner(child));
        else if (child.kind === SK.Identifier) parts.push(inner(child));
      });
      return { k: "other", parts, pos: node.pos };
    }
  }
}

export function identifier(node: TypeScript.Identifier): Expr {
  return { k: "id", name: node.text, pos: node.end - node.text.length };
}

/** Exported by the compiler, though not in its declarations. */
const { skipTrivia } = ts as unknown as { skipTrivia(text: string, pos: number): number };

/** Where the node begins, without the space and comments in front of it. */
export function startOf(walk: Walk, node: TypeScript.Node): number {
  return skipTrivia(walk.text, node.pos);
}

function member(walk: Walk, node: TypeScript.PropertyAccessExpression, at: Surroundings): Expr {
  const name = node.name.text;
  return {
    k: "member",
    object: expression(walk, node.expression, at),
    name,
    pos: node.name.end - name.length,
  };
}

function element(walk: Walk, node: TypeScript.ElementAccessExpression, at: Surroundings): Expr {
  const object = expression(walk, node.expression, at);
  const key = expression(walk, node.argumentExpression, at);
  if (key.k === "text") return { k: "member", object, name: key.value, pos: key.pos };
  return { k: "element", object, key, pos: node.end };
}

function call(walk: Walk, node: TypeScript.CallExpression, at: Surroundings, answer: Answer): Expr {
  const callee =
    node.expression.kind === SK.ImportKeyword
      ? ({ k: "id", name: "import", pos: startOf(walk, node) } as const)
      : expression(walk, node.expression, at);
  noteLoadedModule(walk, callee, node);
  const inside = callee.k === "member" && LOOPING.has(callee.name) ? { ...at, loop: at.loop + 1 } : at;
  const args = node.arguments.map((argument) => argumentOf(walk, argument, inside));
  const typeArgs = node.typeArguments?.map((type) => typeIr(walk, type, at.scope)) ?? [];
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

function construction(walk: Walk, node: TypeScript.NewExpression, at: Surroundings): Expr {
  const callee = expression(walk, node.expression, at);
  const args = node.arguments?.map((argument) => argumentOf(walk, argument, at)) ?? [];
  const typeArgs = node.typeArguments?.map((type) => typeIr(walk, type, at.scope)) ?? [];
  const result: NewExpr = { k: "new", callee, args, typeArgs, pos: callee.pos };
  tellContext(result, at);
  return result;
}

function tagged(walk: Walk, node: TypeScript.TaggedTemplateExpression, at: Surroundings): Expr {
  const tag = expression(walk, node.tag, at);
  const typeArgs = node.typeArguments?.map((type) => typeIr(walk, type, at.scope)) ?? [];
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

function template(
  walk: Walk,
  node: TypeScript.TemplateExpression,
  tag: Expr | null,
  typeArgs: ReturnType<typeof typeIr>[],
  at: Surroundings,
): Expr {
  const texts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
  const holes = node.templateSpans.map((span) => expression(walk, span.expression, at));
  return { k: "template", tag, typeArgs, texts, holes, pos: startOf(walk, node) };
}

/** Long sums and conditions lean to the left: flattened without recursion, however long they are. */
function binary(walk: Walk, node: TypeScript.BinaryExpression, at: Surroundings, answer: Answer): Expr {
  const operator = node.operatorToken.kind;
  if (operator >= SK.FirstAssignment && operator <= SK.LastAssignment) return assignment(walk, node, at);
  const operands: TypeScript.Expression[] = [];
  let left: TypeScript.Expression = node;
  while (ts.isBinaryExpression(left) && left.operatorToken.kind === operator) {
    operands.unshift(left.right);
    left = left.left;
  }
  operands.unshift(left);
  const isBranch =
    operator === SK.BarBarToken ||
    operator === SK.QuestionQuestionToken ||
    operator === SK.AmpersandAmpersandToken;
  if (isBranch) for (let index = 1; index < operands.length; index++) countBranch(at.scope);
  const parts = operands.map((operand, index) =>
    expression(walk, operand, at, isBranch && index === operands.length - 1 ? answer : "used"),
  );
  const pos = node.pos;
  if (operator === SK.PlusToken) return { k: "concat", parts, pos };
  if (operator === SK.BarBarToken || operator === SK.QuestionQuestionToken) {
    return { k: "choice", options: parts, test: null, pos };
  }
  if (operator === SK.AmpersandAmpersandToken || operator === SK.CommaToken) {
    return {
      k: "choice",
      options: [parts.at(-1)!],
      test: { k: "other", parts: parts.slice(0, -1), pos },
      pos,
    };
  }
  return { k: "other", parts, pos };
}

function objectLiteral(walk: Walk, node: TypeScript.ObjectLiteralExpression, at: Surroundings): Expr {
  return objectOf(walk, node, at);
}

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

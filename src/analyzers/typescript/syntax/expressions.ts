import type { Answer, Expr } from "../ir.ts";
import { assignment } from "./assignments.ts";
import { call, construction, tagged, template } from "./calls.ts";
import { classExpression } from "./classes.ts";
import { type TypeScript, ts } from "./compiler.ts";
import { functionIr } from "./functions.ts";
import { docOf } from "./jsdoc.ts";
import { objectOf } from "./objects.ts";
import { typeIr } from "./types.ts";
import { countBranch, descend, type Surroundings, type Walk } from "./walk.ts";

const SK = ts.SyntaxKind;

/** The expression as IR; `answer` says what becomes of its value. */
export function expression(
  walk: Walk,
  node: TypeScript.Node,
  at: Surroundings,
  answer: Answer = "used",
): Expr {
  descend(walk);
  const expr = read(walk, node, at, answer);
  walk.depth--;
  return expr;
}

function read(walk: Walk, node: TypeScript.Node, at: Surroundings, answer: Answer): Expr {
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
      return objectOf(walk, node as TypeScript.ObjectLiteralExpression, at);
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

/** Long sums and conditions lean to the left: flattened without recursion, however long they are. */
function binary(walk: Walk, node: TypeScript.BinaryExpression, at: Surroundings, answer: Answer): Expr {
  const operator = node.operatorToken.kind;
  if (operator >= SK.FirstAssignment && operator <= SK.LastAssignment) return assignment(walk, node, at);
  const operands: TypeScript.Expression[] = [];
  let left: TypeScript.Expression = node;
  while (ts.isBinaryExpression(left) && left.operatorToken.kind === operator) {
    operands.push(left.right);
    left = left.left;
  }
  operands.push(left);
  operands.reverse();
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

import type { Answer, Expr, Root, Scope } from "../ir.ts";
import { type TypeScript, ts } from "./compiler.ts";
import {
  aliasDeclaration,
  classDeclaration,
  enumDeclaration,
  functionDeclaration,
  interfaceDeclaration,
  namespaceDeclaration,
} from "./declarations.ts";
import { expression } from "./expressions.ts";
import { exportAssignment, exportDeclaration, importDeclaration, importEquals } from "./modules.ts";
import { declarations, declareNames, variables } from "./variables.ts";
import { countBranch, descend, innerScope, type Surroundings, type Walk } from "./walk.ts";

const SK = ts.SyntaxKind;

/** Walks statements in order; what functions return is added to `returns`. */
export function statements(
  walk: Walk,
  nodes: readonly TypeScript.Statement[],
  at: Surroundings,
  returns: Root[],
): void {
  for (const node of nodes) statement(walk, node, at, returns);
}

function statement(walk: Walk, node: TypeScript.Statement, at: Surroundings, returns: Root[]): void {
  descend(walk);
  read(walk, node, at, returns);
  walk.depth--;
}

function read(walk: Walk, node: TypeScript.Statement, at: Surroundings, returns: Root[]): void {
  const { scope } = at;
  switch (node.kind) {
    case SK.ImportDeclaration:
      importDeclaration(walk, node as TypeScript.ImportDeclaration, scope);
      return;
    case SK.ImportEqualsDeclaration:
      importEquals(walk, node as TypeScript.ImportEqualsDeclaration, at);
      return;
    case SK.ExportDeclaration:
      exportDeclaration(walk, node as TypeScript.ExportDeclaration);
      return;
    case SK.ExportAssignment:
      exportAssignment(walk, node as TypeScript.ExportAssignment, at);
      return;
    case SK.VariableStatement:
      variables(walk, node as TypeScript.VariableStatement, at);
      return;
    case SK.FunctionDeclaration:
      functionDeclaration(walk, node as TypeScript.FunctionDeclaration, at);
      return;
    case SK.ClassDeclaration:
      classDeclaration(walk, node as TypeScript.ClassDeclaration, at);
      return;
    case SK.InterfaceDeclaration:
      interfaceDeclaration(walk, node as TypeScript.InterfaceDeclaration, at);
      return;
    case SK.TypeAliasDeclaration:
      aliasDeclaration(walk, node as TypeScript.TypeAliasDeclaration, scope);
      return;
    case SK.EnumDeclaration:
      enumDeclaration(walk, node as TypeScript.EnumDeclaration, at);
      return;
    case SK.ModuleDeclaration:
      namespaceDeclaration(walk, node as TypeScript.ModuleDeclaration, at);
      return;
    case SK.ExpressionStatement:
      root(walk, (node as TypeScript.ExpressionStatement).expression, at, "ignored", node);
      return;
    case SK.ReturnStatement: {
      const value = (node as TypeScript.ReturnStatement).expression;
      if (value) returns.push({ expr: root(walk, value, at), scope });
      return;
    }
    default:
      control(walk, node, at, returns);
      return;
  }
}

/** Keeps an expression as a root of the file. JSDoc in front of its statement belongs to it. */
function root(
  walk: Walk,
  node: TypeScript.Expression,
  at: Surroundings,
  answer?: Answer,
  owner?: TypeScript.Node,
): Expr {
  const doc = (owner as { jsDoc?: unknown } | undefined)?.jsDoc;
  if (doc !== undefined) (node as { jsDoc?: unknown }).jsDoc = doc;
  const expr = expression(walk, node, at, answer);
  walk.file.roots.push({ expr, scope: at.scope });
  return expr;
}

const LOOPS = new Set([
  SK.ForStatement,
  SK.ForInStatement,
  SK.ForOfStatement,
  SK.WhileStatement,
  SK.DoStatement,
]);

const BRANCHES = new Set([...LOOPS, SK.IfStatement, SK.CaseClause, SK.CatchClause]);

/** Control flow: blocks get scopes of their own, loops are counted, everything inside is walked. */
function control(walk: Walk, node: TypeScript.Node, at: Surroundings, returns: Root[]): void {
  if (BRANCHES.has(node.kind)) countBranch(at.scope);
  const inside: Surroundings = {
    scope: opensScope(node) && !addsNothing(node, at.scope) ? innerScope(at.scope) : at.scope,
    loop: LOOPS.has(node.kind) ? at.loop + 1 : at.loop,
  };
  if (ts.isForOfStatement(node) && ts.isVariableDeclarationList(node.initializer)) {
    const init = root(walk, node.expression, at);
    declareNames(walk, node.initializer.declarations[0]!, inside, { init, element: true, constant: true });
    statement(walk, node.statement, inside, returns);
    return;
  }
  ts.forEachChild(node, (child) => {
    if (ts.isVariableDeclarationList(child)) declarations(walk, child, inside, null);
    else if (ts.isStatement(child)) statement(walk, child, inside, returns);
    else if (ts.isCaseBlock(child) || ts.isCaseOrDefaultClause(child) || ts.isCatchClause(child)) {
      control(walk, child, inside, returns);
    } else if (ts.isVariableDeclaration(child))
      declareNames(walk, child, inside, { init: null, element: false, constant: true });
    else if (ts.isExpression(child)) root(walk, child, inside);
  });
}

function opensScope(node: TypeScript.Node): boolean {
  return ts.isBlock(node) || ts.isCaseBlock(node) || ts.isCatchClause(node) || LOOPS.has(node.kind);
}

const DECLARATIONS = new Set([
  SK.VariableStatement,
  SK.FunctionDeclaration,
  SK.ClassDeclaration,
  SK.InterfaceDeclaration,
  SK.TypeAliasDeclaration,
  SK.EnumDeclaration,
  SK.ModuleDeclaration,
  SK.ImportEqualsDeclaration,
]);

/** A block of a function that declares no names sees what is around it: it needs no scope of its own. */
function addsNothing(node: TypeScript.Node, around: Scope): boolean {
  return (
    around.fn !== null && ts.isBlock(node) && !node.statements.some(({ kind }) => DECLARATIONS.has(kind))
  );
}

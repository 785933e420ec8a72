import type { Answer, Binding, ClassIr, Expr, Root, Scope } from "../ir.ts";
import { bindPattern } from "./bindings.ts";
import { classExpression, classIr, interfaceIr, prototypeClass } from "./classes.ts";
import { type TypeScript, ts } from "./compiler.ts";
import { expectFunctions, expression, objectOf, startOf } from "./expressions.ts";
import { functionIr } from "./functions.ts";
import { docOf } from "./jsdoc.ts";
import { exportAssignment, exportDeclaration, importDeclaration, importEquals } from "./modules.ts";
import { dottedName, nameText, typeIr, typeParameters } from "./types.ts";
import { countBranch, innerScope, type Surroundings, type Walk } from "./walk.ts";

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
  const { scope } = at;
  switch (node.kind) {
    case SK.ImportDeclaration:
      return importDeclaration(walk, node as TypeScript.ImportDeclaration, scope);
    case SK.ImportEqualsDeclaration:
      return importEquals(walk, node as TypeScript.ImportEqualsDeclaration, at);
    case SK.ExportDeclaration:
      return exportDeclaration(walk, node as TypeScript.ExportDeclaration);
    case SK.ExportAssignment:
      return exportAssignment(walk, node as TypeScript.ExportAssignment, at);
    case SK.VariableStatement:
      return variables(walk, node as TypeScript.VariableStatement, at);
    case SK.FunctionDeclaration:
      return functionDeclaration(walk, node as TypeScript.FunctionDeclaration, at);
    case SK.ClassDeclaration:
      return classDeclaration(walk, node as TypeScript.ClassDeclaration, at);
    case SK.InterfaceDeclaration:
      return interfaceDeclaration(walk, node as TypeScript.InterfaceDeclaration, at);
    case SK.TypeAliasDeclaration:
      return aliasDeclaration(walk, node as TypeScript.TypeAliasDeclaration, scope);
    case SK.EnumDeclaration:
      return enumDeclaration(walk, node as TypeScript.EnumDeclaration, at);
    case SK.ModuleDeclaration:
      return namespaceDeclaration(walk, node as TypeScript.ModuleDeclaration, at);
    case SK.ExpressionStatement:
      root(walk, (node as TypeScript.ExpressionStatement).expression, at, "ignored", node);
      return;
    case SK.ReturnStatement: {
      const value = (node as TypeScript.ReturnStatement).expression;
      if (value) returns.push({ expr: root(walk, value, at), scope });
      return;
    }
    default:
      return control(walk, node, at, returns);
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
    scope: opensScope(node) ? innerScope(at.scope) : at.scope,
    loop: LOOPS.has(node.kind) ? at.loop + 1 : at.loop,
  };
  if (ts.isForOfStatement(node) && ts.isVariableDeclarationList(node.initializer)) {
    const init = root(walk, node.expression, at);
    declareNames(walk, node.initializer.declarations[0]!, inside, { init, element: true, constant: true });
    return statement(walk, node.statement, inside, returns);
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

function isExported(node: TypeScript.Node): boolean {
  return modifier(node, SK.ExportKeyword);
}

function modifier(node: TypeScript.Node, kind: TypeScript.SyntaxKind): boolean {
  return (
    (node as { modifiers?: readonly TypeScript.ModifierLike[] }).modifiers?.some(
      (one) => one.kind === kind,
    ) ?? false
  );
}

function exportName(walk: Walk, node: TypeScript.Node, name: string): void {
  if (!isExported(node)) return;
  walk.file.exports.set(modifier(node, SK.DefaultKeyword) ? "default" : name, { e: "local", name });
}

function variables(walk: Walk, node: TypeScript.VariableStatement, at: Surroundings): void {
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

function declarations(
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

function declareNames(
  walk: Walk,
  node: TypeScript.VariableDeclaration,
  at: Surroundings,
  value: { init: Expr | null; element: boolean; constant: boolean },
  documented: Extract<Binding, { b: "variable" }>["type"] = null,
): void {
  const type = node.type ? typeIr(walk, node.type, at.scope) : documented;
  const pos = startOf(walk, node.name);
  if (type && value.init) expectFunctions(value.init, (key) => ({ type, scope: at.scope, key }));
  bindPattern(walk, node.name, at, [], (path) => ({ b: "variable", ...value, type, path, pos }));
}

function functionDeclaration(walk: Walk, node: TypeScript.FunctionDeclaration, at: Surroundings): void {
  const name = node.name?.text ?? "default";
  exportName(walk, node, name);
  if (at.scope.parent === null && isConstructor(walk, node, name)) {
    bindClass(at.scope, name, prototypeClass(walk, node, at));
    return;
  }
  const doc = docOf(walk, node, at.scope);
  const fn = functionIr(walk, node, at, { name, method: at.scope.method || name, doc });
  const known = at.scope.values.get(name);
  // Overloads come before the body.
  if (known?.b === "function" && node.body === undefined) return;
  at.scope.values.set(name, { b: "function", fn });
}

/** In JavaScript a function may be a class: it has methods on its prototype, or builds `this` under a capital name. */
function isConstructor(walk: Walk, node: TypeScript.FunctionDeclaration, name: string): boolean {
  if (walk.prototypes.has(name)) return true;
  if (walk.file.language === "typescript" || !/^[A-Z]/.test(name) || !node.body) return false;
  return /\bthis\.\w+\s*=[^=]/.test(walk.text.slice(node.body.pos, node.body.end));
}

function classDeclaration(walk: Walk, node: TypeScript.ClassDeclaration, at: Surroundings): void {
  const name = node.name?.text ?? "default";
  exportName(walk, node, name);
  bindClass(at.scope, name, classIr(walk, node, at, name));
}

function bindClass(scope: Scope, name: string, cls: ClassIr): void {
  scope.values.set(name, { b: "class", cls });
}

/** Interfaces of one name are one: later ones add their members. */
function interfaceDeclaration(walk: Walk, node: TypeScript.InterfaceDeclaration, at: Surroundings): void {
  exportName(walk, node, node.name.text);
  const known = at.scope.types.get(node.name.text);
  const cls = interfaceIr(walk, node, at);
  if (known?.b !== "interface") {
    at.scope.types.set(cls.name, { b: "interface", cls });
    return;
  }
  for (const [name, member] of cls.members) known.cls.members.set(name, member);
  walk.file.classes.pop();
}

function aliasDeclaration(walk: Walk, node: TypeScript.TypeAliasDeclaration, outer: Scope): void {
  exportName(walk, node, node.name.text);
  const scope = innerScope(outer);
  const params = typeParameters(walk, node.typeParameters, scope);
  const type = typeIr(walk, node.type, scope);
  outer.types.set(node.name.text, { b: "alias", params, type, scope, pos: startOf(walk, node.name) });
}

function enumDeclaration(walk: Walk, node: TypeScript.EnumDeclaration, at: Surroundings): void {
  exportName(walk, node, node.name.text);
  const members = new Map<string, Expr | null>();
  for (const member of node.members) {
    const name = nameText(member.name);
    if (name !== undefined)
      members.set(name, member.initializer ? expression(walk, member.initializer, at) : null);
  }
  at.scope.values.set(node.name.text, {
    b: "enum",
    name: node.name.text,
    members,
    pos: startOf(walk, node.name),
  });
}

function namespaceDeclaration(walk: Walk, node: TypeScript.ModuleDeclaration, at: Surroundings): void {
  if (!node.body || !ts.isIdentifier(node.name)) return;
  exportName(walk, node, node.name.text);
  const scope = innerScope(at.scope);
  at.scope.values.set(node.name.text, { b: "namespace", scope });
  if (ts.isModuleBlock(node.body)) statements(walk, node.body.statements, { scope, loop: 0 }, []);
}

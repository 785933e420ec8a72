import type { ImportIr, Scope } from "../ir.ts";
import { type TypeScript, ts } from "./compiler.ts";
import { expression, startOf } from "./expressions.ts";
import { objectOf } from "./objects.ts";
import { bindValue, type Surroundings, type Walk } from "./walk.ts";

/** `import a, { b as c } from "./d"`: each name is bound to what it takes from the module. */
export function importDeclaration(walk: Walk, node: TypeScript.ImportDeclaration, scope: Scope): void {
  const clause = node.importClause;
  const from = importOf(
    walk,
    node,
    node.moduleSpecifier,
    "import",
    clause?.phaseModifier === ts.SyntaxKind.TypeKeyword,
  );
  if (from === null) return;
  if (clause?.name) bindValue(scope, clause.name.text, { b: "import", from, name: "default" });
  const named = clause?.namedBindings;
  if (named === undefined) return;
  if (ts.isNamespaceImport(named)) bindValue(scope, named.name.text, { b: "import", from, name: "*" });
  else
    for (const element of named.elements) {
      bindValue(scope, element.name.text, {
        b: "import",
        from,
        name: (element.propertyName ?? element.name).text,
      });
    }
}

function importOf(
  walk: Walk,
  node: TypeScript.Node,
  specifier: TypeScript.Expression,
  form: ImportIr["form"],
  typeOnly: boolean,
): ImportIr | null {
  if (!ts.isStringLiteralLike(specifier)) return null;
  const from: ImportIr = { module: specifier.text, form, typeOnly, pos: startOf(walk, node), target: null };
  walk.file.imports.push(from);
  return from;
}

/** `import x = require("./y")`. */
export function importEquals(walk: Walk, node: TypeScript.ImportEqualsDeclaration, at: Surroundings): void {
  if (!ts.isExternalModuleReference(node.moduleReference)) return;
  const from = importOf(walk, node, node.moduleReference.expression, "require", node.isTypeOnly);
  if (from) bindValue(at.scope, node.name.text, { b: "import", from, name: "=" });
}

/** `export { a as b }`, with or without `from`; `export * from`, `export * as ns from`. */
export function exportDeclaration(walk: Walk, node: TypeScript.ExportDeclaration): void {
  const { file } = walk;
  const clause = node.exportClause;
  const from = node.moduleSpecifier
    ? importOf(walk, node, node.moduleSpecifier, "re-export", node.isTypeOnly)
    : null;
  if (clause === undefined) {
    if (from) file.starExports.push(from);
    return;
  }
  if (ts.isNamespaceExport(clause)) {
    if (from) file.exports.set(clause.name.text, { e: "from", from, name: "*" });
    return;
  }
  for (const { name, propertyName } of clause.elements) {
    const local = (propertyName ?? name).text;
    file.exports.set(name.text, from ? { e: "from", from, name: local } : { e: "local", name: local });
  }
}

/** `export default x` and `export = x`. */
export function exportAssignment(walk: Walk, node: TypeScript.ExportAssignment, at: Surroundings): void {
  const value = node.expression;
  const expr = ts.isObjectLiteralExpression(value)
    ? objectOf(walk, value, at, { name: "", exported: true, declaration: node })
    : expression(walk, value, at);
  walk.file.roots.push({ expr, scope: at.scope });
  if (node.isExportEquals) walk.file.exportEquals = { expr, scope: at.scope };
  else walk.file.exports.set("default", { e: "expr", expr, scope: at.scope });
}

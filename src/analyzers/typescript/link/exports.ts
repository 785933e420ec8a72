import type { Binding, Expr, FileIr, ImportIr, Scope, TypeBinding } from "../ir.ts";
import type { Link } from "./link.ts";

/** What an exported name is, at the end of all re-exports. */
export type Exported =
  | { readonly x: "value"; readonly binding: Binding; readonly scope: Scope }
  | { readonly x: "type"; readonly binding: TypeBinding; readonly scope: Scope }
  | { readonly x: "expr"; readonly expr: Expr; readonly scope: Scope }
  | { readonly x: "module"; readonly file: FileIr }
  | { readonly x: "external"; readonly module: string; readonly name: string };

/** Follows an imported name to its declaration; null where there is none. `asType` prefers types over values. */
export function followImport(
  link: Link,
  file: FileIr,
  from: ImportIr,
  name: string,
  asType: boolean,
): Exported | null {
  const target = link.resolveModule(file, from.module);
  if (target === null) return { x: "external", module: from.module, name };
  if (name === "*") return { x: "module", file: target };
  if (name === "=")
    return target.exportEquals ? { x: "expr", ...target.exportEquals } : { x: "module", file: target };
  return exportOf(link, target, name, asType);
}

/** What a file exports under a name, through barrels; each file is visited once. */
export function exportOf(
  link: Link,
  file: FileIr,
  name: string,
  asType: boolean,
  visited: Set<FileIr> = new Set(),
): Exported | null {
  if (visited.has(file) || visited.size > 5000) return null;
  visited.add(file);
  const exported = file.exports.get(name);
  if (exported?.e === "expr") {
    return exported.expr.k === "id"
      ? localOf(link, file, exported.expr.name, asType, exported)
      : { x: "expr", ...exported };
  }
  if (exported?.e === "local") return localOf(link, file, exported.name, asType, null);
  if (exported?.e === "from") {
    const target = link.resolveModule(file, exported.from.module);
    if (target === null) return { x: "external", module: exported.from.module, name: exported.name };
    return exported.name === "*"
      ? { x: "module", file: target }
      : exportOf(link, target, exported.name, asType, visited);
  }
  if (name === "default") return file.exportEquals ? { x: "expr", ...file.exportEquals } : null;
  let external: Exported | null = null;
  for (const star of file.starExports) {
    const target = link.resolveModule(file, star.module);
    if (target === null) external ??= { x: "external", module: star.module, name };
    const found = target && exportOf(link, target, name, asType, visited);
    if (found && found.x !== "external") return found;
    external ??= found;
  }
  return external;
}

/** A name of the module itself, which may be an import that is passed on. */
function localOf(
  link: Link,
  file: FileIr,
  name: string,
  asType: boolean,
  otherwise: { expr: Expr; scope: Scope } | null,
): Exported | null {
  const type = file.scope.types.get(name);
  if (type && asType) return { x: "type", binding: type, scope: file.scope };
  const binding = file.scope.values.get(name);
  if (binding?.b === "import") return followImport(link, file, binding.from, binding.name, asType);
  if (binding) return { x: "value", binding, scope: file.scope };
  if (type) return { x: "type", binding: type, scope: file.scope };
  return otherwise && { x: "expr", ...otherwise };
}

import type { Binding, Expr, FileIr, ImportIr, Scope, TypeBinding } from "../ir.ts";
import type { Link } from "./link.ts";
import { starsWith } from "./stars.ts";

/** What an exported name is, at the end of all re-exports. */
export type Exported =
  | { readonly x: "value"; readonly binding: Binding; readonly scope: Scope }
  | { readonly x: "type"; readonly binding: TypeBinding; readonly scope: Scope }
  | { readonly x: "expr"; readonly expr: Expr; readonly scope: Scope }
  | { readonly x: "module"; readonly file: FileIr }
  | { readonly x: "external"; readonly module: string; readonly name: string };

/** Follows an imported name to its declaration; null where there is none. `asType` prefers types over values. */
export function followImport(link: Link, from: ImportIr, name: string, asType: boolean): Exported | null {
  return imported(link, from, name, asType, null);
}

/** What a file exports under a name, through barrels. Remembered: barrels are asked for the same names again and again. */
export function exportOf(link: Link, file: FileIr, name: string, asType: boolean): Exported | null {
  const known = asType ? link.exportedTypes : link.exportedValues;
  const names = known.get(file) ?? new Map<string, Exported | null>();
  known.set(file, names);
  const found = names.get(name);
  if (found !== undefined) return found;
  const exported = search(link, file, name, asType, { visited: new Set(), renames: 0 });
  names.set(name, exported);
  return exported;
}

/** The files that a search has been to, so that barrels in circles come to an end; a rename starts a new list. */
interface Trail {
  readonly visited: Set<FileIr>;
  readonly renames: number;
}
const MAX_RENAMES = 50;

function imported(
  link: Link,
  from: ImportIr,
  name: string,
  asType: boolean,
  trail: Trail | null,
): Exported | null {
  const { target } = from;
  if (target === null) return { x: "external", module: from.module, name };
  if (name === "*") return { x: "module", file: target };
  if (name === "=") {
    return target.exportEquals ? { x: "expr", ...target.exportEquals } : { x: "module", file: target };
  }
  return trail === null ? exportOf(link, target, name, asType) : search(link, target, name, asType, trail);
}

function search(link: Link, file: FileIr, name: string, asType: boolean, trail: Trail): Exported | null {
  if (trail.visited.has(file) || trail.renames > MAX_RENAMES) return null;
  trail.visited.add(file);
  const exported = file.exports.get(name);
  const under = (other: string): Trail =>
    other === name ? trail : { visited: new Set(), renames: trail.renames + 1 };
  if (exported?.e === "expr") {
    return exported.expr.k === "id"
      ? localOf(link, file, exported.expr.name, asType, under(exported.expr.name), exported)
      : { x: "expr", ...exported };
  }
  if (exported?.e === "local") return localOf(link, file, exported.name, asType, under(exported.name), null);
  if (exported?.e === "from")
    return imported(link, exported.from, exported.name, asType, under(exported.name));
  if (name === "default") return file.exportEquals ? { x: "expr", ...file.exportEquals } : null;
  return throughStars(link, file, name, asType, trail);
}

/** `export * from`: a file of the repository that has the name, else the first library, which may have it. */
function throughStars(
  link: Link,
  file: FileIr,
  name: string,
  asType: boolean,
  trail: Trail,
): Exported | null {
  let external: Exported | null = null;
  for (const { target, module } of starsWith(link, file, name)) {
    const found: Exported | null = target
      ? search(link, target, name, asType, trail)
      : { x: "external", module, name };
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
  trail: Trail,
  otherwise: { expr: Expr; scope: Scope } | null,
): Exported | null {
  const type = file.scope.types.get(name);
  if (type && asType) return { x: "type", binding: type, scope: file.scope };
  const binding = file.scope.values.get(name);
  if (binding?.b === "import") {
    const next = binding.name === name ? trail : { visited: new Set<FileIr>(), renames: trail.renames + 1 };
    return imported(link, binding.from, binding.name, asType, next);
  }
  if (binding) return { x: "value", binding, scope: file.scope };
  if (type) return { x: "type", binding: type, scope: file.scope };
  return otherwise && { x: "expr", ...otherwise };
}

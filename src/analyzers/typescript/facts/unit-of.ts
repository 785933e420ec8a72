import type { NodeId } from "../../../model/ids.ts";
import type { Expr, ImportIr } from "../ir.ts";
import { type Exported, exportOf, followImport } from "../link/exports.ts";
import type { LinkedProject } from "../link/linked-project.ts";
import { unitOf, unitOfClass } from "../link/units.ts";
import type { Type } from "../type.ts";

/** The unit that declares a value; null where it is not of the repository. */
export function unitOfValue(type: Type): NodeId | null {
  switch (type.k) {
    case "instance":
    case "class":
      return unitOfClass(type.cls);
    case "function":
      return unitOf(type.fn.scope);
    case "module":
      return type.file.unit;
    case "object":
      return unitOf(type.scope);
    case "enum":
      return type.file.unit;
    default:
      return null;
  }
}

export function importedUnit(
  project: LinkedProject,
  { from, name }: { readonly from: ImportIr; readonly name: string },
  next: string | undefined,
  asType: boolean,
): NodeId | null {
  const exported = followImport(project.link, from, name, asType);
  if (exported?.x === "module" && next !== undefined) {
    return unitOfExported(project, exportOf(project.link, exported.file, next, asType)) ?? exported.file.unit;
  }
  return unitOfExported(project, exported) ?? from.target?.unit ?? null;
}

/** The unit that declares what an exported name means. */
function unitOfExported(project: LinkedProject, exported: Exported | null): NodeId | null {
  switch (exported?.x) {
    case undefined:
    case "external":
      return null;
    case "module":
      return exported.file.unit;
    case "type":
      return exported.binding.b === "interface"
        ? unitOfClass(exported.binding.cls)
        : exported.scope.file.unit;
    case "value": {
      const { binding, scope } = exported;
      if (binding.b === "class") return unitOfClass(binding.cls);
      if (binding.b === "variable" && binding.init) return unitOfDeclared(binding.init) ?? scope.file.unit;
      return scope.file.unit;
    }
    case "expr": {
      const own = unitOfDeclared(exported.expr);
      if (own) return own;
      const type =
        exported.expr.k === "id" || exported.expr.k === "new"
          ? project.typeOf(exported.expr, exported.scope)
          : null;
      return (type && unitOfValue(type)) ?? exported.scope.file.unit;
    }
  }
}

function unitOfDeclared(expr: Expr): NodeId | null {
  if (expr.k === "object") return expr.cls?.unit ?? null;
  return expr.k === "class" ? expr.cls.unit : null;
}

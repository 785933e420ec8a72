import type { Fact } from "../../../model/fact.ts";
import type { NodeId } from "../../../model/ids.ts";
import type { Scope } from "../ir.ts";
import type { LinkedProject } from "../link/linked-project.ts";
import { lookUp, lookUpType } from "../link/scopes.ts";
import { unitOf, unitOfClass } from "../link/units.ts";
import { placeAt } from "./place.ts";
import { importedUnit } from "./unit-of.ts";

/** Names of other units used as types or values, without being called. */
export function referenceFacts(project: LinkedProject): Fact[] {
  return [...typeReferences(project), ...valueReferences(project)];
}

function typeReferences(project: LinkedProject): Fact[] {
  const facts: Fact[] = [];
  for (const file of project.files) {
    for (const { name, scope, pos } of file.typeUses) {
      const to = unitOfTypeName(project, name, scope);
      const from = unitOf(scope);
      if (to !== null && to !== from)
        facts.push({ kind: "type-reference", from, to, place: placeAt(file, pos) });
    }
  }
  return facts;
}

function unitOfTypeName(project: LinkedProject, name: readonly string[], scope: Scope): NodeId | null {
  const [head, next] = name;
  if (head === undefined) return null;
  const type = lookUpType(scope, head);
  if (type)
    return type.binding.b === "interface"
      ? unitOfClass(type.binding.cls)
      : type.binding.b === "alias"
        ? unitOf(type.scope)
        : null;
  const found = lookUp(scope, head);
  if (found?.binding.b === "class") return unitOfClass(found.binding.cls);
  if (found?.binding.b === "enum") return found.scope.file.unit;
  if (found?.binding.b !== "import") return null;
  return importedUnit(project, found.binding, next, true);
}

/** Imported names that appear as values, other than as what is called. */
function valueReferences(project: LinkedProject): Fact[] {
  const facts: Fact[] = [];
  for (const { name, member, scope, pos } of project.names) {
    const found = lookUp(scope, name);
    if (found?.binding.b !== "import") continue;
    const to = importedUnit(project, found.binding, member, false);
    const from = unitOf(scope);
    if (to !== null && to !== from)
      facts.push({ kind: "type-reference", from, to, place: placeAt(scope.file, pos) });
  }
  return facts;
}

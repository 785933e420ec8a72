import type { Fact } from "../../../model/fact.ts";
import type { NodeId } from "../../../model/ids.ts";
import type { Expr, FileIr, Scope } from "../ir.ts";
import type { LinkedProject } from "../link/linked-project.ts";
import { lookUp, lookUpType } from "../link/scopes.ts";
import { unitOf, unitOfClass } from "../link/units.ts";
import { partsOf } from "../link/visit.ts";
import { placeAt } from "./place.ts";
import { importedUnit } from "./unit-of.ts";

/** Names of other units used as types or values, without being called. */
export function referenceFacts(project: LinkedProject): Fact[] {
  return project.files.flatMap((file) => [
    ...typeReferences(project, file),
    ...valueReferences(project, file),
  ]);
}

function typeReferences(project: LinkedProject, file: FileIr): Fact[] {
  const facts: Fact[] = [];
  for (const { name, scope, pos } of file.typeUses) {
    const to = unitOfTypeName(project, name, scope);
    const from = unitOf(scope);
    if (to !== null && to !== from)
      facts.push({ kind: "type-reference", from, to, place: placeAt(file, pos) });
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
function valueReferences(project: LinkedProject, file: FileIr): Fact[] {
  const facts: Fact[] = [];
  const imported = importedNames(file);
  if (imported.size === 0) return facts;
  for (const { expr, scope } of file.roots) {
    visitNames(expr, (name, pos, next) => {
      const found = imported.has(name) ? lookUp(scope, name) : null;
      if (found?.binding.b !== "import") return;
      const to = importedUnit(project, found.binding, next, false);
      const from = unitOf(scope);
      if (to !== null && to !== from)
        facts.push({ kind: "type-reference", from, to, place: placeAt(file, pos) });
    });
  }
  return facts;
}

/** Names that some scope of a file binds to an import: most scopes do not, so most names need not be looked up. */
function importedNames(file: FileIr): ReadonlySet<string> {
  const names = new Set<string>();
  const scopes: Scope[] = [file.scope];
  for (let scope = scopes.pop(); scope !== undefined; scope = scopes.pop()) {
    for (const [name, binding] of scope.values) {
      if (binding.b === "import") names.add(name);
      if (binding.b === "namespace") scopes.push(binding.scope);
    }
  }
  return names;
}

/** Visits every name that is not called, the last first; `next` is the member that is taken of it. */
function visitNames(
  expr: Expr,
  visitor: (name: string, pos: number, next: string | undefined) => void,
): void {
  // Three stacks instead of one of triples: this goes over every expression there is.
  const waiting: Expr[] = [expr];
  const called: boolean[] = [false];
  const members: (string | undefined)[] = [undefined];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const isCalled = called.pop()!;
    const member = members.pop();
    if (at.k === "id") {
      if (!isCalled) visitor(at.name, at.pos, member);
      continue;
    }
    const callee = at.k === "call" || at.k === "new" ? at.callee : null;
    for (const part of partsOf(at)) {
      waiting.push(part);
      called.push(part === callee || (isCalled && at.k === "member"));
      members.push(at.k === "member" ? at.name : undefined);
    }
  }
}

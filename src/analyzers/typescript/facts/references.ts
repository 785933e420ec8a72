import type { Fact, Inheritance, Injection } from "../../../model/fact.ts";
import type { NodeId } from "../../../model/ids.ts";
import type { Expr, FileIr, ImportIr, Scope } from "../ir.ts";
import { typeFromIr } from "../link/annotations.ts";
import { type Exported, exportOf, followImport } from "../link/exports.ts";
import { howKnown } from "../link/how.ts";
import type { LinkedProject } from "../link/linked-project.ts";
import { lookUp, lookUpType } from "../link/scopes.ts";
import { each } from "../link/targets.ts";
import { unitOf, unitOfClass } from "../link/units.ts";
import { partsOf } from "../link/visit.ts";
import type { Type } from "../type.ts";
import { placeAt } from "./place.ts";

/** What a class extends and implements. Mixins and mapped types (`PartialType(Order)`) name their classes as arguments. */
export function inheritanceFacts(project: LinkedProject): Inheritance[] {
  return project.classes.flatMap((cls) =>
    cls.heritage.flatMap(({ form, expr, type, pos }) => {
      const mixed = expr?.k === "call";
      const types = mixed
        ? mixedTypes(project, expr, cls.scope)
        : each(typeFromIr(project.link, type, cls.scope));
      return types.flatMap((parent): Inheritance[] => {
        if (parent.k !== "instance" && parent.k !== "class") return [];
        const [from, to] = [unitOfClass(cls), unitOfClass(parent.cls)];
        const place = placeAt(cls.scope.file, pos);
        return from === to ? [] : [{ kind: "inheritance", from, to, form: mixed ? "mixin" : form, place }];
      });
    }),
  );
}

function mixedTypes(project: LinkedProject, expr: Expr & { k: "call" }, scope: Scope): Type[] {
  return [expr, ...expr.args].flatMap((part) => each(project.typeOf(part, scope)));
}

/** What a class is given from outside: the types of its constructor's parameters and of decorated fields. */
export function injectionFacts(project: LinkedProject): Injection[] {
  const facts: Injection[] = [];
  for (const cls of project.classes) {
    if (cls.form !== "class") continue;
    const from = unitOfClass(cls);
    const add = (type: Type, expr: Expr, scope: Scope, pos: number): void => {
      for (const part of withoutContracts(each(type))) {
        const to = unitOfValue(part);
        if (to === null || to === from) continue;
        facts.push({
          kind: "injection",
          from,
          to,
          how: howKnown(project.link, expr, scope),
          place: placeAt(cls.scope.file, pos),
        });
      }
    };
    const built = cls.constructor_;
    built?.params.forEach(({ name, keys, pos }) => {
      const names = name === null ? keys : [name];
      for (const one of names) {
        const expr: Expr = { k: "id", name: one, pos };
        const type = project.typeOf(expr, built.scope);
        if (isService(type)) add(type, expr, built.scope, pos);
      }
    });
    for (const member of cls.members.values()) {
      const decorated = member.decorators.some(({ name }) => /inject|autowired/i.test(name));
      if (!decorated || member.fn || member.initScope === built?.scope) continue;
      const self: Expr = { k: "this", pos: member.pos };
      const expr: Expr = { k: "member", object: self, name: member.name, pos: member.pos };
      add(project.typeOf(expr, cls.scope), expr, cls.scope, member.pos);
    }
  }
  return facts;
}

/** Where what is injected is known, the interface that it is asked for by is a type, not what is injected. */
function withoutContracts(types: readonly Type[]): readonly Type[] {
  const isContract = (type: Type): boolean =>
    type.k === "instance" && (type.cls.form === "interface" || type.cls.isAbstract);
  return types.some((type) => type.k === "instance" && !isContract(type))
    ? types.filter((type) => !isContract(type))
    : types;
}

/** Something with methods: a constructor that takes data (an Order, an options object) is not given a service. */
function isService(type: Type): boolean {
  return each(type).some((part) => {
    if (part.k === "function" || part.k === "module") return true;
    if (part.k === "object") return part.object.properties.some(({ value }) => value.k === "function");
    if (part.k !== "instance") return false;
    return part.cls.unit !== null && [...part.cls.members.values()].some(({ kind }) => kind === "method");
  });
}

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

function importedUnit(
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

/** Imported names that appear as values, other than as what is called. */
function valueReferences(project: LinkedProject, file: FileIr): Fact[] {
  const facts: Fact[] = [];
  for (const { expr, scope } of file.roots) {
    const waiting: { expr: Expr; called: boolean; next: string | undefined }[] = [
      { expr, called: false, next: undefined },
    ];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (at.expr.k === "id" && !at.called) {
        const found = lookUp(scope, at.expr.name);
        if (found?.binding.b !== "import") continue;
        const to = importedUnit(project, found.binding, at.next, false);
        const from = unitOf(scope);
        if (to !== null && to !== from)
          facts.push({ kind: "type-reference", from, to, place: placeAt(file, at.expr.pos) });
        continue;
      }
      const callee = at.expr.k === "call" || at.expr.k === "new" ? at.expr.callee : null;
      for (const part of partsOf(at.expr)) {
        const called = part === callee || (at.called && at.expr.k === "member");
        waiting.push({ expr: part, called, next: at.expr.k === "member" ? at.expr.name : undefined });
      }
    }
  }
  return facts;
}

/** Imports between the leading units of files, barrels followed to what is meant. */
export function importFacts(project: LinkedProject): Fact[] {
  const facts: Fact[] = [];
  for (const file of project.files) {
    const from = file.unit!;
    const named = new Set<unknown>();
    for (const binding of file.scope.values.values()) {
      if (binding.b !== "import" || binding.from.target === null) continue;
      named.add(binding.from);
      const to = importedUnit(project, binding, undefined, binding.from.typeOnly);
      if (to !== null && to !== from)
        facts.push({ kind: "import", from, to, place: placeAt(file, binding.from.pos) });
    }
    for (const one of file.imports) {
      if (one.target === null || named.has(one)) continue;
      const to = one.target.unit!;
      if (to !== from) facts.push({ kind: "import", from, to, place: placeAt(file, one.pos) });
    }
  }
  return facts;
}

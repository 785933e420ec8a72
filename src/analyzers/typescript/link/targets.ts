import type { Resolution } from "../../../model/fact.ts";
import type { NodeId } from "../../../model/ids.ts";
import type { ClassIr, ClassMember, Expr, FunctionIr, Scope } from "../ir.ts";
import type { CallSite } from "../project.ts";
import type { Type } from "../type.ts";
import { calleeOf } from "./calls.ts";
import { followImport } from "./exports.ts";
import { howKnown } from "./how.ts";
import type { Link } from "./link.ts";
import { findMember, parentsOf } from "./members.ts";
import { lookUp } from "./scopes.ts";
import { unitOf, unitOfClass } from "./units.ts";
import { typeOf } from "./values.ts";

/** Where a call may lead inside the repository. */
export interface Target {
  readonly unit: NodeId;
  readonly method: string;
  readonly fn: FunctionIr | null;
  readonly how: Resolution;
}

/** Classes by what they extend or implement, directly. */
export type Children = ReadonlyMap<ClassIr, readonly ClassIr[]>;

/** An interface with more implementations than this is a plug-in point: a call to it is not a call to each of them. */
const MAX_IMPLEMENTATIONS = 12;

/** The methods and functions that a call may reach; empty where it leaves the repository or is not known. */
export function targetsOf(link: Link, children: Children, site: CallSite): Target[] {
  const callee = calleeOf(site.expr);
  const found: Target[] = [];
  // Binding is not calling; who is handed the bound method is told by the callback.
  if (site.name === "bind") return [];
  for (const type of each(typeOf(link, callee, site.scope))) {
    if (type.k === "function") found.push(ofFunction(link, type, callee, site.scope));
  }
  if (callee.k === "member") {
    const owners = each(typeOf(link, callee.object, site.scope));
    for (const owner of owners) {
      if (owner.k === "instance") found.push(...ofMember(link, children, owners, owner, callee, site.scope));
      if (owner.k === "shape") found.push(...ofShape(link, owner, callee, site.scope));
    }
  }
  if (found.length === 0) found.push(...ofImportedValue(link, callee, site.scope));
  return distinct(found);
}

/** A type that stands beside functions says what they make: `type Gauge = { set(value): void }` beside `createGauge`. */
function ofShape(
  link: Link,
  owner: Type & { k: "shape" },
  callee: Expr & { k: "member" },
  scope: Scope,
): Target[] {
  if (owner.members.get(callee.name)?.t !== "function" || owner.scope.file.functions.length === 0) return [];
  return [{ unit: unitOf(owner.scope), method: callee.name, fn: null, how: howKnown(link, callee, scope) }];
}

/** A function that the other module got from a library and keeps under a name: `export const Reader = createParamDecorator(…)`. */
function ofImportedValue(link: Link, callee: Expr, scope: Scope): Target[] {
  if (callee.k !== "id") return [];
  const found = lookUp(scope, callee.name);
  if (found?.binding.b !== "import") return [];
  const exported = followImport(link, found.binding.from, found.binding.name, false);
  if (exported?.x !== "value" || exported.binding.b !== "variable") return [];
  return [{ unit: unitOf(exported.scope), method: callee.name, fn: null, how: "import" }];
}

export function each(type: Type): readonly Type[] {
  return type.k === "union" ? type.types : [type];
}

function ofFunction(link: Link, { fn }: Type & { k: "function" }, callee: Expr, scope: Scope): Target {
  const how = howKnown(link, callee, scope);
  return { unit: unitOf(fn.scope), method: fn.name || fn.scope.method, fn, how };
}

/**
 * A method that is only declared: the declaration itself, and what implements it; not where one of the implementations
 * is another of the `owners`.
 */
function ofMember(
  link: Link,
  children: Children,
  owners: readonly Type[],
  owner: Type & { k: "instance" },
  callee: Expr & { k: "member" },
  scope: Scope,
): Target[] {
  const found = findMember(link, owner, callee.name);
  if (found === null || !isCallable(found.member)) return [];
  const { cls, member } = found;
  const isDeclaration = cls.form === "interface" || member.isAbstract;
  if (member.fn && !isDeclaration) return [];
  const declared: Target[] = cls.unit
    ? [{ unit: cls.unit, method: member.name, fn: member.fn, how: howKnown(link, callee, scope) }]
    : [];
  if (!isDeclaration) return declared;
  const implementations = implementationsOf(children, owner.cls, callee.name);
  const isKnown = implementations.some(({ cls: one }) =>
    owners.some((other) => other.k === "instance" && other.cls === one),
  );
  if (isKnown || implementations.length > MAX_IMPLEMENTATIONS) return declared;
  return [
    ...declared,
    ...implementations.map(({ cls: one, member: its }) => ({
      unit: unitOfClass(one),
      method: its.name,
      fn: its.fn,
      how: "implementation" as const,
    })),
  ];
}

function isCallable({ fn, kind, type }: ClassMember): boolean {
  return fn !== null || kind === "method" || type?.t === "function";
}

/** The classes below one that give a method a body. */
function implementationsOf(
  children: Children,
  cls: ClassIr,
  name: string,
): { cls: ClassIr; member: ClassMember }[] {
  const found: { cls: ClassIr; member: ClassMember }[] = [];
  const visited = new Set<ClassIr>([cls]);
  for (const one of visited) {
    for (const child of children.get(one) ?? []) visited.add(child);
    const member = one.members.get(name);
    if (member?.fn && !member.isAbstract) found.push({ cls: one, member });
  }
  return found;
}

/** Which classes extend or implement which. */
export function childrenOf(link: Link, classes: readonly ClassIr[]): Children {
  const children = new Map<ClassIr, ClassIr[]>();
  for (const cls of classes) {
    for (const parent of parentsOf(link, { k: "instance", cls, args: [] })) {
      if (parent.k !== "instance") continue;
      const known = children.get(parent.cls);
      if (known) known.push(cls);
      else children.set(parent.cls, [cls]);
    }
  }
  return children;
}

function distinct(targets: Target[]): Target[] {
  if (targets.length < 2) return targets;
  const seen = new Set<string>();
  return targets.filter(({ unit, method }) => {
    const key = `${unit}\n${method}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

import type { ClassIr, ClassMember, Scope } from "../ir.ts";
import { type Substitution, type Type, UNKNOWN, unionOf } from "../type.ts";
import { instanceOf, substitutionOf, typeFromIr } from "./annotations.ts";
import { exportOf } from "./exports.ts";
import { injectedMember, withContract } from "./injected.ts";
import { enter, type Link, leave } from "./link.ts";
import { returnOf } from "./returns.ts";
import { typeOf, typeOfExported } from "./values.ts";

/** Paths of libraries longer than this say nothing more. */
const MAX_PATH = 240;

/** The type of `value.name`. */
export function memberOf(link: Link, type: Type, name: string): Type {
  if (!enter(link)) return UNKNOWN;
  try {
    return lookUpMember(link, type, name);
  } finally {
    leave(link);
  }
}

function lookUpMember(link: Link, type: Type, name: string): Type {
  switch (type.k) {
    case "instance": {
      const found = findMember(link, type, name);
      return found ? typeOfMember(link, found) : ofExternalParent(link, type.cls, name);
    }
    case "class":
      if (name === "prototype") return instanceOf(type.cls);
      return staticMember(link, type.cls, name, type);
    case "object":
      return ofObject(link, type, name);
    case "shape": {
      const member = type.members.get(name) ?? type.members.get("[]");
      return member ? typeFromIr(link, member, type.scope, type.substitution) : UNKNOWN;
    }
    case "module":
      return ofModule(link, type, name);
    case "external":
      return type.path.length > MAX_PATH ? UNKNOWN : { ...type, path: `${type.path}.${name}` };
    case "array":
      return { k: "external", module: "", path: `Array.${name}`, args: [type.of] };
    case "tuple":
      return (
        type.items[Number(name)] ?? {
          k: "external",
          module: "",
          path: `Array.${name}`,
          args: [unionOf(type.items)],
        }
      );
    case "promise":
      return { k: "external", module: "", path: `Promise.${name}`, args: [type.of] };
    case "map":
      return { k: "external", module: "", path: `Map.${name}`, args: [type.of] };
    case "union":
      return unionOf(type.types.map((part) => memberOf(link, part, name)));
    case "parameter":
      return memberOf(link, constraintOf(link, type), name);
    case "function":
      return name === "bind" || name === "call" || name === "apply" ? type : UNKNOWN;
    case "text":
      return { k: "external", module: "", path: `String.${name}`, args: [] };
    case "cradle":
      return type.names.get(name)?.() ?? UNKNOWN;
    case "signature":
    case "enum":
    case "unknown":
      return UNKNOWN;
  }
}

function constraintOf(link: Link, type: Type & { k: "parameter" }): Type {
  for (let scope: Scope | null = type.scope; scope !== null; scope = scope.parent) {
    const binding = scope.types.get(type.name);
    if (binding?.b === "type-parameter") return typeFromIr(link, binding.parameter.constraint, scope);
  }
  return UNKNOWN;
}

function ofModule(link: Link, type: Type & { k: "module" }, name: string): Type {
  const exported = exportOf(link, type.file, name, false);
  if (exported && !(exported.x === "expr" && name === "default" && !type.file.exports.has("default"))) {
    return typeOfExported(link, exported);
  }
  const equals = type.file.exportEquals;
  if (equals === null) return UNKNOWN;
  const whole = typeOf(link, equals.expr, equals.scope);
  return name === "default" ? whole : memberOf(link, whole, name);
}

function ofObject(link: Link, type: Type & { k: "object" }, name: string): Type {
  const property = type.object.properties.findLast(({ key }) => key === name);
  if (property) {
    const value = typeOf(link, property.value, type.scope);
    return property.getter && value.k === "function" ? returnOf(link, value, [], []) : value;
  }
  return unionOf(type.object.spreads.map((spread) => memberOf(link, typeOf(link, spread, type.scope), name)));
}

/** A member together with the class that declares it and what stands for that class's type parameters. */
export interface FoundMember {
  readonly cls: ClassIr;
  readonly member: ClassMember;
  readonly self: Type;
  readonly substitution: Substitution;
}

/** The member of that name, in the class or its nearest parent that has one. */
export function findMember(
  link: Link,
  type: Type & { k: "instance" },
  name: string,
  depth = 0,
): FoundMember | null {
  const { cls } = type;
  const member = cls.members.get(name) ?? cls.statics.get(name);
  if (member)
    return {
      cls,
      member,
      self: type,
      substitution: substitutionOf(link, cls.typeParams, type.args, cls.scope),
    };
  if (depth > 20) return null;
  for (const parent of parentsOf(link, type)) {
    const found = parent.k === "instance" ? findMember(link, parent, name, depth + 1) : null;
    if (found) return { ...found, self: type };
  }
  return null;
}

/** The types that a class extends and implements, with its own type arguments put in. */
export function parentsOf(link: Link, type: Type & { k: "instance" }): readonly Type[] {
  const { cls, args } = type;
  const generic = cls.typeParams.length > 0;
  const known = generic ? undefined : link.parents.get(cls);
  if (known) return known;
  if (!generic) link.parents.set(cls, []);
  const substitution = substitutionOf(link, cls.typeParams, args, cls.scope);
  const parents = cls.heritage.flatMap(({ form, expr, type: written }) => {
    const named = typeFromIr(link, written, cls.outer === cls.scope ? cls.outer : cls.scope, substitution);
    if (named.k === "instance" || (named.k === "external" && named.path !== "")) return [named];
    if (form === "implements" || expr === null) return named.k === "unknown" ? [] : [named];
    return mixedIn(link, expr, cls.scope);
  });
  if (!generic) link.parents.set(cls, parents);
  return parents;
}

/** `extends Audited(Order)`: what the call returns, and the classes that it is given. */
function mixedIn(link: Link, expr: Parameters<typeof typeOf>[1], scope: Scope): Type[] {
  const value = typeOf(link, expr, scope);
  const given = expr.k === "call" ? expr.args.map((arg) => typeOf(link, arg, scope)) : [];
  return [value, ...given].flatMap((type): Type[] => {
    if (type.k === "class") return [{ k: "instance", cls: type.cls, args: [] }];
    return type.k === "external" ? [type] : [];
  });
}

/** The type of a member as it is seen through `self`. */
export function typeOfMember(link: Link, found: FoundMember): Type {
  const { cls, member, self, substitution } = found;
  if (member.kind === "getter" && member.fn) {
    return returnOf(link, { k: "function", fn: member.fn, self, substitution }, [], []);
  }
  if (member.fn) return { k: "function", fn: member.fn, self, substitution };
  const injected = injectedMember(link, member, cls);
  const declared = typeFromIr(link, member.type, member.initScope, substitution);
  if (injected) return withContract(injected, declared);
  if (declared.k !== "unknown") return declared;
  return member.init ? typeOf(link, member.init, member.initScope) : UNKNOWN;
}

function ofExternalParent(link: Link, cls: ClassIr, name: string): Type {
  const base = externalParent(link, cls);
  return base ? { ...base, path: `${base.path}.${name}` } : UNKNOWN;
}

/** The library class that a class descends from, through its first-party parents; null where there is none. */
export function externalParent(link: Link, cls: ClassIr, depth = 0): (Type & { k: "external" }) | null {
  if (depth > 20) return null;
  for (const parent of parentsOf(link, { k: "instance", cls, args: [] })) {
    if (parent.k === "external") return parent;
    const found = parent.k === "instance" ? externalParent(link, parent.cls, depth + 1) : null;
    if (found) return found;
  }
  return null;
}

function staticMember(link: Link, cls: ClassIr, name: string, self: Type, depth = 0): Type {
  const member = cls.statics.get(name);
  if (member) return typeOfMember(link, { cls, member, self, substitution: null });
  if (depth > 20) return UNKNOWN;
  for (const parent of parentsOf(link, { k: "instance", cls, args: [] })) {
    if (parent.k === "external") return { ...parent, path: `${parent.path}.${name}` };
    const found = parent.k === "instance" ? staticMember(link, parent.cls, name, self, depth + 1) : UNKNOWN;
    if (found.k !== "unknown") return found;
  }
  return UNKNOWN;
}

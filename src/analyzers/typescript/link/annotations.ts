import type { ClassIr, Scope, TypeBinding, TypeIr, TypeParameter } from "../ir.ts";
import { elementOf, type Substitution, type Type, UNKNOWN, unionOf } from "../type.ts";
import { builtin } from "./builtin-types.ts";
import { documentedType } from "./documented.ts";
import { type Exported, exportOf, followImport } from "./exports.ts";
import { enter, isComplete, type Link, leave } from "./link.ts";
import { memberOf } from "./members.ts";
import { lookUp, lookUpType } from "./scopes.ts";
import { typeOf, typeOfBinding, typeOfExported } from "./values.ts";

/** What a written type means. `substitution` says what stands for the type parameters around it. */
export function typeFromIr(
  link: Link,
  ir: TypeIr | null,
  scope: Scope,
  substitution: Substitution = null,
): Type {
  if (ir === null || ir.t === "unknown") return UNKNOWN;
  const known = substitution === null ? link.written.get(ir) : undefined;
  if (known !== undefined) return known;
  if (!enter(link)) return UNKNOWN;
  let type: Type;
  try {
    type = meaning(link, ir, scope, substitution);
  } finally {
    leave(link);
  }
  if (substitution === null && isComplete(link)) link.written.set(ir, type);
  return type;
}

function meaning(link: Link, ir: TypeIr, scope: Scope, substitution: Substitution): Type {
  const inner = (part: TypeIr): Type => typeFromIr(link, part, scope, substitution);
  switch (ir.t) {
    case "ref":
      return reference(link, ir, scope, substitution);
    case "array":
      return { k: "array", of: inner(ir.of) };
    case "tuple":
      return { k: "tuple", items: ir.items.map(inner) };
    case "union":
      return unionOf(ir.types.map(inner));
    case "intersection":
      return unionOf(ir.types.map(inner));
    case "function":
      return { k: "signature", type: ir, scope, substitution };
    case "object":
      return { k: "shape", members: ir.members, scope, substitution };
    case "typeof":
      return typeOfName(link, ir.name, scope);
    case "index": {
      const key = inner(ir.key);
      return key.k === "text" ? memberOf(link, inner(ir.object), key.value) : elementOf(inner(ir.object));
    }
    case "literal":
      return { k: "text", value: ir.value };
    case "this":
      return scope.cls ? instanceOf(scope.cls) : UNKNOWN;
    case "unknown":
      return UNKNOWN;
  }
}

/** An instance of a class whose own type parameters are left open. */
export function instanceOf(cls: ClassIr): Type {
  return {
    k: "instance",
    cls,
    args: cls.typeParams.map(({ name }) => ({ k: "parameter", name, scope: cls.scope })),
  };
}

/** `typeof orders.service`. */
function typeOfName(link: Link, name: readonly string[], scope: Scope): Type {
  const module = importedModule(link, name[0]!, scope);
  const found = module ?? lookUp(scope, name[0]!);
  if (found === null) return UNKNOWN;
  const first = "binding" in found ? typeOfBinding(link, name[0]!, found.binding, found.scope) : found;
  return name.slice(1).reduce((type, part) => memberOf(link, type, part), first);
}

/** `import(./order)` at the head of a name is the module itself. */
function importedModule(link: Link, head: string, scope: Scope): Type | null {
  if (!head.startsWith("import(")) return null;
  const name = head.slice("import(".length, -1);
  const file = link.resolveModule(scope.file, name);
  return file ? { k: "module", file } : { k: "external", module: name, path: "*", args: [] };
}

function reference(link: Link, ir: TypeIr & { t: "ref" }, scope: Scope, substitution: Substitution): Type {
  const [head, ...rest] = ir.name;
  if (head === undefined) return UNKNOWN;
  const args = (): Type[] => ir.args.map((arg) => typeFromIr(link, arg, scope, substitution));
  const module = importedModule(link, head, scope);
  if (module) return named(link, module, rest, args());
  const type = lookUpType(scope, head);
  if (type) return fromTypeBinding(link, type.binding, type.scope, args(), substitution);
  const value = lookUp(scope, head);
  if (value?.binding.b === "variable") {
    // `const Room = require("./room")`: in CommonJS a class is a variable.
    const held = named(link, typeOfBinding(link, head, value.binding, value.scope), rest, args());
    if (held.k === "instance") return held;
  }
  if (value === null || value.binding.b === "variable" || value.binding.b === "function") {
    const known = builtin(link, head, args());
    if (known) return known;
    const meant = value === null && scope.file.language === "javascript" ? documentedType(link, head) : null;
    return meant ?? { k: "external", module: "", path: ir.name.join("."), args: args() };
  }
  const { binding } = value;
  switch (binding.b) {
    case "import": {
      const exported = followImport(link, binding.from, binding.name, true);
      return exported === null ? UNKNOWN : fromExported(link, exported, rest, args());
    }
    case "class":
      return { k: "instance", cls: binding.cls, args: args() };
    case "enum":
      return { k: "enum", file: value.scope.file, name: binding.name };
    case "namespace":
      return rest.length > 0 ? inNamespace(link, binding.scope, rest, args()) : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function inNamespace(link: Link, scope: Scope, names: readonly string[], args: readonly Type[]): Type {
  const ir = { t: "ref", name: names, args: [], pos: 0 } as const;
  const type = reference(link, ir, scope, null);
  return type.k === "instance" ? { ...type, args } : type;
}

/** A type reached by its exported name. */
function fromExported(link: Link, exported: Exported, rest: readonly string[], args: readonly Type[]): Type {
  switch (exported.x) {
    case "type":
      return fromTypeBinding(link, exported.binding, exported.scope, args, null);
    case "external": {
      const path = [exported.name, ...rest].filter((name, index) => name !== "*" || index > 0);
      return { k: "external", module: exported.module, path: path.join("."), args };
    }
    case "module":
      return named(link, { k: "module", file: exported.file }, rest, args);
    case "value":
      if (exported.binding.b === "namespace") return inNamespace(link, exported.binding.scope, rest, args);
      return asInstance(typeOfExported(link, exported), args);
    case "expr":
      return named(link, typeOfExported(link, exported), rest, args);
  }
}

/** `orders.Order`: the type that a namespace or class holds under a name. */
function named(link: Link, owner: Type, names: readonly string[], args: readonly Type[]): Type {
  const [name, ...rest] = names;
  if (name === undefined) return asInstance(wholeOf(link, owner), args);
  if (owner.k === "module") {
    const exported = exportOf(link, owner.file, name, true);
    return exported === null ? UNKNOWN : fromExported(link, exported, rest, args);
  }
  return asInstance(
    names.reduce<Type>((type, part) => memberOf(link, type, part), owner),
    args,
  );
}

/** What a CommonJS module is as a whole. */
function wholeOf(link: Link, type: Type): Type {
  const whole = type.k === "module" ? type.file.exportEquals : null;
  return whole ? typeOf(link, whole.expr, whole.scope) : type;
}

/** The value of a class name, used as a type, is its instance. */
export function asInstance(type: Type, args: readonly Type[]): Type {
  if (type.k === "class") return { k: "instance", cls: type.cls, args };
  if (type.k === "external") return { ...type, path: type.path.replace(/^\*\./, ""), args };
  return type;
}

function fromTypeBinding(
  link: Link,
  binding: TypeBinding,
  scope: Scope,
  args: readonly Type[],
  substitution: Substitution,
): Type {
  switch (binding.b) {
    case "interface":
      return { k: "instance", cls: binding.cls, args };
    case "alias":
      return typeFromIr(
        link,
        binding.type,
        binding.scope,
        substitutionOf(link, binding.params, args, binding.scope),
      );
    case "type-parameter":
      return (
        substitution?.get(binding.parameter.name) ?? { k: "parameter", name: binding.parameter.name, scope }
      );
  }
}

/** What stands for each type parameter: the argument, else the default. */
export function substitutionOf(
  link: Link,
  params: readonly TypeParameter[],
  args: readonly Type[],
  scope: Scope,
): Substitution {
  if (params.length === 0) return null;
  const substitution = new Map<string, Type>();
  params.forEach(({ name, fallback }, index) => {
    const type = args[index] ?? (fallback ? typeFromIr(link, fallback, scope) : undefined);
    if (type !== undefined) substitution.set(name, type);
  });
  return substitution;
}

import type { FunctionIr, TypeIr } from "../ir.ts";
import { awaited, elementOf, type Substitution, type Type, UNKNOWN, unionOf } from "../type.ts";
import { typeFromIr } from "./annotations.ts";
import { deeper, type Link } from "./link.ts";
import { typeOf } from "./values.ts";

/** What a function returns when it is called with these arguments: as written, else as its return statements tell. */
export function returnOf(
  link: Link,
  callee: Type & { k: "function" },
  args: readonly Type[],
  typeArgs: readonly Type[],
): Type {
  const { fn, self } = callee;
  if (fn.returnType === null || fn.returnType.t === "unknown") return inferredReturn(link, fn);
  if (fn.returnType.t === "this") return self ?? UNKNOWN;
  const declared = typeFromIr(
    link,
    fn.returnType,
    fn.scope,
    inferTypeArguments(link, callee, args, typeArgs),
  );
  if (declared.k === "unknown") return inferredReturn(link, fn);
  return declared;
}

/** The union of what its return statements give; remembered, since it does not depend on the arguments. */
function inferredReturn(link: Link, fn: FunctionIr): Type {
  const known = link.returns.get(fn);
  if (known) return known;
  link.returns.set(fn, UNKNOWN);
  const values = deeper(link, UNKNOWN, () =>
    unionOf(fn.returns.map(({ expr, scope }) => typeOf(link, expr, scope))),
  );
  const type: Type = fn.isAsync && values.k !== "unknown" ? { k: "promise", of: awaited(values) } : values;
  link.returns.set(fn, type);
  return type;
}

/** What stands for the type parameters of a function in one call: written arguments first, then what the values tell. */
export function inferTypeArguments(
  link: Link,
  callee: Type & { k: "function" },
  args: readonly Type[],
  typeArgs: readonly Type[],
): Substitution {
  const { fn, substitution } = callee;
  if (fn.typeParams.length === 0) return substitution;
  const found = new Map<string, Type>(substitution ?? []);
  const names = new Set(fn.typeParams.map(({ name }) => name));
  fn.typeParams.forEach(({ name }, index) => {
    const given = typeArgs[index];
    if (given) found.set(name, given);
  });
  fn.params.forEach(({ type }, index) => {
    const arg = args[index];
    if (type && arg) match(type, arg, names, found);
  });
  for (const { name, constraint, fallback } of fn.typeParams) {
    const written = fallback ?? constraint;
    if (!found.has(name) && written) found.set(name, typeFromIr(link, written, fn.scope, found));
  }
  return found;
}

const WRAPPERS = new Set([
  "Type",
  "ClassType",
  "Constructor",
  "Newable",
  "Ctor",
  "AbstractType",
  "InstanceType",
]);

/** Lays a written parameter type over the type of an argument: `T[]` over an array of orders makes T an order. */
function match(ir: TypeIr, type: Type, names: ReadonlySet<string>, found: Map<string, Type>): void {
  const instance: Type = type.k === "class" ? { k: "instance", cls: type.cls, args: [] } : type;
  switch (ir.t) {
    case "ref": {
      const [name] = ir.name;
      if (name !== undefined && ir.args.length === 0 && names.has(name)) {
        if (!found.has(name) && type.k !== "unknown") found.set(name, type);
        return;
      }
      const [first] = ir.args;
      if (first === undefined || name === undefined) return;
      if (name === "Promise") match(first, awaited(type), names, found);
      else if (WRAPPERS.has(name) || type.k === "class") match(first, instance, names, found);
      else if (type.k === "instance" || type.k === "external") {
        ir.args.forEach((arg, index) => {
          const own = type.args[index];
          if (own) match(arg, own, names, found);
        });
      } else match(first, elementOf(type), names, found);
      return;
    }
    case "array":
      match(ir.of, elementOf(type), names, found);
      return;
    case "union":
      for (const part of ir.types) match(part, type, names, found);
      return;
    case "function":
      if (ir.constructs) match(ir.returns, instance, names, found);
      return;
    default:
      return;
  }
}

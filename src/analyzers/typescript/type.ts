import type { ClassIr, FileIr, FunctionIr, ObjectExpr, Scope, TypeIr } from "./ir.ts";

/** What stands for type parameters: `T` of `BaseRepository<T>` is `Order` in `OrderRepository`. */
export type Substitution = ReadonlyMap<string, Type> | null;

/** What is known of a value without running anything. */
export type Type =
  | { readonly k: "unknown" }
  /** A value of a class, interface, or the object that plays one. */
  | { readonly k: "instance"; readonly cls: ClassIr; readonly args: readonly Type[] }
  /** The class itself. */
  | { readonly k: "class"; readonly cls: ClassIr }
  | {
      readonly k: "function";
      readonly fn: FunctionIr;
      readonly self: Type | null;
      readonly substitution: Substitution;
    }
  /** An object literal that is no unit of its own. */
  | { readonly k: "object"; readonly object: ObjectExpr; readonly scope: Scope }
  /** A type literal: `{ total: number }`. */
  | {
      readonly k: "shape";
      readonly members: ReadonlyMap<string, TypeIr>;
      readonly scope: Scope;
      readonly substitution: Substitution;
    }
  /** A function type: `(id: string) => Promise<Order>`. */
  | {
      readonly k: "signature";
      readonly type: TypeIr & { t: "function" };
      readonly scope: Scope;
      readonly substitution: Substitution;
    }
  /** Everything that a file of the repository exports. */
  | { readonly k: "module"; readonly file: FileIr }
  /**
   * Something of a library, by the way that leads to it: `new Repository<Order>()` of "typeorm" has the path
   * `Repository` and the argument Order; its method `find` the path `Repository.find`, the answer `Repository.find()`.
   * Globals have the empty module. `default` and `*` stand for default and namespace imports.
   */
  | { readonly k: "external"; readonly module: string; readonly path: string; readonly args: readonly Type[] }
  | { readonly k: "array"; readonly of: Type }
  | { readonly k: "tuple"; readonly items: readonly Type[] }
  | { readonly k: "promise"; readonly of: Type }
  /** Map, Record and the like: `of` is the type of the values. */
  | { readonly k: "map"; readonly of: Type }
  | { readonly k: "union"; readonly types: readonly Type[] }
  | { readonly k: "parameter"; readonly name: string; readonly scope: Scope }
  | { readonly k: "text"; readonly value: string }
  /** The object of all registered names that a container passes around. */
  | { readonly k: "cradle"; readonly names: ReadonlyMap<string, () => Type> }
  | { readonly k: "enum"; readonly file: FileIr; readonly name: string };

export const UNKNOWN: Type = { k: "unknown" };

/** Several possibilities as one type: without doubles and unknowns; unknown when nothing is left. */
export function unionOf(types: readonly Type[]): Type {
  const known: Type[] = [];
  for (const type of types) {
    for (const part of type.k === "union" ? type.types : [type]) {
      if (part.k === "unknown" || known.some((other) => sameType(other, part))) continue;
      known.push(part);
    }
  }
  if (known.length === 0) return UNKNOWN;
  return known.length === 1 ? known[0]! : { k: "union", types: known.slice(0, 8) };
}

function sameType(left: Type, right: Type): boolean {
  if (left === right) return true;
  if (left.k !== right.k) return false;
  switch (left.k) {
    case "instance":
    case "class":
      return left.cls === (right as typeof left).cls;
    case "function":
      return left.fn === (right as typeof left).fn;
    case "module":
      return left.file === (right as typeof left).file;
    case "external":
      return left.path === (right as typeof left).path && left.module === (right as typeof left).module;
    case "text":
      return left.value === (right as typeof left).value;
    case "array":
    case "promise":
    case "map":
      return sameType(left.of, (right as typeof left).of);
    default:
      return false;
  }
}

/** What `await` gives. */
export function awaited(type: Type): Type {
  if (type.k === "promise") return awaited(type.of);
  if (type.k === "union") return unionOf(type.types.map(awaited));
  return type;
}

/** What iterating gives. */
export function elementOf(type: Type): Type {
  switch (type.k) {
    case "array":
    case "map":
      return type.of;
    case "tuple":
      return unionOf(type.items);
    case "promise":
      return elementOf(type.of);
    case "union":
      return unionOf(type.types.map(elementOf));
    default:
      return UNKNOWN;
  }
}

import { awaited, type Type, UNKNOWN } from "../type.ts";
import { asInstance } from "./annotations.ts";
import type { Link } from "./link.ts";
import { returnOf } from "./returns.ts";

const SAME = new Set([
  "Partial",
  "Required",
  "Readonly",
  "NonNullable",
  "Pick",
  "Omit",
  "Exclude",
  "Extract",
  "DeepPartial",
]);

const COLLECTIONS = new Set([
  "Array",
  "ReadonlyArray",
  "Set",
  "ReadonlySet",
  "Iterable",
  "AsyncIterable",
  "Generator",
]);

const CLASS_TYPES = new Set(["Type", "ClassType", "Constructor", "Newable", "InstanceType"]);

/** The types that the language brings along. */
export function builtin(link: Link, name: string, args: readonly Type[]): Type | null {
  const [first = UNKNOWN, second = UNKNOWN] = args;
  if (SAME.has(name)) return first;
  if (COLLECTIONS.has(name)) return { k: "array", of: first };
  if (name === "Promise" || name === "PromiseLike") return { k: "promise", of: first };
  if (name === "Map" || name === "ReadonlyMap" || name === "WeakMap" || name === "Record")
    return { k: "map", of: second };
  if (name === "Awaited") return awaited(first);
  if (name === "ReturnType") return first.k === "function" ? returnOf(link, first, [], []) : UNKNOWN;
  if (CLASS_TYPES.has(name)) return asInstance(first, []);
  return null;
}

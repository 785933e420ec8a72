import { awaited, elementOf, type Type, UNKNOWN, unionOf } from "../type.ts";
import type { Link } from "./link.ts";
import { returnOf } from "./returns.ts";

const SAME_ARRAY = new Set([
  "filter",
  "slice",
  "concat",
  "reverse",
  "sort",
  "splice",
  "toSorted",
  "toReversed",
  "with",
  "fill",
]);
const ONE_ELEMENT = new Set(["find", "at", "pop", "shift", "findLast"]);

/** What the built-in functions of the language give, as far as it matters for finding calls. */
export function builtinCall(link: Link, callee: Type & { k: "external" }, args: () => Type[]): Type | null {
  const [owner, method] = callee.path.split(".");
  const [own = UNKNOWN] = callee.args;
  if (method === undefined) return null;
  switch (owner) {
    case "Array":
      return callee.args.length > 0 ? ofArray(link, method, own, args) : ofArrayClass(method, args);
    case "Promise":
      return callee.args.length > 0 ? ofPromise(link, method, own, args) : ofPromiseClass(method, args);
    case "Map":
      if (method === "get") return own;
      return method === "values" || method === "entries" ? { k: "array", of: own } : null;
    case "Object":
      if (method === "values" || method === "entries")
        return { k: "array", of: elementOf(args()[0] ?? UNKNOWN) };
      if (method === "assign") return unionOf(args());
      return method === "freeze" || method === "seal" ? (args()[0] ?? null) : null;
    default:
      return null;
  }
}

function ofArray(link: Link, method: string, element: Type, args: () => Type[]): Type | null {
  const array: Type = { k: "array", of: element };
  if (SAME_ARRAY.has(method)) return array;
  if (ONE_ELEMENT.has(method)) return element;
  if (method === "map" || method === "flatMap") {
    const result = answerOf(link, args()[0]);
    return { k: "array", of: method === "map" ? result : elementOf(result) };
  }
  if (method === "reduce" || method === "reduceRight")
    return unionOf([args()[1] ?? UNKNOWN, answerOf(link, args()[0])]);
  if (method === "values") return array;
  return null;
}

function answerOf(link: Link, callback: Type | undefined): Type {
  return callback?.k === "function" ? returnOf(link, callback, [], []) : UNKNOWN;
}

function ofArrayClass(method: string, args: () => Type[]): Type | null {
  if (method === "from") return { k: "array", of: elementOf(args()[0] ?? UNKNOWN) };
  return method === "of" ? { k: "array", of: unionOf(args()) } : null;
}

function ofPromise(link: Link, method: string, of: Type, args: () => Type[]): Type | null {
  if (method === "then") return { k: "promise", of: awaited(answerOf(link, args()[0])) };
  return method === "catch" || method === "finally" ? { k: "promise", of } : null;
}

function ofPromiseClass(method: string, args: () => Type[]): Type | null {
  const [first = UNKNOWN] = args();
  if (method === "resolve") return { k: "promise", of: awaited(first) };
  if (method === "race" || method === "any") return { k: "promise", of: awaited(elementOf(first)) };
  if (method !== "all") return null;
  if (first.k === "tuple") return { k: "promise", of: { k: "tuple", items: first.items.map(awaited) } };
  return { k: "promise", of: { k: "array", of: awaited(elementOf(first)) } };
}

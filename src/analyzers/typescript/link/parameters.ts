import type { CallExpr, FunctionContext, FunctionIr, NewExpr, Parameter, Scope } from "../ir.ts";
import { awaited, type Type, UNKNOWN } from "../type.ts";
import { typeFromIr } from "./annotations.ts";
import { injectedByName, injectedByToken, withContract } from "./injected.ts";
import { deeper, type Link } from "./link.ts";
import { findMember, memberOf } from "./members.ts";
import { inferTypeArguments } from "./returns.ts";
import { typeOf } from "./values.ts";

/** The type of a parameter: injected, written, defaulted, or told by the function that it is handed to. */
export function typeOfParameter(link: Link, fn: FunctionIr, index: number): Type {
  const known = link.parameters.get(fn)?.[index];
  if (known) return known;
  const all = link.parameters.get(fn) ?? [];
  link.parameters.set(fn, all);
  all[index] = UNKNOWN;
  const type = deeper(link, UNKNOWN, () => find(link, fn, index));
  all[index] = type;
  return type;
}

function find(link: Link, fn: FunctionIr, index: number): Type {
  const parameter = fn.params[index];
  if (parameter === undefined) return UNKNOWN;
  const injected = injectedByToken(link, parameter.decorators, fn.scope);
  const written = typeFromIr(link, parameter.type, fn.scope);
  if (injected) return withContract(injected, written);
  if (written.k !== "unknown") return written;
  if (parameter.init) {
    const given = typeOf(link, parameter.init, fn.scope);
    if (given.k !== "unknown") return given;
  }
  const told = fn.context ? fromContext(link, fn.context, index) : UNKNOWN;
  return told.k !== "unknown" ? told : byName(link, fn, parameter);
}

/** `constructor({ orders, billing })` of an Awilix container, and `constructor(orders, billing)` in classic mode. */
function byName(link: Link, fn: FunctionIr, parameter: Parameter): Type {
  if (link.injection.names.size === 0) return UNKNOWN;
  return injectedByName(link, fn, parameter);
}

type CallContext = Extract<FunctionContext, { readonly call: unknown }>;

/** What a function is given, from the place that it stands in. */
function fromContext(link: Link, context: FunctionContext, index: number): Type {
  if ("type" in context) {
    const expected = keyed(link, typeFromIr(link, context.type, context.scope), context.key);
    return firstKnown(expected, (part) => parameterOfType(link, part, index));
  }
  const callee = typeOf(link, context.call.callee, context.scope);
  return firstKnown(callee, (part) => givenBy(link, part, context, index));
}

function firstKnown(type: Type, question: (part: Type) => Type): Type {
  for (const part of type.k === "union" ? type.types : [type]) {
    const answer = question(part);
    if (answer.k !== "unknown") return answer;
  }
  return UNKNOWN;
}

/** The expected type itself, or that of one of its properties. */
function keyed(link: Link, type: Type, key: string | null): Type {
  return key === null ? type : memberOf(link, type, key);
}

/** The type of a parameter of something that can be called. */
function parameterOfType(link: Link, type: Type, index: number): Type {
  if (type.k === "function") return typeOfParameter(link, type.fn, index);
  if (type.k === "signature")
    return typeFromIr(link, type.type.params[index] ?? null, type.scope, type.substitution);
  if (type.k === "union") return firstKnown(type, (part) => parameterOfType(link, part, index));
  if (type.k !== "instance") return UNKNOWN;
  const callable = findMember(link, type, "()")?.member.type;
  if (callable?.t !== "function") return UNKNOWN;
  return typeFromIr(link, callable.params[index] ?? null, type.cls.scope);
}

function givenBy(link: Link, callee: Type, context: CallContext, index: number): Type {
  const { call, scope, index: position, key } = context;
  if (callee.k === "function") return givenByFunction(link, callee, context, index);
  if (callee.k === "class") {
    const built = callee.cls.constructor_;
    return built
      ? givenByFunction(link, { k: "function", fn: built, self: null, substitution: null }, context, index)
      : UNKNOWN;
  }
  if (callee.k === "signature") {
    const expected = callee.type.params[position];
    const type = expected ? typeFromIr(link, expected, callee.scope, callee.substitution) : UNKNOWN;
    return parameterOfType(link, keyed(link, type, key), index);
  }
  return callee.k === "external" && key === null ? givenByLibrary(link, callee, call, scope, index) : UNKNOWN;
}

function givenByFunction(
  link: Link,
  callee: Type & { k: "function" },
  { call, scope, index: position, key }: CallContext,
  index: number,
): Type {
  const expected = callee.fn.params[position]?.type;
  if (!expected) return UNKNOWN;
  const generic = callee.fn.typeParams.length > 0;
  const others = generic
    ? call.args.map((arg, at) => (at === position ? UNKNOWN : typeOf(link, arg, scope)))
    : [];
  const typeArgs = call.typeArgs.map((arg) => typeFromIr(link, arg, scope));
  const substitution = inferTypeArguments(link, callee, others, typeArgs);
  return parameterOfType(
    link,
    keyed(link, typeFromIr(link, expected, callee.fn.scope, substitution), key),
    index,
  );
}

/** Callbacks of arrays, promises and transactions get an element, the value, and the object that opened them. */
function givenByLibrary(
  link: Link,
  callee: Type & { k: "external" },
  call: CallExpr | NewExpr,
  scope: Scope,
  index: number,
): Type {
  const [own = UNKNOWN] = callee.args;
  if (callee.module === "" && callee.path.startsWith("Array.")) {
    const reducing = callee.path.startsWith("Array.reduce");
    if (reducing && index === 0) return call.args[1] ? typeOf(link, call.args[1], scope) : own;
    return index === (reducing ? 1 : 0) ? own : UNKNOWN;
  }
  if (callee.module === "" && callee.path === "Promise.then") return index === 0 ? awaited(own) : UNKNOWN;
  if (callee.module === "" && callee.path === "Map.forEach") return index === 0 ? own : UNKNOWN;
  const opensTransaction = /(?:^|\.)\$?transact(?:ion|ional)$/i.test(callee.path);
  if (opensTransaction && index === 0 && call.callee.k === "member")
    return typeOf(link, call.callee.object, scope);
  return UNKNOWN;
}

import type { CallExpr, FunctionIr, NewExpr, Parameter, Scope, TypeIr } from "../ir.ts";
import { awaited, type Substitution, type Type, UNKNOWN } from "../type.ts";
import { typeFromIr } from "./annotations.ts";
import { injectedByName, injectedByToken } from "./injected.ts";
import { deeper, type Link } from "./link.ts";
import { findMember } from "./members.ts";
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
  if (injected) return injected;
  const written = typeFromIr(link, parameter.type, fn.scope);
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

/** What a callback is given, from the function that calls it. */
function fromContext(
  link: Link,
  context: { readonly call: CallExpr | NewExpr; readonly index: number; readonly scope: Scope },
  index: number,
): Type {
  const { call, scope } = context;
  const callee = typeOf(link, call.callee, scope);
  for (const part of callee.k === "union" ? callee.types : [callee]) {
    const type = givenBy(link, part, context, index);
    if (type.k !== "unknown") return type;
  }
  return UNKNOWN;
}

function givenBy(
  link: Link,
  callee: Type,
  { call, scope, index: position }: { call: CallExpr | NewExpr; scope: Scope; index: number },
  index: number,
): Type {
  if (callee.k === "function") {
    const expected = callee.fn.params[position]?.type;
    if (!expected) return UNKNOWN;
    const generic = callee.fn.typeParams.length > 0;
    const others = generic
      ? call.args.map((arg, at) => (at === position ? UNKNOWN : typeOf(link, arg, scope)))
      : [];
    const typeArgs = call.typeArgs.map((arg) => typeFromIr(link, arg, scope));
    return parameterOf(
      link,
      expected,
      index,
      callee.fn.scope,
      inferTypeArguments(link, callee, others, typeArgs),
    );
  }
  if (callee.k === "signature") {
    const expected = callee.type.params[position];
    return expected ? parameterOf(link, expected, index, callee.scope, callee.substitution) : UNKNOWN;
  }
  return callee.k === "external" ? givenByLibrary(link, callee, call, scope, index) : UNKNOWN;
}

function parameterOf(
  link: Link,
  expected: TypeIr,
  index: number,
  scope: Scope,
  substitution: Substitution,
): Type {
  const type = typeFromIr(link, expected, scope, substitution);
  if (type.k === "signature")
    return typeFromIr(link, type.type.params[index] ?? null, type.scope, type.substitution);
  if (type.k !== "instance") return UNKNOWN;
  const callable = findMember(link, type, "()")?.member.type;
  if (callable?.t !== "function") return UNKNOWN;
  return typeFromIr(link, callable.params[index] ?? null, type.cls.scope);
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

import type { CallExpr, Expr, NewExpr, Scope, Template } from "../ir.ts";
import { type Type, UNKNOWN, unionOf } from "../type.ts";
import { instanceOf, typeFromIr } from "./annotations.ts";
import { builtinCall } from "./builtins.ts";
import { tokenKey } from "./injected.ts";
import type { Link } from "./link.ts";
import { findMember, memberOf, typeOfMember } from "./members.ts";
import { returnOf } from "./returns.ts";
import { typeOf } from "./values.ts";

/** What a call, a construction or a tagged template gives. */
export function typeOfCall(link: Link, call: CallExpr | NewExpr | Template, scope: Scope): Type {
  const loaded = loadedModule(link, call, scope);
  if (loaded) return loaded;
  const callee = typeOf(link, calleeOf(call), scope);
  const typeArgs = call.typeArgs.map((arg) => typeFromIr(link, arg, scope));
  const args = (): Type[] => argsOf(call).map((arg) => typeOf(link, arg, scope));
  if (call.k === "new") return constructed(link, callee, typeArgs);
  const result = calledType(link, callee, call, typeArgs, args, scope);
  if (result.k !== "unknown" && !(result.k === "external" && isLookUp(call))) return result;
  return fromContainer(link, call, typeArgs, args, scope) ?? result;
}

export function calleeOf(call: CallExpr | NewExpr | Template): Expr {
  return call.k === "template" ? call.tag! : call.callee;
}

export function argsOf(call: CallExpr | NewExpr | Template): readonly Expr[] {
  return call.k === "template" ? call.holes : call.args;
}

/** `require("./orders")` and `import("./orders")`. */
function loadedModule(link: Link, call: CallExpr | NewExpr | Template, scope: Scope): Type | null {
  if (call.k !== "call" || call.callee.k !== "id") return null;
  const { name } = call.callee;
  const [first] = call.args;
  if ((name !== "require" && name !== "import") || first?.k !== "text") return null;
  const file = link.resolveModule(scope.file, first.value);
  if (file === null)
    return { k: "external", module: first.value, path: name === "require" ? "default" : "*", args: [] };
  const module: Type = { k: "module", file };
  if (name === "import") return { k: "promise", of: module };
  return file.exportEquals ? typeOf(link, file.exportEquals.expr, file.exportEquals.scope) : module;
}

function constructed(link: Link, callee: Type, typeArgs: readonly Type[]): Type {
  switch (callee.k) {
    case "class": {
      const open = instanceOf(callee.cls);
      return typeArgs.length > 0 ? { k: "instance", cls: callee.cls, args: typeArgs } : open;
    }
    case "external": {
      if (callee.module !== "") return { ...callee, args: typeArgs };
      const [first = UNKNOWN, second = UNKNOWN] = typeArgs;
      if (callee.path === "Promise") return { k: "promise", of: first };
      if (callee.path === "Map" || callee.path === "WeakMap") return { k: "map", of: second };
      if (callee.path === "Set" || callee.path === "Array") return { k: "array", of: first };
      return callee;
    }
    case "signature":
      return typeFromIr(link, callee.type.returns, callee.scope, callee.substitution);
    case "union":
      return unionOf(callee.types.map((part) => constructed(link, part, typeArgs)));
    default:
      return UNKNOWN;
  }
}

function calledType(
  link: Link,
  callee: Type,
  call: CallExpr | Template,
  typeArgs: readonly Type[],
  args: () => Type[],
  scope: Scope,
): Type {
  switch (callee.k) {
    case "function": {
      const expr = calleeOf(call);
      // `orders.list.bind(orders)` is the method itself.
      if (expr.k === "member" && expr.name === "bind" && typeOf(link, expr.object, scope) === callee)
        return callee;
      return returnOf(link, callee, callee.fn.typeParams.length > 0 ? args() : [], typeArgs);
    }
    case "signature":
      return typeFromIr(link, callee.type.returns, callee.scope, callee.substitution);
    case "external":
      if (callee.module === "") return builtinCall(link, callee, args) ?? UNKNOWN;
      return externalCall(callee, typeArgs, args);
    case "instance": {
      const signature = findMember(link, callee, "()");
      return signature
        ? calledType(link, typeOfMember(link, signature), call, typeArgs, args, scope)
        : UNKNOWN;
    }
    case "shape":
      return callee.members.has("()")
        ? calledType(link, memberOf(link, callee, "()"), call, typeArgs, args, scope)
        : UNKNOWN;
    case "union":
      return unionOf(callee.types.map((part) => calledType(link, part, call, typeArgs, args, scope)));
    default:
      return UNKNOWN;
  }
}

/** The answer of a library keeps the way that led to it, and the classes it was asked about. */
function externalCall(callee: Type & { k: "external" }, typeArgs: readonly Type[], args: () => Type[]): Type {
  const path = callee.path.endsWith("()()()") ? callee.path : `${callee.path}()`;
  if (typeArgs.length > 0) return { ...callee, path, args: typeArgs };
  if (callee.path.length > 120) return { ...callee, path };
  const classes = args().flatMap((type): Type[] =>
    type.k === "class" ? [{ k: "instance", cls: type.cls, args: [] }] : [],
  );
  return { ...callee, path, args: classes.length > 0 ? classes : callee.args };
}

const LOOK_UPS = new Set([
  "get",
  "resolve",
  "resolveAsync",
  "getInstance",
  "inject",
  "make",
  "instance",
  "getAsync",
  "create",
]);

function isLookUp(call: CallExpr | Template): boolean {
  return (
    call.k === "call" &&
    (call.callee.k === "member" || call.callee.k === "id") &&
    LOOK_UPS.has(call.callee.name)
  );
}

/** `container.get(Orders)`, `moduleRef.resolve(Orders)`, `container.resolve("orders")`: an instance of what is asked for. */
function fromContainer(
  link: Link,
  call: CallExpr | Template,
  typeArgs: readonly Type[],
  args: () => Type[],
  scope: Scope,
): Type | null {
  if (!isLookUp(call)) return null;
  const [first] = args();
  if (first?.k === "class" && first.cls.form === "class") return { k: "instance", cls: first.cls, args: [] };
  const [wanted] = typeArgs;
  if (wanted?.k === "instance") return wanted;
  const [token] = argsOf(call);
  const key = token && tokenKey(link, token, scope);
  const byName = first?.k === "text" ? link.injection.names.get(first.value) : undefined;
  return ((key && link.injection.tokens.get(key)) || byName)?.() ?? null;
}

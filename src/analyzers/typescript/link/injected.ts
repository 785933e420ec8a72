import type { ClassIr, ClassMember, Decorator, Expr, FunctionIr, Parameter, Scope } from "../ir.ts";
import { type Type, UNKNOWN, unionOf } from "../type.ts";
import type { Link } from "./link.ts";
import { lookUp } from "./scopes.ts";
import { typeOf } from "./values.ts";

const INJECTING = new Set([
  "Inject",
  "InjectService",
  "inject",
  "Autowired",
  "LazyInject",
  "lazyInject",
  "Resolve",
]);

/** The type behind `@Inject(TOKEN)`; null where there is no such decorator or nobody provides the token. */
export function injectedByToken(link: Link, decorators: readonly Decorator[], scope: Scope): Type | null {
  const asked = tokenOf(link, decorators, scope);
  if (asked === null) return null;
  const { token, scope: place } = asked;
  const key = tokenKey(link, token, place);
  const provided = key === null ? undefined : link.injection.tokens.get(key)?.();
  if (provided && provided.k !== "unknown") return provided;
  const [result] = token.k === "function" ? token.fn.returns : [];
  const named = result ? typeOf(link, result.expr, result.scope) : typeOf(link, token, place);
  return named.k === "class" ? { k: "instance", cls: named.cls, args: [] } : null;
}

/** The token that a decorator asks for; `@InjectOrders()` may be `Inject("ORDERS")` under a name of its own. */
function tokenOf(
  link: Link,
  decorators: readonly Decorator[],
  scope: Scope,
): { token: Expr; scope: Scope } | null {
  for (const { name, args, expr } of decorators) {
    const [token] = args;
    if (INJECTING.has(name) && token) return { token, scope };
    if (!/^inject/i.test(name) || expr.k !== "call") continue;
    const own = typeOf(link, expr.callee, scope);
    const [result] = own.k === "function" ? own.fn.returns : [];
    if (result?.expr.k !== "call" || result.expr.callee.k !== "id" || !INJECTING.has(result.expr.callee.name))
      continue;
    const [inner] = result.expr.args;
    if (inner) return { token: inner, scope: result.scope };
  }
  return null;
}

/** What is injected, together with the interface or abstract class that it is asked for by. */
export function withContract(injected: Type, written: Type): Type {
  if (written.k !== "instance" || injected.k !== "instance" || written.cls === injected.cls) return injected;
  return written.cls.form === "interface" || written.cls.isAbstract ? unionOf([injected, written]) : injected;
}

/** A field that is filled from outside: by token, or by name in a container without types. */
export function injectedMember(link: Link, member: ClassMember, cls: ClassIr): Type | null {
  return member.decorators.length > 0 ? injectedByToken(link, member.decorators, cls.scope) : null;
}

/** Tokens are the same when their text is, or when they are the same constant. */
export function tokenKey(link: Link, token: Expr, scope: Scope): string | null {
  if (token.k === "text") return `text:${token.value}`;
  if (token.k === "function") {
    const [result] = token.fn.returns;
    return result ? tokenKey(link, result.expr, result.scope) : null;
  }
  const type = typeOf(link, token, scope);
  if (type.k === "text") return `text:${type.value}`;
  if (type.k === "class") return `class:${type.cls.scope.file.path}#${type.cls.name}`;
  if (token.k === "id") {
    const found = lookUp(scope, token.name);
    if (found?.binding.b === "import") {
      const file = link.resolveModule(found.scope.file, found.binding.from.module);
      return `constant:${file?.path ?? found.binding.from.module}#${found.binding.name}`;
    }
    return found ? `constant:${found.scope.file.path}#${token.name}` : null;
  }
  if (token.k === "member" && token.object.k === "id") {
    const owner = tokenKey(link, token.object, scope);
    return owner && `${owner}.${token.name}`;
  }
  return null;
}

/** What a container without types passes to a constructor or factory: one object of registered names, or each by its name. */
export function injectedByName(link: Link, fn: FunctionIr, parameter: Parameter): Type {
  const takesAll = parameter.name === null && parameter.keys.length > 0;
  if (takesAll) return cradle(link, parameter.keys);
  const isConstructor = fn.name === "constructor";
  if (!isConstructor || parameter.name === null) return UNKNOWN;
  if (/^(?:cradle|container|deps|dependencies|opts|options|params|injections?)$/i.test(parameter.name)) {
    return cradle(link, [...link.injection.names.keys()]);
  }
  return link.injection.names.get(parameter.name)?.() ?? UNKNOWN;
}

/** An object whose members are the registered names. */
function cradle(link: Link, keys: readonly string[]): Type {
  const known = keys.filter((key) => link.injection.names.has(key));
  return known.length === 0 ? UNKNOWN : { k: "cradle", names: link.injection.names };
}

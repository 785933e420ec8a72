import type { Binding, Expr, Scope } from "../ir.ts";
import { awaited, elementOf, type Type, UNKNOWN, unionOf } from "../type.ts";
import { instanceOf, typeFromIr } from "./annotations.ts";
import { typeOfCall } from "./calls.ts";
import { type Exported, followImport } from "./exports.ts";
import { enter, isComplete, type Link, leave } from "./link.ts";
import { memberOf, parentsOf } from "./members.ts";
import { typeOfParameter } from "./parameters.ts";
import { lookUp } from "./scopes.ts";

/** What an expression evaluates to, as far as the source tells. */
export function typeOf(link: Link, expr: Expr, scope: Scope): Type {
  const known = link.values.get(expr);
  if (known !== undefined) return known;
  if (expr.k === "text") return { k: "text", value: expr.value };
  if (expr.k === "literal") return UNKNOWN;
  if (!enter(link)) return UNKNOWN;
  try {
    // An expression that depends on itself is unknown to itself.
    link.values.set(expr, UNKNOWN);
    const type = evaluate(link, expr, scope);
    if (isComplete(link)) link.values.set(expr, type);
    else link.values.delete(expr);
    return type;
  } finally {
    leave(link);
  }
}

function evaluate(link: Link, expr: Expr, scope: Scope): Type {
  const inner = (part: Expr): Type => typeOf(link, part, scope);
  switch (expr.k) {
    case "id":
      return typeOfName(link, expr.name, scope);
    case "this":
      return scope.cls ? instanceOf(scope.cls) : UNKNOWN;
    case "super":
      return scope.cls ? unionOf(parentsOf(link, { k: "instance", cls: scope.cls, args: [] })) : UNKNOWN;
    case "member":
      return memberOf(link, inner(expr.object), expr.name);
    case "element":
      return elementOf(inner(expr.object));
    case "call":
    case "new":
      return typeOfCall(link, expr, scope);
    case "template":
      return expr.tag ? typeOfCall(link, expr, scope) : UNKNOWN;
    case "array":
      return expr.items.length <= 12
        ? { k: "tuple", items: expr.items.map(inner) }
        : { k: "array", of: inner(expr.items[0]!) };
    case "object":
      return expr.cls ? { k: "instance", cls: expr.cls, args: [] } : { k: "object", object: expr, scope };
    case "function":
      return { k: "function", fn: expr.fn, self: null, substitution: null };
    case "class":
      return { k: "class", cls: expr.cls };
    case "choice":
      return unionOf(expr.options.map(inner));
    case "await":
      return awaited(inner(expr.of));
    case "cast": {
      const type = typeFromIr(link, expr.type, scope);
      return type.k === "unknown" || (type.k === "external" && type.module === "") ? inner(expr.of) : type;
    }
    case "spread":
      return inner(expr.of);
    case "assign":
      return inner(expr.value);
    case "text":
    case "literal":
    case "concat":
    case "other":
      return UNKNOWN;
  }
}

function typeOfName(link: Link, name: string, scope: Scope): Type {
  const found = lookUp(scope, name);
  if (found === null) return { k: "external", module: "", path: name, args: [] };
  return typeOfBinding(link, name, found.binding, found.scope);
}

/** The value that a binding holds. */
export function typeOfBinding(link: Link, name: string, binding: Binding, scope: Scope): Type {
  switch (binding.b) {
    case "import": {
      const exported = followImport(link, binding.from, binding.name, false);
      return exported ? typeOfExported(link, exported) : fromWholeModule(link, scope, binding);
    }
    case "variable":
      return typeOfVariable(link, binding, scope);
    case "parameter":
      return along(link, typeOfParameter(link, binding.fn, binding.index), binding.path);
    case "function":
      return { k: "function", fn: binding.fn, self: null, substitution: null };
    case "class":
      return { k: "class", cls: binding.cls };
    case "enum":
      return { k: "enum", file: scope.file, name };
    case "namespace":
      return UNKNOWN;
  }
}

/** `import orders from "./orders"`, where a CommonJS module has no default: then it is the whole. */
function fromWholeModule(link: Link, scope: Scope, binding: Binding & { b: "import" }): Type {
  const file = binding.from.target;
  if (file === null || file === scope.file) return UNKNOWN;
  if (binding.name === "default" && file.exports.size > 0 && !file.exportEquals) return { k: "module", file };
  return memberOf(link, { k: "module", file }, binding.name);
}

function typeOfVariable(link: Link, binding: Binding & { b: "variable" }, scope: Scope): Type {
  // `const open: Opener = () => …` is that function, whatever its annotation calls it.
  if (binding.init?.k === "function" && binding.path.length === 0) return typeOf(link, binding.init, scope);
  const declared = typeFromIr(link, binding.type, scope);
  if (declared.k !== "unknown") return along(link, declared, binding.path);
  if (binding.init === null) return UNKNOWN;
  const value = typeOf(link, binding.init, scope);
  return along(link, binding.element ? elementOf(awaited(value)) : value, binding.path);
}

function along(link: Link, type: Type, path: readonly string[]): Type {
  return path.reduce((value, step) => memberOf(link, value, step), type);
}

/** The value behind an exported name. */
export function typeOfExported(link: Link, exported: Exported): Type {
  switch (exported.x) {
    case "value":
      return typeOfBinding(link, nameOf(exported.binding), exported.binding, exported.scope);
    case "expr":
      return typeOf(link, exported.expr, exported.scope);
    case "module":
      return { k: "module", file: exported.file };
    case "external":
      return { k: "external", module: exported.module, path: exported.name, args: [] };
    case "type":
      return UNKNOWN;
  }
}

function nameOf(binding: Binding): string {
  return binding.b === "enum" ? binding.name : "";
}

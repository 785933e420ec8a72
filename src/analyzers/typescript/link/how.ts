import type { Resolution } from "../../../model/fact.ts";
import type { ClassMember, Decorator, Expr, Scope } from "../ir.ts";
import { injectedByToken } from "./injected.ts";
import type { Link } from "./link.ts";
import { findMember } from "./members.ts";
import { lookUp } from "./scopes.ts";
import { typeOf } from "./values.ts";

/** How the value that an expression starts from is known: the weakest step of the way decides. */
export function howKnown(link: Link, expr: Expr, scope: Scope): Resolution {
  switch (expr.k) {
    case "id":
      return ofName(link, expr.name, scope);
    case "member": {
      if (expr.object.k === "this" || expr.object.k === "super") {
        const self = typeOf(link, expr.object, scope);
        const found = self.k === "instance" ? findMember(link, self, expr.name) : null;
        return found ? ofMember(link, found.member, scope) : "inferred-type";
      }
      return howKnown(link, expr.object, scope);
    }
    case "new":
      return "inferred-type";
    case "this":
    case "super":
      return "declared-type";
    case "call": {
      if (expr.callee.k === "id" && (expr.callee.name === "require" || expr.callee.name === "import"))
        return "import";
      const callee = typeOf(link, expr.callee, scope);
      if (callee.k === "function") return callee.fn.returnType ? "declared-type" : "inferred-type";
      const owner = expr.callee.k === "member" ? typeOf(link, expr.callee.object, scope) : null;
      if (owner && (owner.k === "external" || owner.k === "unknown")) return "container";
      return "inferred-type";
    }
    case "await":
    case "cast":
      return expr.k === "cast" && expr.type ? "declared-type" : howKnown(link, expr.of, scope);
    default:
      return "inferred-type";
  }
}

function ofMember(link: Link, member: ClassMember, scope: Scope): Resolution {
  if (member.fn) return "declared-type";
  if (byToken(link, member.decorators, scope)) return "injected-token";
  if (member.type && member.type.t !== "unknown") return "declared-type";
  return member.init ? howKnown(link, member.init, member.initScope) : "inferred-type";
}

function byToken(link: Link, decorators: readonly Decorator[], scope: Scope): boolean {
  return decorators.length > 0 && injectedByToken(link, decorators, scope) !== null;
}

function ofName(link: Link, name: string, scope: Scope): Resolution {
  const found = lookUp(scope, name);
  if (found === null) return "inferred-type";
  const { binding } = found;
  switch (binding.b) {
    case "import":
    case "function":
    case "class":
    case "enum":
    case "namespace":
      return "import";
    case "variable":
      if (binding.type && binding.type.t !== "unknown") return "declared-type";
      if (binding.init === null) return "inferred-type";
      if (binding.init.k === "function" || binding.init.k === "object") return "import";
      return howKnown(link, binding.init, found.scope);
    case "parameter": {
      const parameter = binding.fn.params[binding.index];
      if (parameter && byToken(link, parameter.decorators, binding.fn.scope)) return "injected-token";
      if (parameter?.type && parameter.type.t !== "unknown") return "declared-type";
      if (parameter?.init) return howKnown(link, parameter.init, binding.fn.scope);
      return link.injection.names.size > 0 && !binding.fn.context ? "injected-name" : "inferred-type";
    }
  }
}

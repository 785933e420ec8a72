import type { Injection } from "../../../model/fact.ts";
import type { Expr, Scope } from "../ir.ts";
import { howKnown } from "../link/how.ts";
import type { LinkedProject } from "../link/linked-project.ts";
import { each } from "../link/targets.ts";
import { unitOfClass } from "../link/units.ts";
import type { Type } from "../type.ts";
import { placeAt } from "./place.ts";
import { unitOfValue } from "./unit-of.ts";

/** What a class is given from outside: the types of its constructor's parameters and of decorated fields. */
export function injectionFacts(project: LinkedProject): Injection[] {
  const facts: Injection[] = [];
  for (const cls of project.classes) {
    if (cls.form !== "class") continue;
    const from = unitOfClass(cls);
    const add = (type: Type, expr: Expr, scope: Scope, pos: number): void => {
      for (const part of withoutContracts(each(type))) {
        const to = unitOfValue(part);
        if (to === null || to === from) continue;
        facts.push({
          kind: "injection",
          from,
          to,
          how: howKnown(project.link, expr, scope),
          place: placeAt(cls.scope.file, pos),
        });
      }
    };
    const built = cls.constructor_;
    built?.params.forEach(({ name, keys, pos }) => {
      const names = name === null ? keys : [name];
      for (const one of names) {
        const expr: Expr = { k: "id", name: one, pos };
        const type = project.typeOf(expr, built.scope);
        if (isService(type)) add(type, expr, built.scope, pos);
      }
    });
    for (const member of cls.members.values()) {
      const decorated = member.decorators.some(({ name }) => /inject|autowired/i.test(name));
      if (!decorated || member.fn || member.initScope === built?.scope) continue;
      const self: Expr = { k: "this", pos: member.pos };
      const expr: Expr = { k: "member", object: self, name: member.name, pos: member.pos };
      add(project.typeOf(expr, cls.scope), expr, cls.scope, member.pos);
    }
  }
  return facts;
}

/** Where what is injected is known, the interface that it is asked for by is a type, not what is injected. */
function withoutContracts(types: readonly Type[]): readonly Type[] {
  const isContract = (type: Type): boolean =>
    type.k === "instance" && (type.cls.form === "interface" || type.cls.isAbstract);
  return types.some((type) => type.k === "instance" && !isContract(type))
    ? types.filter((type) => !isContract(type))
    : types;
}

/** Something with methods: a constructor that takes data (an Order, an options object) is not given a service. */
function isService(type: Type): boolean {
  return each(type).some((part) => {
    if (part.k === "function" || part.k === "module") return true;
    if (part.k === "object") return part.object.properties.some(({ value }) => value.k === "function");
    if (part.k !== "instance") return false;
    return part.cls.unit !== null && [...part.cls.members.values()].some(({ kind }) => kind === "method");
  });
}

import type { Inheritance } from "../../../model/fact.ts";
import type { Expr, Scope } from "../ir.ts";
import { typeFromIr } from "../link/annotations.ts";
import type { LinkedProject } from "../link/linked-project.ts";
import { each } from "../link/targets.ts";
import { unitOfClass } from "../link/units.ts";
import type { Type } from "../type.ts";
import { placeAt } from "./place.ts";

/** What a class extends and implements. Mixins and mapped types (`PartialType(Order)`) name their classes as arguments. */
export function inheritanceFacts(project: LinkedProject): Inheritance[] {
  return project.classes.flatMap((cls) =>
    cls.heritage.flatMap(({ form, expr, type, pos }) => {
      const mixed = expr?.k === "call";
      const types = mixed
        ? mixedTypes(project, expr, cls.scope)
        : each(typeFromIr(project.link, type, cls.scope));
      return types.flatMap((parent): Inheritance[] => {
        if (parent.k !== "instance" && parent.k !== "class") return [];
        const [from, to] = [unitOfClass(cls), unitOfClass(parent.cls)];
        const place = placeAt(cls.scope.file, pos);
        return from === to ? [] : [{ kind: "inheritance", from, to, form: mixed ? "mixin" : form, place }];
      });
    }),
  );
}

function mixedTypes(project: LinkedProject, expr: Expr & { k: "call" }, scope: Scope): Type[] {
  return [expr, ...expr.args].flatMap((part) => each(project.typeOf(part, scope)));
}

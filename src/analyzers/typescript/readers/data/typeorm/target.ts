import type { ClassIr, ClassMember, Decorator } from "../../../ir.ts";
import type { Project } from "../../../project.ts";
import type { Type } from "../../../type.ts";
import { awaited, elementOf } from "../../../type.ts";
import type { Entity, EntityRegistry } from "../entities.ts";
import { type Options, optionAt, textOf } from "../options.ts";

/** The entity at the other end of a relation: `() => Order`, `"Order"`, `{ entity: () => Order }`, or the property's type. */
export function targetOf(
  { member, cls }: { readonly member: ClassMember; readonly cls: ClassIr },
  decorator: Decorator,
  options: Options | null,
  project: Project,
  registry: EntityRegistry,
): Entity | null {
  const [first] = decorator.args;
  const named = optionAt(options, "entity", project) ?? optionAt(options, "target", project);
  const candidates = [first === undefined ? null : { expr: first, scope: cls.scope }, named];
  for (const candidate of candidates) {
    if (candidate === null || candidate.expr.k === "object") continue;
    const entity = registry.of(project.classOf(candidate.expr, candidate.scope));
    if (entity !== undefined) return entity;
    const text = textOf(candidate.expr, candidate.scope, project);
    if (text !== null && registry.named(text) !== undefined) return registry.named(text) ?? null;
    const written = nameIn(candidate.expr);
    if (written !== null && registry.named(written) !== undefined) return registry.named(written) ?? null;
  }
  return entityOfType(project.typeOfMember(cls, member.name), registry);
}

/** The entity that a type holds: `Order`, `Order[]`, `Promise<Order>`, `Collection<Order>`. */
export function entityOfType(type: Type, registry: EntityRegistry, depth = 0): Entity | null {
  if (depth > 6) return null;
  const plain = awaited(type);
  if (plain.k === "instance" || plain.k === "class") return registry.of(plain.cls) ?? null;
  if (plain.k === "union" || plain.k === "external") {
    const parts = plain.k === "union" ? plain.types : plain.args;
    for (const part of parts) {
      const found = entityOfType(part, registry, depth + 1);
      if (found !== null) return found;
    }
    return null;
  }
  const element = elementOf(plain);
  return element.k === "unknown" ? null : entityOfType(element, registry, depth + 1);
}

/** `type => Order` where the import could not be followed: the written name. */
function nameIn(expr: Decorator["expr"]): string | null {
  if (expr.k === "id") return expr.name;
  const [result] = expr.k === "function" ? expr.fn.returns : [];
  return result?.expr.k === "id" ? result.expr.name : null;
}

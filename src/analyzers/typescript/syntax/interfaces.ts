import type { ClassIr, ClassMember, Scope, TypeIr } from "../ir.ts";
import { newClass } from "./classes.ts";
import type { TypeScript } from "./compiler.ts";
import { startOf } from "./expressions.ts";
import { memberTypes, nameText, typeIr, typeParameters } from "./types.ts";
import type { Surroundings, Walk } from "./walk.ts";

/** An interface as a class without bodies. */
export function interfaceIr(walk: Walk, node: TypeScript.InterfaceDeclaration, at: Surroundings): ClassIr {
  const cls = newClass(walk, node, at.scope, { form: "interface", name: node.name.text, isAbstract: true });
  const filled = cls as { -readonly [K in keyof ClassIr]: ClassIr[K] };
  filled.typeParams = typeParameters(walk, node.typeParameters, cls.scope);
  filled.heritage = (node.heritageClauses ?? []).flatMap((clause) =>
    clause.types.map((type) => ({
      form: "extends" as const,
      expr: null,
      type: typeIr(walk, type, cls.scope),
      pos: startOf(walk, type),
    })),
  );
  for (const [name, type] of memberTypes(walk, node.members, cls.scope)) {
    cls.members.set(name, interfaceMember(walk, node, name, type, cls.scope));
  }
  return cls;
}

function interfaceMember(
  walk: Walk,
  node: TypeScript.InterfaceDeclaration,
  name: string,
  type: TypeIr,
  scope: Scope,
): ClassMember {
  const declared = node.members.find((member) => member.name && nameText(member.name) === name);
  const isMethod = type.t === "function";
  const pos = declared ? startOf(walk, declared) : node.pos;
  const kind = isMethod ? "method" : "field";
  const flags = { isStatic: false, isPrivate: false, isAbstract: true };
  return { name, kind, ...flags, type, init: null, initScope: scope, fn: null, decorators: [], pos };
}

import type { Expr, Scope } from "../../../ir.ts";
import { unwrapped } from "../chains.ts";
import type { DataProject } from "../data-project.ts";
import { flagOption, type Options, optionAt, optionsOf, textOf } from "../options.ts";
import { printed } from "../print-expression.ts";

/** A field of a schema: a column, and perhaps a reference to another model by its name. */
export interface SchemaField {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly ref: string | null;
  readonly scope: Scope;
  readonly pos: number;
}

/** `new Schema({ … }, { collection })`, also behind a variable. */
export function schemaOf(
  expr: Expr | undefined,
  scope: Scope,
  project: DataProject,
): { fields: Options | null; settings: Options | null } | null {
  if (expr === undefined) return null;
  const plain = unwrapped(expr);
  const origin =
    plain.k === "id" || plain.k === "member" ? project.originOf(plain, scope) : { expr: plain, scope };
  const made = origin === null ? null : unwrapped(origin.expr);
  if (origin === null || (made?.k !== "new" && made?.k !== "call")) return null;
  const callee = unwrapped(made.callee);
  if ((callee.k !== "id" && callee.k !== "member") || callee.name !== "Schema") return null;
  return {
    fields: optionsOf(made.args[0], origin.scope, project),
    settings: optionsOf(made.args[1], origin.scope, project),
  };
}

/** The fields of a schema, with what they refer to. */
export function fieldsIn(options: Options | null, project: DataProject, depth = 0): SchemaField[] {
  if (options === null || depth > 4) return [];
  return options.expr.properties.map(({ key, value, pos }) => {
    const plain = unwrapped(value);
    const item = plain.k === "array" && plain.items[0] !== undefined ? plain.items[0] : plain;
    const given = optionsOf(item, options.scope, project);
    const type = optionAt(given, "type", project)?.expr ?? item;
    const inner = unwrapped(type);
    const nested = inner.k === "array" ? optionsOf(inner.items[0], options.scope, project) : null;
    const ref = refOf(given, project) ?? refOf(nested, project);
    const text = given !== null && optionAt(given, "type", project) === null ? "object" : printed(inner);
    return {
      name: key,
      type: text.replace(/^.*\./, "").slice(0, 40),
      required: flagOption(given, "required", project),
      ref,
      scope: options.scope,
      pos,
    };
  });
}

/** `ref: "Customer"`, `ref: Customer.name`, `ref: () => Customer` */
export function refOf(options: Options | null, project: DataProject): string | null {
  const at = optionAt(options, "ref", project);
  if (at === null) return null;
  const plain = unwrapped(at.expr);
  const named =
    plain.k === "member" && plain.name === "name" ? project.classOf(plain.object, at.scope) : null;
  return named?.name ?? project.classOf(plain, at.scope)?.name ?? textOf(plain, at.scope, project);
}

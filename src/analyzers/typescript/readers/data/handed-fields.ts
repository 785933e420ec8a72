import type { ClassIr, Expr } from "../../ir.ts";
import { lookUp } from "../../link/scopes.ts";
import type { CallSite } from "../../project.ts";
import { callsNamed } from "../calls-by-name.ts";
import { unwrapped } from "./chains.ts";
import type { DataProject } from "./data-project.ts";
import { textOf } from "./options.ts";

/** A class, and the text that one of its fields holds because its constructor is given it. */
export interface HandedField {
  readonly cls: ClassIr;
  readonly text: string;
}

/**
 * What `this.tableName` holds where the constructor of a base class is given it: `super("orders")` in each subclass. In
 * a subclass, its own text; in the base class, the texts of all subclasses.
 */
export function handedFields(expr: Expr, cls: ClassIr | null, project: DataProject): HandedField[] {
  const plain = unwrapped(expr);
  if (cls === null || plain.k !== "member" || plain.object.k !== "this") return [];
  const owner = [cls, ...project.parentsOf(cls)].find((one) => one.members.has(plain.name));
  const index = owner === undefined ? -1 : parameterOf(owner, plain.name);
  if (owner === undefined || index === -1) return [];
  const given = indexOf(project).supers;
  const textGiven = (one: ClassIr): HandedField[] => {
    const site = given.get(one);
    if (site?.expr.k !== "call") return [];
    const text = textOf(site.expr.args[index], site.scope, project);
    return text === null ? [] : [{ cls: one, text }];
  };
  const own = cls === owner ? [] : textGiven(cls);
  return own.length > 0 ? own : (indexOf(project).children.get(cls) ?? []).flatMap(textGiven);
}

/** Which parameter of its constructor a field is filled with; -1 where it is filled with something else. */
function parameterOf(cls: ClassIr, field: string): number {
  const made = cls.constructor_;
  if (made === null) return -1;
  const property = made.params.findIndex(({ name, isField }) => isField && name === field);
  if (property !== -1) return property;
  for (const { expr, scope } of cls.scope.file.roots) {
    if (expr.k !== "assign" || scope.cls !== cls || expr.value.k !== "id") continue;
    if (expr.target.k !== "member" || expr.target.object.k !== "this" || expr.target.name !== field) continue;
    const binding = lookUp(scope, expr.value.name)?.binding;
    if (binding?.b === "parameter" && binding.fn === made) return binding.index;
  }
  return -1;
}

interface Index {
  /** `super(…)` by the class that says it. */
  readonly supers: ReadonlyMap<ClassIr, CallSite>;
  readonly children: ReadonlyMap<ClassIr, readonly ClassIr[]>;
}

const indexes = new WeakMap<DataProject, Index>();

function indexOf(project: DataProject): Index {
  const known = indexes.get(project);
  if (known !== undefined) return known;
  const supers = new Map<ClassIr, CallSite>();
  // `super` has no name.
  for (const site of callsNamed(project, (name) => name === "")) {
    const { expr, scope } = site;
    if (expr.k === "call" && unwrapped(expr.callee).k === "super" && scope.cls !== null)
      supers.set(scope.cls, site);
  }
  const children = new Map<ClassIr, ClassIr[]>();
  for (const cls of supers.keys()) {
    for (const parent of project.parentsOf(cls)) children.set(parent, [...(children.get(parent) ?? []), cls]);
  }
  const index = { supers, children };
  indexes.set(project, index);
  return index;
}

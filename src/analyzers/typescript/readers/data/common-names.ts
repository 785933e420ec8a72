import type { CallSite } from "../../project.ts";
import { callsNamed } from "../calls-by-name.ts";
import type { DataProject } from "./data-project.ts";
import { textOf } from "./options.ts";

/** By file and name: the call that makes a common table expression. */
export type CommonNames = ReadonlyMap<string, ReadonlyMap<string, CallSite>>;

const WITH = /^with(?:Recursive|Materialized|NotMaterialized|RecursiveMaterialized)?$/;

/** Names of common table expressions by file: `.with("recent", …)` makes a name that is no table. */
export function commonNames(project: DataProject): CommonNames {
  const names = new Map<string, Map<string, CallSite>>();
  for (const site of callsNamed(project, (name) => WITH.test(name))) {
    const { expr, scope, file } = site;
    if (expr.k !== "call") continue;
    const text = textOf(expr.args[0], scope, project);
    const common = /^\w+/.exec(text ?? "")?.[0];
    if (common === undefined || expr.args.length < 2) continue;
    const known = names.get(file.path) ?? new Map<string, CallSite>();
    names.set(file.path, known.set(common, site));
  }
  return names;
}

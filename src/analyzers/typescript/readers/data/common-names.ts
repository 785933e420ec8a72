import type { DataProject } from "./data-project.ts";
import { textOf } from "./options.ts";

/** Names of common table expressions by file: `.with("recent", …)` makes a name that is no table. */
export function commonNames(project: DataProject): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const { expr, name, scope, file } of project.calls) {
    if (
      expr.k !== "call" ||
      !/^with(?:Recursive|Materialized|NotMaterialized|RecursiveMaterialized)?$/.test(name)
    )
      continue;
    const text = textOf(expr.args[0], scope, project);
    const common = /^\w+/.exec(text ?? "")?.[0];
    if (common === undefined || expr.args.length < 2) continue;
    const known = names.get(file.path) ?? new Set<string>();
    names.set(file.path, known.add(common));
  }
  return names;
}

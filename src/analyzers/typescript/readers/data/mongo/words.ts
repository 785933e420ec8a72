import type { NodeId } from "../../../../../model/ids.ts";
import { tableId } from "../../../../../model/ids.ts";
import type { Scope } from "../../../ir.ts";
import { visit } from "../../../link/visit.ts";
import type { Step } from "../chains.ts";
import type { DataProject } from "../data-project.ts";
import type { Walk } from "../entities.ts";
import { keysOf, textOf } from "../options.ts";

const READS = new Set(
  `find findOne findById count countDocuments estimatedDocumentCount distinct exists aggregate watch where
  findOneOrFail listIndexes`.split(/\s+/),
);
const WRITES = new Set(
  `create insert insertOne insertMany update updateOne updateMany replaceOne deleteOne deleteMany remove bulkWrite save
  findOneAndUpdate findOneAndDelete findOneAndReplace findOneAndRemove findByIdAndUpdate findByIdAndDelete
  findByIdAndRemove bulkSave drop`.split(/\s+/),
);

/** What a method does to its collection; null for all other names. */
export function mongoAccess(name: string): "read" | "write" | null {
  if (READS.has(name)) return "read";
  return WRITES.has(name) ? "write" : null;
}

/** Fields that a filter or an update names, operators left out. */
export function fieldsOf(step: Step, scope: Scope, project: DataProject): string[] {
  if (step.name === "aggregate") return [];
  return keysOf(step.args?.[0], scope, project).filter((name) => /^\w+$/.test(name));
}

/** `{ $lookup: { from: "customers", … } }` in a pipeline joins another collection. */
export function readLookups(step: Step, own: NodeId, scope: Scope, project: DataProject, walk: Walk): void {
  if (step.name !== "aggregate") return;
  for (const arg of step.args ?? []) {
    const origin =
      arg.k === "id" ? (project.originOf(arg, scope) ?? { expr: arg, scope }) : { expr: arg, scope };
    visit(origin.expr, (part) => {
      if (part.k !== "object") return;
      for (const { key, value } of part.properties) {
        if (!/^\$(?:lookup|graphLookup|unionWith|merge|out)$/.test(key)) continue;
        const from =
          value.k === "object"
            ? value.properties.find((one) => one.key === "from" || one.key === "into" || one.key === "coll")
            : null;
        const name = textOf(from?.value ?? value, origin.scope, project);
        if (name === null) continue;
        const writes = key === "$merge" || key === "$out";
        walk.sightings.push({ table: tableId(name), access: writes ? "write" : "read" });
        walk.joins.push([own, tableId(name)]);
      }
    });
  }
}

import type { Coupling, SourceEvidence } from "../model/graph.ts";
import { byCodeUnit } from "../model/ids.ts";
import { groupBy } from "./group-by.ts";
import { sourcesOf } from "./source-evidence.ts";

/**
 * The keys of one foreign-key coupling, each once: a constraint of the database and the relation by which a mapper
 * knows it are one key when they have the same columns, or when one of them does not say. The constraint speaks for both.
 */
export function distinctKeys(coupling: Coupling): readonly SourceEvidence[] {
  const all = sourcesOf(coupling);
  if (all.length < 2) return all;
  const groups = groupBy([...all].sort(byFormAndPlace), columnsOf);
  if (groups.size > 1) groups.delete("");
  return [...groups.values()].map(([first]) => first!).sort(byFormAndPlace);
}

/** In whatever order and case they are named. */
function columnsOf({ columns = [] }: SourceEvidence): string {
  return [...columns].sort(byCodeUnit).join(",").toLowerCase();
}

function byFormAndPlace(left: SourceEvidence, right: SourceEvidence): number {
  return (
    byCodeUnit(left.form ?? "", right.form ?? "") ||
    byCodeUnit(left.file, right.file) ||
    left.line - right.line
  );
}

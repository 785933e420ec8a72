import type { Coupling, SourceEvidence } from "../model/graph.ts";
import { byCodeUnit } from "../model/ids.ts";
import { groupBy } from "./group-by.ts";
import { sourcesOf } from "./source-evidence.ts";

/**
 * The keys of one foreign-key coupling, each once: a constraint of the database and the relation by which a mapper
 * knows it are one key when they have the same columns, or when one of them does not say. The constraint speaks for both.
 */
export function distinctKeys(coupling: Coupling): SourceEvidence[] {
  const seen = sourcesOf(coupling).sort(byFormAndPlace);
  const groups = groupBy(seen, ({ columns }) =>
    [...(columns ?? [])].sort(byCodeUnit).join(",").toLowerCase(),
  );
  const silent = groups.get("");
  if (silent !== undefined && groups.size > 1) groups.delete("");
  return [...groups.values()].map(([first]) => first!).sort(byFormAndPlace);
}

function byFormAndPlace(left: SourceEvidence, right: SourceEvidence): number {
  return (
    byCodeUnit(left.form ?? "", right.form ?? "") ||
    byCodeUnit(left.file, right.file) ||
    left.line - right.line
  );
}

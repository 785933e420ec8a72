import type { ForeignKeyCut, JoinCut } from "../../model/dossier.ts";
import type { SourceEvidence } from "../../model/graph.ts";
import { byCodeUnit, type NodeId } from "../../model/ids.ts";
import { groupBy } from "../group-by.ts";
import type { Landscape } from "../landscape.ts";
import { sourcesOf } from "../source-evidence.ts";
import { byPlace } from "./places.ts";

/** Foreign keys and relations between tables of two owners. */
export function foreignKeyCuts({ crossings, contexts, foreignKeys }: Landscape): ForeignKeyCut[] {
  return crossings["foreign-key"]
    .flatMap(({ coupling, from, to }) =>
      foreignKeys.get(coupling)!.map((seen) => ({
        from: contexts[from]!,
        to: contexts[to]!,
        table: coupling.from,
        references: coupling.to,
        columns: seen.columns ?? [],
        form: seen.form ?? "constraint",
        place: { file: seen.file, line: seen.line },
      })),
    )
    .sort(
      (left, right) =>
        byCodeUnit(left.table, right.table) ||
        byCodeUnit(left.references, right.references) ||
        byPlace(left.place, right.place),
    );
}

/** Queries that bring together tables of two owners. */
export function joinCuts(landscape: Landscape): JoinCut[] {
  const { crossings, contexts, home } = landscape;
  const unitAt = unitsByPlace(landscape);
  return crossings.join
    .flatMap(({ coupling, from, to }) =>
      sourcesOf(coupling).map((seen) => {
        const unit = unitAt(seen);
        const context = unit === null ? undefined : home.get(unit);
        return {
          context: context === undefined ? null : contexts[context]!,
          unit,
          left: coupling.from,
          right: coupling.to,
          leftOwner: contexts[from]!,
          rightOwner: contexts[to]!,
          statement: seen.statement ?? "",
          place: { file: seen.file, line: seen.line },
        };
      }),
    )
    .sort(
      (left, right) =>
        byPlace(left.place, right.place) ||
        byCodeUnit(left.left, right.left) ||
        byCodeUnit(left.right, right.right),
    );
}

/** The innermost unit that spans a line: the shortest one of its file. */
function unitsByPlace({ units }: Landscape): (place: SourceEvidence) => NodeId | null {
  const byFile = groupBy(units.values(), ({ file }) => file);
  return ({ file, line }) => {
    const inside = byFile.get(file) ?? [];
    const around = inside.filter((unit) => unit.line <= line && line <= unit.line + unit.lines);
    const shortest = around.sort((left, right) => left.lines - right.lines || byCodeUnit(left.id, right.id));
    return shortest[0]?.id ?? inside.find(({ id }) => !id.includes("#"))?.id ?? null;
  };
}

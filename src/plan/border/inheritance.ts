import type { InheritanceCut } from "../../model/dossier.ts";
import { byCodeUnit } from "../../model/ids.ts";
import type { Landscape } from "../landscape.ts";
import { sourcesOf } from "../source-evidence.ts";
import { byPlace } from "./places.ts";

/** Units that inherit from, or implement, a unit of another context; bases that many lean on are shared code. */
export function inheritanceCuts({ crossings, contexts }: Landscape): InheritanceCut[] {
  return crossings.inheritance
    .flatMap(({ coupling, from, to }) => {
      const [seen] = [...sourcesOf(coupling)].sort(byPlace);
      if (seen === undefined) return [];
      return [
        {
          from: contexts[from]!,
          to: contexts[to]!,
          unit: coupling.from,
          base: coupling.to,
          form: seen.form ?? "extends",
          place: { file: seen.file, line: seen.line },
        },
      ];
    })
    .sort((left, right) => byCodeUnit(left.unit, right.unit) || byCodeUnit(left.base, right.base));
}

import type { TransactionCut } from "../../model/dossier.ts";
import { byCodeUnit } from "../../model/ids.ts";
import type { Landscape } from "../landscape.ts";
import { byPlace } from "./places.ts";

/** Transactions that write tables of more than one context. */
export function transactionCuts({ sources, home, contexts }: Landscape): TransactionCut[] {
  return sources.transactions
    .flatMap(({ unit, method, form, steps, place }) => {
      const opener = home.get(unit);
      const owned = steps.flatMap(({ table, access, path, place: at }) => {
        const owner = home.get(table);
        return owner === undefined ? [] : [{ table, owner: contexts[owner]!, access, path, place: at }];
      });
      const writes = [...new Set(owned.filter(({ access }) => access === "write").map(({ owner }) => owner))];
      if (writes.length < 2) return [];
      return [
        {
          unit,
          method,
          form,
          context: opener === undefined ? null : contexts[opener]!,
          writes: writes.sort(byCodeUnit),
          steps: owned,
          place,
        },
      ];
    })
    .sort((left, right) => byPlace(left.place, right.place) || byCodeUnit(left.unit, right.unit));
}

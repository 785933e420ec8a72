import type { TableOwnership, TableRole, TableUse } from "../../model/dossier.ts";
import type { Coupling } from "../../model/graph.ts";
import { byCodeUnit } from "../../model/ids.ts";
import { groupBy } from "../group-by.ts";
import type { Landscape } from "../landscape.ts";
import { sourcesOf } from "../source-evidence.ts";
import { listed } from "./places.ts";

/** Every table of some context: who owns it, and what each context does with it. */
export function tablesOf(landscape: Landscape): TableOwnership[] {
  const { links, kernelLinks, home } = landscape;
  const accesses = groupBy(
    [...links.of["table-access"], ...kernelLinks.of["table-access"]].map(({ coupling }) => coupling),
    ({ to }) => to,
  );
  return [...landscape.tables.keys()].sort(byCodeUnit).flatMap((table) => {
    const owner = landscape.home.get(table);
    if (owner === undefined) return [];
    const uses = [...groupBy(accesses.get(table) ?? [], ({ from }) => home.get(from) ?? -1)]
      .sort(([left], [right]) => left - right)
      .map(([context, own]) => useOf(landscape.contexts[context] ?? null, own));
    const id = landscape.contexts[owner]!;
    return [{ table, owner: id, role: roleOf(id, uses), uses }];
  });
}

function useOf(context: TableUse["context"], couplings: readonly Coupling[]): TableUse {
  const evidence = couplings.flatMap(sourcesOf);
  const writes = evidence.filter(({ access }) => access === "write").length;
  return {
    context,
    reads: evidence.length - writes,
    writes,
    units: [...new Set(couplings.map(({ from }) => from))].sort(byCodeUnit),
    places: listed(evidence),
    columns: [...new Set(evidence.flatMap(({ columns }) => columns ?? []))].sort(byCodeUnit),
  };
}

function roleOf(owner: string, uses: readonly TableUse[]): TableRole {
  if (uses.length === 0) return "untouched";
  const writers = uses.filter(({ writes }) => writes > 0);
  if (writers.length > 1) return "written-by-several";
  if (uses.length === 1) return uses[0]?.context === owner ? "owned" : "used-elsewhere";
  return writers.length === 0 ? "lookup" : "read-by-others";
}

import type { TableOwnership, TableRole, TableUse } from "../../model/dossier.ts";
import type { Coupling } from "../../model/graph.ts";
import { byCodeUnit, type NodeId } from "../../model/ids.ts";
import type { Landscape } from "../landscape.ts";
import { listed } from "./places.ts";

/** Every table of some context: who owns it, and what each context does with it. */
export function tablesOf(landscape: Landscape): TableOwnership[] {
  const accesses = new Map<NodeId, Map<number, Coupling[]>>();
  for (const coupling of landscape.couplings) {
    const context = landscape.home.get(coupling.from);
    if (coupling.kind !== "table-access" || context === undefined) continue;
    const users = accesses.get(coupling.to) ?? new Map<number, Coupling[]>();
    users.set(context, [...(users.get(context) ?? []), coupling]);
    accesses.set(coupling.to, users);
  }
  return [...landscape.tables.keys()].sort(byCodeUnit).flatMap((table) => {
    const owner = landscape.home.get(table);
    if (owner === undefined) return [];
    const uses = [...(accesses.get(table) ?? [])]
      .sort(([left], [right]) => left - right)
      .map(([context, couplings]) => useOf(landscape.contexts[context]!, couplings));
    const id = landscape.contexts[owner]!;
    return [{ table, owner: id, role: roleOf(id, uses), uses }];
  });
}

function useOf(context: TableUse["context"], couplings: readonly Coupling[]): TableUse {
  const evidence = couplings.flatMap((coupling) => coupling.evidence).filter((seen) => "file" in seen);
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

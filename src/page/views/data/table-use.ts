import type { Coupling, TableNode } from "../../../model/graph.ts";
import type { ContextId } from "../../../model/ids.ts";
import type { Page } from "../../page.ts";

/** What the contexts of a level do with one table. */
export interface TableUse {
  readonly table: TableNode;
  readonly owner: ContextId | undefined;
  readonly by: ReadonlyMap<ContextId, Use>;
  readonly writers: number;
}

export interface Use {
  readonly reads: number;
  readonly writes: number;
  readonly couplings: readonly Coupling[];
}

/** Every table with its use, the most contested first: by contexts that write, then by contexts that use it. */
export function tableUses(page: Page): TableUse[] {
  const { level } = page.state.route;
  const { atlas } = page;
  const tables = atlas.report.graph.nodes.filter((node) => node.kind === "table");
  const uses = tables.map((table): TableUse => {
    const touching = atlas.touching.get(table.id) ?? [];
    const accesses = touching.filter(({ kind, to }) => kind === "table-access" && to === table.id);
    const by = usesBy(accesses, ({ from }) => atlas.contextOf(from, level));
    const writers = [...by.values()].filter(({ writes }) => writes > 0).length;
    return { table, owner: atlas.contextOf(table.id, level), by, writers };
  });
  return uses.sort((left, right) => right.writers - left.writers || right.by.size - left.by.size);
}

/** A table is shared when a context other than its owner uses it, or several do. */
export function isShared({ by, owner }: TableUse): boolean {
  return by.size > 1 || (by.size === 1 && owner !== undefined && !by.has(owner));
}

function usesBy(
  accesses: readonly Coupling[],
  home: (coupling: Coupling) => ContextId | undefined,
): Map<ContextId, Use> {
  const by = new Map<ContextId, Use>();
  for (const coupling of accesses) {
    const context = home(coupling);
    if (context === undefined) continue;
    const known = by.get(context) ?? { reads: 0, writes: 0, couplings: [] };
    const writes = writesIn(coupling);
    by.set(context, {
      reads: known.reads + coupling.count - writes,
      writes: known.writes + writes,
      couplings: [...known.couplings, coupling],
    });
  }
  return by;
}

/** Where the page carries only some of the sightings, their share of writes stands for all. */
function writesIn(coupling: Coupling): number {
  const writes = coupling.evidence.filter(
    (evidence) => "access" in evidence && evidence.access === "write",
  ).length;
  return coupling.evidence.length === 0
    ? 0
    : Math.round((writes / coupling.evidence.length) * coupling.count);
}

import type { Context } from "../../model/context.ts";
import type { ContextId, NodeId } from "../../model/ids.ts";
import { fuzzyScore } from "./fuzzy.ts";
import { homeOf, remember, type World } from "./world.ts";

export type EntryKind = "context" | "unit" | "table" | "endpoint";

/** Something with a name that one can jump to. */
export interface Entry {
  readonly kind: EntryKind;
  readonly name: string;
  /** Where it is: a file, a context. */
  readonly note: string;
  readonly node: NodeId | null;
  readonly context: ContextId | null;
}

const MOST = 200;

/** What a person may mean by a few letters, the best guess first. */
export function findEntries(world: World, text: string, kinds: ReadonlySet<EntryKind> = ALL_KINDS): Entry[] {
  const query = text.trim().toLowerCase();
  const scored: { readonly entry: Entry; readonly score: number }[] = [];
  for (const entry of entriesOf(world)) {
    if (!kinds.has(entry.kind)) continue;
    const name = fuzzyScore(entry.name, query);
    const score = name > 0 ? name + BONUS[entry.kind] : entry.note.toLowerCase().includes(query) ? 20 : 0;
    if (score > 0) scored.push({ entry, score });
  }
  return scored
    .sort((left, right) => right.score - left.score || left.entry.name.length - right.entry.name.length)
    .slice(0, MOST)
    .map(({ entry }) => entry);
}

const ALL_KINDS: ReadonlySet<EntryKind> = new Set(["context", "unit", "table", "endpoint"]);
/** Of two equally good names, the larger thing is meant. */
const BONUS: Readonly<Record<EntryKind, number>> = { context: 30, table: 4, unit: 5, endpoint: 0 };

function entriesOf(world: World): readonly Entry[] {
  return remember(world, "entries", () => [
    ...distinct(world).map((context): Entry => {
      return { kind: "context", name: context.name, note: context.level, node: null, context: context.id };
    }),
    ...world.report.graph.nodes.map((node): Entry => {
      const context = homeOf(world, node.id, "macro");
      return { kind: node.kind, name: node.name, note: `${node.file}:${node.line}`, node: node.id, context };
    }),
    ...world.report.endpoints.map((endpoint): Entry => {
      const name = `${endpoint.verb} ${endpoint.path}`;
      const context = homeOf(world, endpoint.unit, "macro");
      return { kind: "endpoint", name, note: endpoint.handler, node: endpoint.unit, context };
    }),
  ]);
}

/** A context that is all of the larger one that it lies in is the same to whoever looks for it. */
function distinct({ report, contexts }: World): readonly Context[] {
  return report.grouping.contexts.filter(({ parent, name, members }) => {
    const around = parent === null ? undefined : contexts.get(parent);
    return around === undefined || around.name !== name || around.members.length !== members.length;
  });
}

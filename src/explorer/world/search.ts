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

/** What a person may mean by a few letters, the best guess first; of the likely kind before others. */
export function findEntries(world: World, text: string, likely: EntryKind | null = null): Entry[] {
  const query = text.trim().toLowerCase();
  const scored: { readonly entry: Entry; readonly score: number }[] = [];
  for (const entry of entriesOf(world)) {
    const name = fuzzyScore(entry.name, query);
    const score =
      name > 0 ? name + bonusOf(entry.kind, likely) : entry.note.toLowerCase().includes(query) ? 20 : 0;
    if (score > 0) scored.push({ entry, score });
  }
  return scored
    .sort((left, right) => right.score - left.score || left.entry.name.length - right.entry.name.length)
    .slice(0, MOST)
    .map(({ entry }) => entry);
}

/** Of two equally good names, the larger thing is meant. */
const BONUS: Readonly<Record<EntryKind, number>> = { context: 30, table: 6, unit: 5, endpoint: 0 };
/** Who searches among tables means a table, unless another name fits much better. */
const LIKELY = 450;

function bonusOf(kind: EntryKind, likely: EntryKind | null): number {
  return BONUS[kind] + (kind === likely ? LIKELY : 0);
}

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

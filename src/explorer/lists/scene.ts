import type { Decisions } from "../../model/decision.ts";
import type { ContextId, NodeId } from "../../model/ids.ts";
import type { Copy } from "../../reporters/copy.ts";
import type { Looking } from "../state/looking.ts";
import type { Words } from "../words/words.ts";
import { EVERYTHING, KERNEL, NOWHERE, nodeOf, type World } from "../world/world.ts";

/** What lists are made of: the report as it stands now, where somebody looks, and the words. */
export interface Scene {
  readonly world: World;
  /** The report before any decision of this session. */
  readonly base: World;
  readonly looking: Looking;
  readonly decisions: Decisions;
  readonly saved: Decisions;
  readonly marked: ReadonlySet<NodeId>;
  readonly copy: Copy;
  readonly words: Words;
}

export function contextName({ world, words }: Scene, id: ContextId): string {
  if (id === KERNEL) return words.kernel;
  if (id === NOWHERE) return words.nowhere;
  if (id === EVERYTHING) return words.everything;
  return world.contexts.get(id)?.name ?? id;
}

/** A unit by its name, with its file where it has no name of its own. */
export function nodeName({ world }: Scene, id: NodeId): string {
  return nodeOf(world, id)?.name ?? id;
}

import type { Decisions } from "../../model/decision.ts";
import { type Atlas, atlasOf } from "../atlas.ts";
import { replay } from "./replay.ts";

/** The outcome of decisions, computed once however often it is looked at. */
export interface Replayed {
  (decisions: Decisions): Atlas;
  /** Would an answer come at once? */
  readonly knows: (decisions: Decisions) => boolean;
}

/** How many outcomes are kept: undo, redo and scenarios come back at once. */
const KEPT = 12;

export function replayOnce(found: Atlas): Replayed {
  const known = new Map<string, Atlas>([["[]", found]]);
  const replayed = (decisions: Decisions): Atlas => {
    const key = keyOf(decisions);
    const outcome = known.get(key) ?? atlasOf(replay(found.report, decisions));
    const oldest = [...known.keys()][1];
    if (!known.has(key) && known.size > KEPT && oldest !== undefined) known.delete(oldest);
    known.set(key, outcome);
    return outcome;
  };
  return Object.assign(replayed, { knows: (decisions: Decisions) => known.has(keyOf(decisions)) });
}

/** Who decided and why changes no number. */
function keyOf(decisions: Decisions): string {
  return JSON.stringify(
    decisions
      .filter(({ kind }) => kind !== "note")
      .map((decision) => ({ ...decision, author: "", reason: "", line: 0 })),
  );
}

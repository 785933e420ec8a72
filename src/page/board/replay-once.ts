import type { Decisions } from "../../model/decision.ts";
import { type Atlas, atlasOf } from "../atlas.ts";
import { replay } from "./replay.ts";

/** What decisions lead to. */
export interface Outcome {
  readonly atlas: Atlas;
  /** Decisions that could not be followed, one sentence each. */
  readonly troubles: readonly string[];
}

/** The outcome of decisions, computed once however often it is looked at. */
export interface Replayed {
  (decisions: Decisions): Outcome;
  /** Would an answer come at once? */
  readonly knows: (decisions: Decisions) => boolean;
}

/** How many outcomes are kept: undo, redo and scenarios come back at once. */
const KEPT = 12;

/** `carried` is the report of the page: the outcome of the decisions that it was made with, often none. */
export function replayOnce(carried: Atlas): Replayed {
  const { report } = carried;
  const known = new Map<string, Outcome>([[keyOf(report.decisions), { atlas: carried, troubles: [] }]]);
  const replayed = (decisions: Decisions): Outcome => {
    const key = keyOf(decisions);
    const outcome = known.get(key) ?? computed(decisions);
    const oldest = [...known.keys()][1];
    if (!known.has(key) && known.size > KEPT && oldest !== undefined) known.delete(oldest);
    known.set(key, outcome);
    return outcome;
  };
  return Object.assign(replayed, { knows: (decisions: Decisions) => known.has(keyOf(decisions)) });

  /** Decisions are held against the contexts as found without any. */
  function computed(decisions: Decisions): Outcome {
    const base = decisions.length === 0 ? report : replayed([]).atlas.report;
    const { report: decided, troubles } = replay(base, decisions);
    return { atlas: atlasOf(decided, carried), troubles };
  }
}

/** Who decided and why changes no number. */
function keyOf(decisions: Decisions): string {
  const telling = decisions.filter(({ kind }) => kind !== "note");
  return JSON.stringify(telling.map((decision) => ({ ...decision, author: "", reason: "", line: 0 })));
}

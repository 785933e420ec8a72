import type { Decision } from "../../model/decision.ts";
import type { Words } from "../words/words.ts";

const SHOWN = 2;

/** A decision in one line: `pin OrdersService → payment`. */
export function decisionText(decision: Decision, words: Words): string {
  const verb = words.decisionKinds[decision.kind];
  switch (decision.kind) {
    case "pin":
      return `${verb} ${few(decision.targets)} → ${plain(decision.context)}`;
    case "must-link":
    case "cannot-link":
    case "ignore":
    case "shared":
      return `${verb} ${few(decision.targets)}`;
    case "rename":
      return `${verb} ${plain(decision.context)} → ${decision.name}`;
    case "merge":
      return `${verb} ${decision.contexts.map(plain).join(" + ")}${decision.name === null ? "" : ` → ${decision.name}`}`;
    case "split":
      return `${verb} ${plain(decision.context)} → ${decision.into.map(({ name, targets }) => `${name} (${few(targets)})`).join(", ")}`;
    case "note":
      return `${verb} ${plain(decision.about)}`;
  }
}

function few(targets: readonly string[]): string {
  const shown = targets.slice(0, SHOWN).map(plain).join(", ");
  return targets.length > SHOWN ? `${shown} +${targets.length - SHOWN}` : shown;
}

/** The name within an id: `src/orders.ts#Orders` is `Orders`, `macro/orders` is `orders`. */
function plain(id: string): string {
  const hash = id.lastIndexOf("#");
  return hash >= 0 ? id.slice(hash + 1) : id.replace(/^(macro|meso|micro)\//, "");
}

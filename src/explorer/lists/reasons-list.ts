import type { ContextId } from "../../model/ids.ts";
import { remember } from "../world/world.ts";
import { borderItems } from "./border-items.ts";
import { callItems } from "./call-items.ts";
import { type List, listOf } from "./list.ts";
import { item, type ReasonItem, reasonRow, section, signed } from "./reason-item.ts";
import { contextName, nodeName, type Scene } from "./scene.ts";

/** Why a context has its place in the order, and everything that must be cut for it, each thing with its places. */
export function reasonsList(scene: Scene, context: ContextId | null): List {
  const head = { title: scene.words.panes.reasons, note: "", empty: scene.words.none.rows };
  if (context === null) return listOf(head, [], reasonRow);
  return listOf(
    head,
    remember(scene.world, `reasons ${context}`, () => itemsOf(scene, context)),
    reasonRow,
  );
}

function itemsOf(scene: Scene, context: ContextId): ReasonItem[] {
  const { titles } = scene.copy.dossier;
  return [
    ...adviceItems(scene, context),
    ...section(titles.order, scoreItems(scene, context)),
    ...section(titles.unlocks, unlockItems(scene, context)),
    ...section(titles.inbound, callItems(scene, context, "to")),
    ...section(titles.outbound, callItems(scene, context, "from")),
    ...borderItems(scene, context),
  ];
}

function adviceItems({ world, copy }: Scene, context: ContextId): ReasonItem[] {
  const judgement = world.report.plan.judgements.find((known) => known.context === context);
  if (judgement === undefined) return [];
  const reasons = judgement.reasons.map(({ code, observed, limit }) =>
    item(copy.plan.adviceReasons[code](observed, limit)),
  );
  return section(copy.plan.advice[judgement.advice].title, reasons);
}

function scoreItems({ world, copy }: Scene, context: ContextId): ReasonItem[] {
  const { agenda, steps } = world.report.plan;
  const step = [...agenda, ...steps].find((planned) => planned.context === context);
  return [...(step?.reasons ?? [])]
    .filter(({ contribution }) => contribution !== 0)
    .sort((left, right) => right.contribution - left.contribution)
    .map(({ criterion, observed, contribution }) => {
      const { reason, why } = copy.criteria[criterion];
      return item(reason(observed), { about: why }, signed(contribution), contribution > 0 ? "good" : "bad");
    });
}

function unlockItems(scene: Scene, context: ContextId): ReasonItem[] {
  const { dossier: words } = scene.copy;
  const dossier = scene.world.report.plan.dossiers.find((known) => known.context === context);
  return (dossier?.unlocks ?? []).map((move) => {
    const [from, to] = [contextName(scene, move.from), contextName(scene, move.to)];
    if (move.kind === "move-unit") {
      const text = words.moveUnit(nodeName(scene, move.unit), from, to);
      return item(text, { node: move.unit }, signed(move.gain), "good");
    }
    const methods = move.methods.map(({ unit, method }) => `${nodeName(scene, unit)}.${method}`).join(", ");
    return item(words.invertCall(methods, from, to), {}, signed(move.gain), "good");
  });
}

import type { ContextId } from "../../model/ids.ts";
import { at, item, type ReasonItem } from "./reason-item.ts";
import { contextName, nodeName, type Scene } from "./scene.ts";

/** The methods called over the border of a context, most places first: `to` for calls into it, `from` out of it. */
export function callItems(scene: Scene, context: ContextId, side: "from" | "to"): ReasonItem[] {
  const { dossier: words } = scene.copy;
  return scene.world.report.plan.border.calls
    .filter((call) => call[side] === context)
    .sort((left, right) => right.sites - left.sites)
    .map(({ from, to, unit, method, sites, places, mode, because, signature }) => {
      const other = side === "to" ? from : to;
      const who = other === null ? scene.words.kernel : contextName(scene, other);
      const name = `${nodeName(scene, unit)}.${method}`;
      const about = `${words.modes[mode]}: ${words.callReasons[because]} · ${method}${signature}`;
      return item(
        `${name} ${side === "to" ? "←" : "→"} ${who}`,
        { node: unit, about, sightings: at(places, name) },
        String(sites),
      );
    });
}

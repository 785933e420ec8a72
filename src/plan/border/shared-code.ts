import type { SharedCode, SharedDecision, SharedReason } from "../../model/dossier.ts";
import type { Place } from "../../model/fact.ts";
import type { UnitNode } from "../../model/graph.ts";
import { byCodeUnit, type NodeId } from "../../model/ids.ts";
import { needsCodeOf } from "../criteria/shared-code.ts";
import type { Landscape } from "../landscape.ts";
import { listed } from "./places.ts";

/** Code of at most this many lines may be copied without a second thought. */
const SMALL_LINES = 80;
/** From this many contexts on, copies would drift apart. */
const MANY_CONTEXTS = 3;

/** Units without data of their own that are used on the other side of a border. */
export function sharedCodeOf(landscape: Landscape): SharedCode[] {
  const uses = new Map<NodeId, Map<number, { places: Place[]; sites: number }>>();
  for (const { coupling, from } of landscape.crossings.filter((crossing) =>
    needsCodeOf(crossing, landscape),
  )) {
    const users = uses.get(coupling.to) ?? new Map<number, { places: Place[]; sites: number }>();
    const use = users.get(from) ?? { places: [], sites: 0 };
    for (const seen of coupling.evidence) if ("file" in seen) use.places.push(seen);
    use.sites += coupling.count;
    users.set(from, use);
    uses.set(coupling.to, users);
  }
  return [...uses]
    .sort(([left], [right]) => byCodeUnit(left, right))
    .flatMap(([id, users]) => {
      const unit = landscape.units.get(id);
      return unit === undefined ? [] : [rowOf(unit, users, landscape)];
    });
}

function rowOf(
  unit: UnitNode,
  users: ReadonlyMap<number, { readonly places: Place[]; readonly sites: number }>,
  { contexts, home, kernel }: Landscape,
): SharedCode {
  const because = reasonOf(unit, kernel);
  return {
    unit: unit.id,
    home: contexts[home.get(unit.id) ?? 0]!,
    usedBy: [...users]
      .sort(([left], [right]) => left - right)
      .map(([context, { places, sites }]) => ({
        context: contexts[context]!,
        places: listed(places),
        sites,
      })),
    because,
    proposal: proposalOf(unit, users.size),
  };
}

function reasonOf(unit: UnitNode, kernel: ReadonlySet<NodeId>): SharedReason {
  if (kernel.has(unit.id)) return "kernel";
  return unit.form === "interface" || unit.role === "entity" || unit.role === "dto" ? "type" : "pure";
}

/** An entity stays with the owner of its table; what many use is shared; what is small is copied. */
function proposalOf(unit: UnitNode, users: number): SharedDecision {
  if (unit.role === "entity") return "own";
  return users < MANY_CONTEXTS && unit.lines <= SMALL_LINES ? "duplicate" : "share";
}

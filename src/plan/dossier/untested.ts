import type { Role } from "../../model/fact.ts";
import { byCodeUnit, type NodeId } from "../../model/ids.ts";
import type { Landscape } from "../landscape.ts";

/** Roles with no behaviour of their own to test. */
const WITHOUT_BEHAVIOUR: ReadonlySet<Role | null> = new Set<Role | null>([
  "dto",
  "module",
  "migration",
  "configuration",
  "test",
]);

/** The units of each context that no test reaches, hotspots (revisions × complexity) first. */
export function untestedOf({ contexts, units, home, sources }: Landscape): NodeId[][] {
  const tested = new Set(sources.tested);
  const untested = contexts.map(() => [] as { id: NodeId; heat: number }[]);
  for (const unit of units.values()) {
    const silent = WITHOUT_BEHAVIOUR.has(unit.role) || unit.form === "interface" || unit.methods.length === 0;
    if (silent || tested.has(unit.id) || tested.has(unit.file)) continue;
    untested[home.get(unit.id) ?? -1]?.push({ id: unit.id, heat: unit.revisions * unit.complexity });
  }
  return untested.map((list) =>
    list.sort((left, right) => right.heat - left.heat || byCodeUnit(left.id, right.id)).map(({ id }) => id),
  );
}

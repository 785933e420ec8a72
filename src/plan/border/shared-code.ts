import type { SharedCode, SharedDecision, SharedReason } from "../../model/dossier.ts";
import type { Coupling, UnitNode } from "../../model/graph.ts";
import { byCodeUnit, type NodeId } from "../../model/ids.ts";
import { needsCode } from "../criteria/shared-code.ts";
import { groupBy } from "../group-by.ts";
import type { Landscape } from "../landscape.ts";
import { listed } from "./places.ts";

/** Code of at most this many lines may be copied without a second thought. */
const SMALL_LINES = 80;
/** From this many contexts on, copies would drift apart. */
const MANY_CONTEXTS = 3;

/** Units without data of their own that are used on the other side of a border, and those of the shared kernel. */
export function sharedCodeOf(landscape: Landscape): SharedCode[] {
  const { crossings, kernelCouplings, kernel, home, units } = landscape;
  const couplings = [
    ...crossings.map(({ coupling }) => coupling).filter((coupling) => needsCode(coupling, landscape)),
    ...kernelCouplings.filter(({ to, kind }) => kernel.has(to) && kind !== "co-change" && kind !== "import"),
  ];
  return [...groupBy(couplings, ({ to }) => to)]
    .sort(([left], [right]) => byCodeUnit(left, right))
    .flatMap(([id, uses]) => {
      const unit = units.get(id) ?? landscape.ground.units.get(id);
      const byUser = groupBy(uses, ({ from }) => home.get(from) ?? -1);
      return unit === undefined ? [] : [rowOf(unit, byUser, landscape)];
    });
}

function rowOf(
  unit: UnitNode,
  users: ReadonlyMap<number, readonly Coupling[]>,
  landscape: Landscape,
): SharedCode {
  const { contexts, home, kernel, services } = landscape;
  const lies = home.get(unit.id);
  const holdsData = services.has(unit.id);
  return {
    unit: unit.id,
    home: lies === undefined ? null : contexts[lies]!,
    usedBy: [...users]
      .sort(([left], [right]) => left - right)
      .map(([context, uses]) => ({
        context: contexts[context]!,
        places: listed(uses.flatMap(({ evidence }) => evidence.filter((seen) => "file" in seen))),
        sites: uses.reduce((sum, { count }) => sum + count, 0),
      })),
    because: reasonOf(unit, kernel),
    proposal: holdsData ? "own" : proposalOf(unit, users.size),
  };
}

function reasonOf(unit: UnitNode, kernel: ReadonlySet<NodeId>): SharedReason {
  if (kernel.has(unit.id)) return "kernel";
  return isShape(unit) ? "type" : "pure";
}

function isShape({ form, role, methods, fields }: UnitNode): boolean {
  return (
    form === "interface" ||
    role === "entity" ||
    role === "dto" ||
    (form === "class" && methods.length === 0 && fields.length > 0)
  );
}

/** An entity stays with the owner of its table; what many use is shared; what is small is copied. */
function proposalOf(unit: UnitNode, users: number): SharedDecision {
  if (unit.role === "entity") return "own";
  return users < MANY_CONTEXTS && unit.lines <= SMALL_LINES ? "duplicate" : "share";
}

import type { SharedCode, SharedDecision, SharedReason } from "../../model/dossier.ts";
import type { UnitNode } from "../../model/graph.ts";
import { byCodeUnit } from "../../model/ids.ts";
import { codeLinks } from "../criteria/shared-code.ts";
import { groupBy } from "../group-by.ts";
import type { Landscape } from "../landscape.ts";
import type { Link } from "../links.ts";
import { sourcesOf } from "../source-evidence.ts";
import { listed } from "./places.ts";

/** Code of at most this many lines may be copied without a second thought. */
const SMALL_LINES = 80;
/** From this many contexts on, copies would drift apart. */
const MANY_CONTEXTS = 3;

/** Units without data of their own that are used on the other side of a border, and those of the shared kernel. */
export function sharedCodeOf(landscape: Landscape): SharedCode[] {
  const { links, kernelLinks, kernelUse, homes, ground } = landscape;
  const uses = [
    ...codeLinks(links, landscape).filter(({ from, to }) => homes[from] !== homes[to]),
    ...kernelLinks.all.filter(
      ({ coupling: { kind }, to }) => kernelUse.has(to) && kind !== "co-change" && kind !== "import",
    ),
  ];
  return [...groupBy(uses, ({ to }) => to).values()]
    .map((own) => [own[0]!.coupling.to, own] as const)
    .sort(([left], [right]) => byCodeUnit(left, right))
    .flatMap(([id, own]) => {
      const unit = ground.units.get(id);
      const byUser = groupBy(own, ({ from }) => homes[from]!);
      return unit === undefined ? [] : [rowOf(unit, byUser, landscape)];
    });
}

function rowOf(
  unit: UnitNode,
  users: ReadonlyMap<number, readonly Link[]>,
  landscape: Landscape,
): SharedCode {
  const { contexts, home, services } = landscape;
  const lies = home.get(unit.id);
  const holdsData = services.has(unit.id);
  return {
    unit: unit.id,
    home: lies === undefined ? null : contexts[lies]!,
    usedBy: [...users]
      .sort(([left], [right]) => left - right)
      .map(([context, uses]) => ({
        context: contexts[context]!,
        places: listed(uses.flatMap(({ coupling }) => sourcesOf(coupling))),
        sites: uses.reduce((sum, { coupling }) => sum + coupling.count, 0),
      })),
    because: reasonOf(unit, users.size, landscape),
    proposal: holdsData ? "own" : proposalOf(unit, users.size, landscape.mapped.has(unit.id)),
  };
}

function reasonOf(unit: UnitNode, users: number, { kernel, services, mapped }: Landscape): SharedReason {
  const leantOn = users >= MANY_CONTEXTS || services.has(unit.id);
  if (kernel.has(unit.id) && leantOn) return "kernel";
  return isShape(unit, mapped.has(unit.id)) ? "type" : "pure";
}

/** Fields without behaviour, or what a table is mapped to: the role alone may be no more than a suffix. */
function isShape({ form, role, methods, fields }: UnitNode, isMapped: boolean): boolean {
  if (form === "interface" || isMapped) return true;
  if (methods.length > 0) return false;
  return role === "entity" || role === "dto" || (form === "class" && fields.length > 0);
}

/** An entity stays with the owner of its table; what many use is shared; what is small is copied. */
function proposalOf(unit: UnitNode, users: number, isMapped: boolean): SharedDecision {
  if (isMapped) return "own";
  return users < MANY_CONTEXTS && unit.lines <= SMALL_LINES ? "duplicate" : "share";
}

import type { Coupling, CouplingKind } from "../model/graph.ts";
import type { NodeId } from "../model/ids.ts";
import { groupBy } from "./group-by.ts";

/** Ties by which code of the shared kernel acts for whoever uses it. */
const USES: ReadonlySet<CouplingKind> = new Set<CouplingKind>([
  "call",
  "construction",
  "injection",
  "inheritance",
  "type-reference",
  "import",
]);

/** All uses of units of the shared kernel, by contexts and by the kernel itself. */
export function kernelUses(couplings: readonly Coupling[], kernel: ReadonlySet<NodeId>): Coupling[] {
  return couplings.filter(({ kind, to }) => kernel.has(to) && USES.has(kind));
}

/**
 * The contexts on whose behalf each unit of the shared kernel acts: those that use it, also by way of other units of
 * the kernel. The kernel itself is at home nowhere.
 */
export function kernelUsers(
  uses: readonly Coupling[],
  kernel: ReadonlySet<NodeId>,
  home: ReadonlyMap<NodeId, number>,
): Map<NodeId, readonly number[]> {
  const inward = groupBy(uses, ({ to }) => to);
  return new Map(
    [...kernel].map((unit) => {
      const users = usersOf(unit, inward, kernel);
      const contexts = new Set([...users].flatMap((user) => home.get(user) ?? []));
      return [unit, [...contexts].sort((left, right) => left - right)];
    }),
  );
}

/** Who uses a unit of the kernel, directly or through others of the kernel. */
function usersOf(
  unit: NodeId,
  inward: ReadonlyMap<NodeId, readonly Coupling[]>,
  kernel: ReadonlySet<NodeId>,
): Set<NodeId> {
  const users = new Set<NodeId>();
  const within = new Set([unit]);
  for (const id of within) {
    for (const { from } of inward.get(id) ?? []) (kernel.has(from) ? within : users).add(from);
  }
  return users;
}

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

/** Everybody who uses each unit of the kernel, also by way of other units of the kernel. */
export function usersOfKernel(
  uses: readonly Coupling[],
  kernel: ReadonlySet<NodeId>,
): Map<NodeId, readonly NodeId[]> {
  const inward = groupBy(uses, ({ to }) => to);
  return new Map([...kernel].map((unit) => [unit, [...usersOf(unit, inward, kernel)]]));
}

/** The contexts on whose behalf each unit of the kernel acts; the kernel itself is at home nowhere. */
export function contextsOfKernel(
  users: ReadonlyMap<NodeId, readonly NodeId[]>,
  home: ReadonlyMap<NodeId, number>,
): Map<NodeId, readonly number[]> {
  const contexts = new Map<NodeId, readonly number[]>();
  for (const [unit, nodes] of users) {
    const found = new Set<number>();
    for (const node of nodes) {
      const context = home.get(node);
      if (context !== undefined) found.add(context);
    }
    contexts.set(
      unit,
      [...found].sort((left, right) => left - right),
    );
  }
  return contexts;
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

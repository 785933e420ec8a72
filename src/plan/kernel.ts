import type { CouplingKind } from "../model/graph.ts";
import { append } from "./group-by.ts";
import type { Links } from "./links.ts";

/** Ties by which code of the shared kernel acts for whoever uses it. */
const USES: readonly CouplingKind[] = [
  "call",
  "construction",
  "injection",
  "inheritance",
  "type-reference",
  "import",
];

/** Everybody who uses each unit of the shared kernel, also by way of other units of it; all by position. */
export type KernelUse = ReadonlyMap<number, readonly number[]>;

export function kernelUseOf({ of }: Links, kernel: ReadonlySet<number>): KernelUse {
  const inward = new Map<number, number[]>();
  for (const kind of USES) {
    for (const { from, to } of of[kind]) if (kernel.has(to)) append(inward, to, from);
  }
  return new Map([...kernel].map((unit) => [unit, [...usersOf(unit, inward, kernel)]]));
}

/** Who uses a unit of the kernel, directly or through others of the kernel. */
function usersOf(
  unit: number,
  inward: ReadonlyMap<number, readonly number[]>,
  kernel: ReadonlySet<number>,
): Set<number> {
  const users = new Set<number>();
  const within = new Set([unit]);
  for (const id of within) {
    for (const from of inward.get(id) ?? []) (kernel.has(from) ? within : users).add(from);
  }
  return users;
}

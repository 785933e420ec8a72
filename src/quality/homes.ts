import type { Grouping, Level } from "../model/context.ts";
import type { DependencyGraph } from "../model/graph.ts";
import { byCodeUnit, type ContextId } from "../model/ids.ts";

/** What the files and units that people call shared are scored as: one group of their own. */
export const SHARED_KERNEL = "shared kernel";

/** The context of every unit and file: a file is where most of its lines are. */
export function homesOf(
  graph: DependencyGraph,
  grouping: Grouping,
  level: Level,
): Map<string, ContextId | typeof SHARED_KERNEL> {
  const ofNode = new Map<string, ContextId | typeof SHARED_KERNEL>();
  for (const { node } of grouping.sharedKernel) ofNode.set(node, SHARED_KERNEL);
  for (const membership of grouping.memberships) ofNode.set(membership.node, membership[level]);
  const lines = new Map<string, Map<ContextId | typeof SHARED_KERNEL, number>>();
  for (const node of graph.nodes) {
    const home = ofNode.get(node.id);
    if (node.kind !== "unit" || home === undefined) continue;
    const ofFile = lines.get(node.file) ?? new Map<ContextId | typeof SHARED_KERNEL, number>();
    lines.set(node.file, ofFile.set(home, (ofFile.get(home) ?? 0) + node.lines));
  }
  const homes = new Map<string, ContextId | typeof SHARED_KERNEL>();
  for (const [file, ofFile] of lines) homes.set(file, largest(ofFile));
  // A module's own functions have the id of their file: there the file as a whole is meant.
  for (const [node, home] of ofNode) if (!homes.has(node)) homes.set(node, home);
  return homes;
}

function largest<Home extends string>(counts: ReadonlyMap<Home, number>): Home {
  return [...counts].sort((left, right) => right[1] - left[1] || byCodeUnit(left[0], right[0]))[0]![0];
}

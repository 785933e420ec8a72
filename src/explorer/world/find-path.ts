import type { Coupling, CouplingKind } from "../../model/graph.ts";
import type { NodeId } from "../../model/ids.ts";
import { couplingsOf, type World } from "./world.ts";

/** What happens when the program runs, or what the database keeps. */
const RUNNING: ReadonlySet<CouplingKind> = new Set([
  "call",
  "construction",
  "injection",
  "inheritance",
  "table-mapping",
  "table-access",
  "foreign-key",
]);
/** What lies side by side does not reach anything. */
const NO_WAY: ReadonlySet<CouplingKind> = new Set(["co-change", "join", "transaction"]);

/** How the one reaches the other: the couplings along the way, in order. */
export interface Path {
  /**
   * `run`: something is done at every step. `dependency`: some steps only name or import the next one. `tie`: some
   * steps run the other way.
   */
  readonly along: "run" | "dependency" | "tie";
  readonly hops: readonly Hop[];
}

/** One step of a path, with all couplings between its ends. */
export interface Hop {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly couplings: readonly Coupling[];
}

/** The shortest path from any of these nodes to any of those: the most telling kind of path that there is. */
export function findPath(world: World, starts: readonly NodeId[], ends: readonly NodeId[]): Path | null {
  const goal = new Set(ends);
  const outgoing = (allowed: (kind: CouplingKind) => boolean) => (node: NodeId) =>
    world.graph.outgoing(node).filter(({ kind }) => allowed(kind));
  const running = search(
    starts,
    goal,
    outgoing((kind) => RUNNING.has(kind)),
  );
  if (running !== null) return { along: "run", hops: hopsOf(world, running, false) };
  const forward = search(
    starts,
    goal,
    outgoing((kind) => !NO_WAY.has(kind)),
  );
  if (forward !== null) return { along: "dependency", hops: hopsOf(world, forward, false) };
  const any = search(starts, goal, (node) => couplingsOf(world, node));
  return any === null ? null : { along: "tie", hops: hopsOf(world, any, true) };
}

/** The nodes of a shortest path, breadth first; couplings come in the graph's own order, so it is always the same. */
function search(
  starts: readonly NodeId[],
  goal: ReadonlySet<NodeId>,
  next: (node: NodeId) => readonly Coupling[],
): NodeId[] | null {
  const cameFrom = new Map<NodeId, NodeId | null>(starts.map((start) => [start, null]));
  const queue = [...starts];
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]!;
    if (goal.has(node) && cameFrom.get(node) !== null) return wayTo(node, cameFrom);
    for (const { from, to } of next(node)) {
      const other = from === node ? to : from;
      if (cameFrom.has(other)) continue;
      cameFrom.set(other, node);
      queue.push(other);
    }
  }
  return null;
}

function wayTo(end: NodeId, cameFrom: ReadonlyMap<NodeId, NodeId | null>): NodeId[] {
  const way: NodeId[] = [];
  for (let at: NodeId | null = end; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at);
  return way;
}

function hopsOf(world: World, way: readonly NodeId[], bothWays: boolean): Hop[] {
  return way.slice(1).map((to, step) => {
    const from = way[step]!;
    const forward = world.graph.between(from, to);
    return { from, to, couplings: bothWays ? [...forward, ...world.graph.between(to, from)] : forward };
  });
}

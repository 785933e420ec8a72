import type { DependencyGraph, Node, UnitNode } from "../model/graph.ts";
import type { FilePath } from "../model/ids.ts";
import { NO_HINTS, type PieceHints } from "./decisions/piece-hints.ts";
import { endsOf } from "./positions.ts";

/**
 * What is moved as one: the units of one file, or a table. A file whose classes have nothing to do with one another
 * (all entities in one file) falls into several pieces.
 */
export interface Piece {
  readonly kind: "code" | "table";
  /** Positions in `graph.nodes`, ascending. */
  readonly nodes: readonly number[];
  readonly file: FilePath;
  /** Names of the units or of the table; the stem of the file comes with the code. */
  readonly names: readonly string[];
  readonly lines: number;
}

export interface Pieces {
  readonly list: readonly Piece[];
  /** The piece of each node of the graph; -1 for nodes that are not grouped. */
  readonly ofNode: Int32Array;
}

/** A file with at least this many units is looked at for independent parts. */
const MANY_UNITS = 5;

/** Contracts the graph's nodes into pieces, in the order of their first node. Tests and migrations are left out. */
export function piecesOf(graph: DependencyGraph, hints: PieceHints = NO_HINTS): Pieces {
  const parts = partsOfFiles(graph);
  const byPart = new Map<string, number[]>();
  graph.nodes.forEach((node, position) => {
    if (!isGrouped(node) || hints.ignored.has(position)) return;
    const part = `${parts.get(position) ?? 0}${hints.keys.get(position) ?? ""}`;
    const key = node.kind === "table" ? node.id : `${node.file}\n${part}`;
    const members = byPart.get(key);
    if (members) members.push(position);
    else byPart.set(key, [position]);
  });
  const list = [...byPart.values()].map((members) => pieceOf(graph, members));
  const ofNode = new Int32Array(graph.nodes.length).fill(-1);
  list.forEach((piece, number) => {
    for (const position of piece.nodes) ofNode[position] = number;
  });
  return { list, ofNode };
}

/** A test belongs to what it tests and a migration to the past: neither is a member of a context. */
export function isGrouped(node: Node): boolean {
  return node.kind === "table" || (node.role !== "test" && node.role !== "migration");
}

function pieceOf(graph: DependencyGraph, members: readonly number[]): Piece {
  const nodes = members.map((position) => graph.nodes[position]!);
  const first = nodes[0]!;
  const units = nodes.filter((node): node is UnitNode => node.kind === "unit");
  return {
    kind: first.kind === "table" ? "table" : "code",
    nodes: members,
    file: first.file,
    names: nodes.map((node) => node.name),
    lines: units.reduce((sum, unit) => sum + unit.lines, 0),
  };
}

/** For nodes of files with many units: the number of the connected part that each lies in. */
function partsOfFiles(graph: DependencyGraph): Map<number, number> {
  const ends = endsOf(graph);
  const crowded = crowdedFiles(graph);
  const leader = new Map<number, number>();
  const leaderOf = (position: number): number => {
    let at = position;
    while (leader.get(at) !== at) at = leader.get(at)!;
    leader.set(position, at);
    return at;
  };
  for (const members of crowded.values()) for (const position of members) leader.set(position, position);
  graph.couplings.forEach(({ kind }, at) => {
    const left = ends.from[at]!;
    const right = ends.to[at]!;
    if (kind === "co-change" || !leader.has(left) || !leader.has(right)) return;
    if (graph.nodes[left]!.file !== graph.nodes[right]!.file) return;
    const leaders = [leaderOf(left), leaderOf(right)];
    leader.set(Math.max(...leaders), Math.min(...leaders));
  });
  return new Map([...leader.keys()].map((position) => [position, leaderOf(position) + 1]));
}

function crowdedFiles(graph: DependencyGraph): Map<FilePath, number[]> {
  const files = new Map<FilePath, number[]>();
  graph.nodes.forEach((node, position) => {
    if (node.kind !== "unit" || !isGrouped(node)) return;
    const members = files.get(node.file);
    if (members) members.push(position);
    else files.set(node.file, [position]);
  });
  for (const [file, members] of files) if (members.length < MANY_UNITS) files.delete(file);
  return files;
}

import type { UnitNode } from "../model/graph.ts";
import { byCodeUnit, type FilePath, type NodeId } from "../model/ids.ts";
import { append } from "./group-by.ts";

/** A file with what history says of it. It belongs to the context that most of its lines belong to. */
export interface FileRecord {
  readonly file: FilePath;
  readonly home: number;
  readonly lines: number;
  readonly complexity: number;
  readonly revisions: number;
  readonly churn: number;
  readonly authors: readonly (readonly [author: number, revisions: number])[];
  readonly firstDay: string;
  readonly lastDay: string;
}

/** The files of the units that are at home in some context, sorted by path. */
export function filesOf(
  units: ReadonlyMap<NodeId, UnitNode>,
  home: ReadonlyMap<NodeId, number>,
  contexts: number,
): FileRecord[] {
  const unitsOf = new Map<FilePath, UnitNode[]>();
  for (const unit of units.values()) {
    if (home.has(unit.id)) append(unitsOf, unit.file, unit);
  }
  return [...unitsOf]
    .map(([file, members]) => recordOf(file, members, home, contexts))
    .sort((left, right) => byCodeUnit(left.file, right.file));
}

function recordOf(
  file: FilePath,
  members: readonly UnitNode[],
  home: ReadonlyMap<NodeId, number>,
  contexts: number,
): FileRecord {
  const linesIn = new Array<number>(contexts).fill(0);
  for (const unit of members) {
    const context = home.get(unit.id) ?? 0;
    linesIn[context] = (linesIn[context] ?? 0) + Math.max(1, unit.lines);
  }
  const [first] = members;
  return {
    file,
    home: linesIn.indexOf(Math.max(...linesIn)),
    lines: sum(members, (unit) => unit.lines),
    complexity: sum(members, (unit) => unit.complexity),
    revisions: first?.revisions ?? 0,
    churn: first?.churn ?? 0,
    authors: first?.authors ?? [],
    firstDay: first?.firstDay ?? "",
    lastDay: first?.lastDay ?? "",
  };
}

function sum(units: readonly UnitNode[], value: (unit: UnitNode) => number): number {
  return units.reduce((total, unit) => total + value(unit), 0);
}

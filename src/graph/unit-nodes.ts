import type { FileHistory, SelfCall, UnitDeclared } from "../model/fact.ts";
import type { UnitNode } from "../model/graph.ts";
import { byCodeUnit, type FilePath, type NodeId } from "../model/ids.ts";

/**
 * The units as nodes, each with what history says of its file. A unit that is declared twice (an interface and a
 * class of one name) is its longest declaration.
 */
export function unitNodes({ units, histories, selfCalls, packages }: UnitFacts): UnitNode[] {
  const ofFile = new Map(histories.map((history) => [history.file, history]));
  const ofUnit = callsByUnit(selfCalls);
  const packageOf = deepestFolder(packages);
  return longestDeclarations(units).map((unit) =>
    nodeOf(unit, ofFile.get(unit.place.file), packageOf(unit.place.file), ofUnit.get(unit.id) ?? []),
  );
}

/** What units are made of. */
export interface UnitFacts {
  readonly units: readonly UnitDeclared[];
  readonly histories: readonly FileHistory[];
  readonly selfCalls: readonly SelfCall[];
  readonly packages: readonly string[];
}

function callsByUnit(selfCalls: readonly SelfCall[]): Map<NodeId, UnitNode["selfCalls"]> {
  const pairs = new Map<NodeId, Map<string, readonly [string, string]>>();
  for (const { unit, fromMethod, method } of selfCalls) {
    const known = pairs.get(unit) ?? new Map<string, readonly [string, string]>();
    known.set(`${fromMethod}\u0000${method}`, [fromMethod, method]);
    pairs.set(unit, known);
  }
  return new Map(
    [...pairs].map(([unit, known]) => [
      unit,
      [...known].sort(([left], [right]) => byCodeUnit(left, right)).map(([, pair]) => pair),
    ]),
  );
}

function longestDeclarations(units: readonly UnitDeclared[]): UnitDeclared[] {
  const longest = new Map<NodeId, UnitDeclared>();
  for (const unit of units) {
    const known = longest.get(unit.id);
    if (known === undefined || byLength(unit, known) < 0) longest.set(unit.id, unit);
  }
  return [...longest.values()];
}

function byLength(left: UnitDeclared, right: UnitDeclared): number {
  return (
    right.lines - left.lines ||
    left.place.line - right.place.line ||
    byCodeUnit(JSON.stringify(left), JSON.stringify(right))
  );
}

/** Written out key by key: an object of so many keys that is put together from others takes 7 kB on the way. */
function nodeOf(
  unit: UnitDeclared,
  history: FileHistory | undefined,
  folder: string,
  selfCalls: UnitNode["selfCalls"],
): UnitNode {
  return {
    kind: "unit",
    id: unit.id,
    name: unit.name,
    file: unit.place.file,
    line: unit.place.line,
    lines: unit.lines,
    form: unit.form,
    role: unit.role,
    complexity: unit.complexity,
    methods: unit.methods,
    fields: unit.fields,
    exported: unit.exported,
    debtMarkers: unit.debtMarkers,
    comment: unit.comment ?? "",
    revisions: history?.revisions ?? 0,
    churn: churnOf(history),
    authors: history?.authors ?? [],
    firstDay: history?.firstDay ?? "",
    lastDay: history?.lastDay ?? "",
    package: folder,
    selfCalls,
  };
}

/** Lines added + deleted in the recent window. */
function churnOf(history: FileHistory | undefined): number | null {
  if (history === undefined || history.added === null || history.deleted === null) return null;
  return history.added + history.deleted;
}

function deepestFolder(folders: readonly string[]): (file: FilePath) => string {
  const deepestFirst = folders
    .filter((folder) => folder !== "")
    .sort((left, right) => right.length - left.length);
  const memory = new Map<FilePath, string>();
  return (file) => {
    const known = memory.get(file) ?? deepestFirst.find((folder) => file.startsWith(`${folder}/`)) ?? "";
    memory.set(file, known);
    return known;
  };
}

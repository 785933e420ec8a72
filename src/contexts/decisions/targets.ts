import type { DependencyGraph } from "../../model/graph.ts";

/** Finds the nodes that a target means, as positions in `graph.nodes`; none where it means nothing. */
export type Targets = (target: string) => readonly number[];

/**
 * Reads targets: the id of a unit or table, a file, a folder (`src/orders/`), or a name that only one node has. A unit
 * whose file was moved is found by its name as long as that is unique, so decisions survive later commits.
 */
export function targetsIn(graph: DependencyGraph): Targets {
  const byId = new Map<string, number>();
  const byFile = new Map<string, number[]>();
  const byName = new Map<string, number[]>();
  graph.nodes.forEach((node, position) => {
    byId.set(node.id, position);
    note(byName, node.name, position);
    if (node.kind === "unit") note(byFile, node.file, position);
  });
  const alone = (name: string): readonly number[] => {
    const found = byName.get(name) ?? [];
    return found.length === 1 ? found : [];
  };
  return (target) => {
    if (target.endsWith("/")) return inFolder(byFile, target.replace(/^\.?\//, ""));
    const file = byFile.get(target);
    if (file) return file;
    const exact = byId.get(target);
    if (exact !== undefined) return [exact];
    return alone(target.slice(target.lastIndexOf("#") + 1).replace(/^table:/, ""));
  };
}

function note(index: Map<string, number[]>, key: string, position: number): void {
  const positions = index.get(key);
  if (positions) positions.push(position);
  else index.set(key, [position]);
}

function inFolder(byFile: ReadonlyMap<string, readonly number[]>, folder: string): number[] {
  return [...byFile].flatMap(([file, positions]) => (file.startsWith(folder) ? positions : []));
}

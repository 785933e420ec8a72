import type { Node } from "../../model/graph.ts";
import { byCodeUnit } from "../../model/ids.ts";
import { editDistance } from "./edit-distance.ts";

/** What a name may mean, best first; near misses only where it means nothing. */
export interface Finding {
  readonly nodes: readonly Node[];
  readonly near: readonly string[];
}

const NEAR_MISSES = 5;

type Test = (node: Node, asked: string) => boolean;

/** From what is surely meant to what may be meant: the first test that anything passes decides. */
const TESTS: readonly Test[] = [
  (node, asked) => node.id === asked,
  (node, asked) => node.name === asked,
  (node, asked) => spans(node, asked),
  (node, asked) => node.kind === "unit" && node.file === asked,
  (node, asked) => node.kind === "table" && `table:${node.name}` === asked,
  (node, asked) => node.kind === "unit" && (node.file.endsWith(`/${asked}`) || node.id.endsWith(`/${asked}`)),
  (node, asked) => node.name.toLowerCase() === asked.toLowerCase(),
  (node, asked) => node.kind === "unit" && withoutEnding(node.file).endsWith(`/${asked}`),
];

/** Finds what a person means by an id, a name, a file, `file:line` or `table:name`. */
export function findNodes(nodes: readonly Node[], asked: string): Finding {
  for (const test of TESTS) {
    const found = nodes.filter((node) => test(node, asked));
    if (found.length > 0) return { nodes: found.sort(largestFirst), near: [] };
  }
  return { nodes: [], near: nearMisses(nodes, asked) };
}

/** `src/orders.ts:44` means the smallest unit that spans the line. */
function spans(node: Node, asked: string): boolean {
  const [, file, digits] = /^(.+):(\d+)$/.exec(asked) ?? [];
  if (node.kind !== "unit" || file === undefined) return false;
  const line = Number(digits);
  const here = node.file === file || node.file.endsWith(`/${file}`);
  return here && node.line <= line && line < node.line + node.lines;
}

function withoutEnding(file: string): string {
  return file.replace(/\.[^./]+$/, "");
}

function largestFirst(left: Node, right: Node): number {
  const size = (node: Node): number => (node.kind === "unit" ? node.lines : 0);
  return size(right) - size(left) || byCodeUnit(left.id, right.id);
}

function nearMisses(nodes: readonly Node[], asked: string): string[] {
  const wanted = asked.toLowerCase();
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  const scores = new Map<string, number>();
  for (const { name } of nodes) {
    const known = name.toLowerCase();
    const distance = known.includes(wanted) ? 1 : editDistance(wanted, known, limit);
    if (distance <= limit) scores.set(name, Math.min(distance, scores.get(name) ?? distance));
  }
  return [...scores]
    .sort(([left, near], [right, nearer]) => near - nearer || byCodeUnit(left, right))
    .slice(0, NEAR_MISSES)
    .map(([name]) => name);
}

import type { Arrow, Diagram } from "./diagram.ts";
import type { DiagramWords } from "./diagram-words.ts";
import { directedWeight } from "./ties.ts";

/** One relation of two contexts, and what speaks for it. */
export interface CmlRelation {
  readonly left: string;
  readonly right: string;
  /** Upstream is the left one, that the right one leans on. */
  readonly kind: "upstream-downstream" | "partnership" | "shared-kernel";
  readonly evidence: readonly string[];
}

/** One way, when this share of all that has a direction runs that way. */
const ONE_WAY = 0.8;

/**
 * What ties two contexts, as the relation that the evidence bears: a shared kernel where both write the same tables, or
 * with the kernel of the grouping; upstream and downstream where at least four fifths lean one way; a partnership
 * where each leans on the other, or nothing has a direction. Roles and patterns are for people to say.
 */
export function cmlRelations({ arrows, boxes, kernelUsers }: Diagram, words: DiagramWords): CmlRelation[] {
  const names = new Map(boxes.map(({ key, name }) => [key, name]));
  const nameOf = (key: string): string => names.get(key) ?? "";
  const relations = pairsOf(arrows).map((pair) => relationOf(pair, nameOf, words));
  const kernel = boxes.filter(({ kind }) => kind === "kernel");
  const shared = kernel.flatMap(({ key }) =>
    [...kernelUsers]
      .filter(([user]) => names.has(user))
      .map(([user, count]): CmlRelation => {
        const evidence = [words.diagram.leansOn(nameOf(user), nameOf(key), words.diagram.sharedUnits(count))];
        return { left: user, right: key, kind: "shared-kernel", evidence };
      }),
  );
  return [...relations, ...shared];
}

type Pair = readonly [one: Arrow, other?: Arrow];

/** The arrows between two boxes together, the stronger one first. */
function pairsOf(arrows: readonly Arrow[]): Pair[] {
  const back = new Map(arrows.map((arrow) => [`${arrow.to} ${arrow.from}`, arrow]));
  const done = new Set<Arrow>();
  return arrows.flatMap((arrow): Pair[] => {
    if (done.has(arrow)) return [];
    const other = back.get(`${arrow.from} ${arrow.to}`);
    if (other !== undefined) done.add(other);
    return [other === undefined ? [arrow] : [arrow, other]];
  });
}

function relationOf(
  [one, other]: Pair,
  nameOf: (key: string) => string,
  { diagram }: DiagramWords,
): CmlRelation {
  const told = ({ from, to, mutual, words }: Arrow): string =>
    (mutual ? diagram.bothWays : diagram.leansOn)(nameOf(from), nameOf(to), words.join(", "));
  const both = new Set([one, other].flatMap((arrow) => [...(arrow?.tie.writtenByBoth ?? [])])).size;
  const evidence = [one, ...(other === undefined ? [] : [other])].map(told);
  if (both > 0) {
    const why = [...evidence, diagram.bothWrite(both)];
    return { left: one.from, right: one.to, kind: "shared-kernel", evidence: why };
  }
  const [there, back] = [one, other].map((arrow) =>
    arrow === undefined ? 0 : directedWeight(arrow.tie),
  ) as [number, number];
  const oneWay = Math.max(there, back) >= (there + back) * ONE_WAY && there + back > 0;
  const [downstream, upstream] = there >= back ? [one.from, one.to] : [one.to, one.from];
  if (oneWay) return { left: upstream, right: downstream, kind: "upstream-downstream", evidence };
  return { left: one.from, right: one.to, kind: "partnership", evidence };
}

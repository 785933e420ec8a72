import { COUPLING_KINDS, type CouplingKind } from "../../model/graph.ts";
import type { Arrow, Diagram } from "./diagram.ts";
import type { DiagramWords } from "./diagram-words.ts";
import { tiesWithRoom } from "./room.ts";
import type { Tie } from "./ties.ts";

/** What a diagram draws of its ties, and what it says of the others. */
export type Drawing = Pick<Diagram, "arrows" | "leftOut" | "reading" | "remarks">;

/** What has to be written when `leftOut` says that there is more. */
export const EVERYTHING = "--all";

/** What people must make a request, a copy or a saga of. The page counts the same kinds on its map. */
export const CUT_KINDS: ReadonlySet<CouplingKind> = without(
  "import",
  "type-reference",
  "table-mapping",
  "co-change",
);
/** Inside a context, what a class is mapped to says most. */
export const INNER_KINDS: ReadonlySet<CouplingKind> = without("import", "type-reference", "co-change");

function without(...left: readonly CouplingKind[]): ReadonlySet<CouplingKind> {
  return new Set(COUPLING_KINDS.filter((kind) => !left.includes(kind)));
}

/** Chooses among the ties of all boxes those that are drawn, and words them. */
export function draw(
  ties: readonly Tie[],
  boxes: { readonly keys: ReadonlySet<string>; readonly leftOut: readonly string[]; readonly all: boolean },
  kinds: ReadonlySet<CouplingKind>,
  words: (tie: Tie) => readonly string[],
  copy: DiagramWords,
): Drawing {
  const possible = ties.filter(({ from, to }) => boxes.keys.has(from) && boxes.keys.has(to));
  const drawn = boxes.all ? possible : tiesWithRoom(possible, boxes.keys.size);
  const [strongest, weakest] = [drawn.at(0), drawn.at(-1)].map((tie) => Math.sqrt(tie?.weight ?? 1)) as [
    number,
    number,
  ];
  const arrows = drawn.map(
    (tie): Arrow => ({
      from: tie.from,
      to: tie.to,
      mutual: tie.mutual,
      share: (Math.sqrt(tie.weight) - weakest) / Math.max(strongest - weakest, 1),
      words: words(tie),
      tie,
    }),
  );
  const shown = new Set(drawn);
  const hidden = ties.filter((tie) => !shown.has(tie));
  const couplings = hidden.reduce((sum, tie) => sum + tie.couplings, 0);
  const more = copy.diagram.moreTies(hidden.length, copy.summary.couplings(couplings));
  const leftOut = [...boxes.leftOut, ...(hidden.length > 0 ? [more] : [])];
  return {
    arrows,
    leftOut:
      leftOut.length === 0
        ? []
        : [`${copy.diagram.leftOut}:`, ...leftOut, copy.diagram.everything(EVERYTHING)],
    reading: copy.diagram.reading,
    remarks: [
      copy.diagram.drawn(titles(kinds, true, copy)),
      copy.diagram.notCounted(titles(kinds, false, copy)),
    ],
  };
}

function titles(kinds: ReadonlySet<CouplingKind>, drawn: boolean, copy: DiagramWords): string {
  const chosen = COUPLING_KINDS.filter((kind) => kinds.has(kind) === drawn);
  return chosen.map((kind) => copy.couplings[kind].title.toLowerCase()).join(", ");
}

import { LEVELS } from "../../model/context.ts";
import type { Decision, Decisions } from "../../model/decision.ts";
import { topicOfPiece } from "../affinity.ts";
import { type Draft, withoutEmptyGroups } from "../draft.ts";
import { Board, type Place } from "./board.ts";
import { follow } from "./follow.ts";
import { splitContext } from "./split-context.ts";
import { targetsIn } from "./targets.ts";

/** Contexts are renamed first and merged and split before anything is pinned into them. */
const ORDER: readonly Decision["kind"][] = [
  "rename",
  "merge",
  "split",
  "shared",
  "pin",
  "must-link",
  "cannot-link",
  "ignore",
  "note",
];

/** Does what people decided, and lets what hangs on it follow. What is not known is passed over: `workshop/` reports it. */
export function applyDecisions(draft: Draft, decisions: Decisions): Draft {
  if (decisions.length === 0) return draft;
  const board = new Board(draft);
  const find = targetsIn(draft.graph);
  const piecesOf = (targets: readonly string[]): number[] => {
    const pieces = targets.flatMap((target) => find(target)).map((node) => draft.pieces.ofNode[node]!);
    return [...new Set(pieces.filter((piece) => piece >= 0))];
  };
  for (const kind of ORDER) {
    for (const decision of decisions) if (decision.kind === kind) apply(board, draft, decision, piecesOf);
  }
  follow(board, draft);
  return withoutEmptyGroups(board.lift());
}

type PiecesOf = (targets: readonly string[]) => number[];

function apply(board: Board, draft: Draft, decision: Decision, piecesOf: PiecesOf): void {
  switch (decision.kind) {
    case "rename":
      rename(board, decision.context, decision.name);
      break;
    case "merge":
      merge(board, decision.contexts, decision.name);
      break;
    case "split":
      split(board, decision, piecesOf);
      break;
    case "shared":
      share(board, piecesOf(decision.targets));
      break;
    case "pin":
      pin(board, piecesOf(decision.targets), decision.context);
      break;
    case "must-link":
      link(board, piecesOf(decision.targets));
      break;
    case "cannot-link": {
      const apart = decision.targets.map((target) => piecesOf([target]));
      keepApart(board, draft, apart);
      break;
    }
    case "ignore":
    case "note":
      break;
  }
}

function split(board: Board, { context, into }: Decision & { kind: "split" }, piecesOf: PiecesOf): void {
  const place = board.find(context);
  const parts = into.map(({ name, targets }) => ({ name, pieces: piecesOf(targets) }));
  if (place) splitContext(board, place, parts);
}

/** They were grouped as one; what a pin or the owner of a table moved takes the others along. */
function link(board: Board, pieces: readonly number[]): void {
  const held = pieces.filter((piece) => board.micro[piece]! >= 0);
  const leader = held.find((piece) => board.decided.has(piece)) ?? held[0];
  for (const piece of held) {
    board.micro[piece] = board.micro[leader!]!;
    board.decided.add(piece);
  }
}

/** A context that is all of its parent, or of its child, goes by one name. */
function rename(board: Board, context: string, name: string): void {
  const place = board.find(context);
  if (!place) return;
  const old = board.names[place.level][place.group]!;
  const inside = board.microsIn(place).length;
  for (const level of LEVELS) {
    const group = board.up(board.microsIn(place)[0]!, level);
    const sameExtent = board.microsIn({ level, group }).length === inside;
    if (sameExtent && board.names[level][group] === old) board.names[level][group] = name;
  }
  board.names[place.level][place.group] = name;
}

function merge(board: Board, contexts: readonly string[], name: string | null): void {
  const places = contexts.flatMap((context) => board.find(context) ?? []);
  const first = places[0];
  if (!first || places.length < 2) return;
  const level = LEVELS.find((one) => places.some((place) => place.level === one))!;
  const micros = places.flatMap((place) => board.microsIn(place));
  const kept = board.up(board.microsIn(first)[0]!, level);
  for (const micro of micros) {
    if (level === "macro") board.macroOf[board.mesoOf[micro]!] = kept;
    else if (level === "meso") board.mesoOf[micro] = kept;
    else
      board.micro.forEach((home, piece) => {
        if (home === micro) board.micro[piece] = kept;
      });
  }
  if (name !== null) board.names[level][kept] = name;
}

function share(board: Board, pieces: readonly number[]): void {
  for (const piece of pieces) {
    board.micro[piece] = -1;
    board.kernel.add(piece);
    board.decided.add(piece);
  }
}

function pin(board: Board, pieces: readonly number[], context: string): void {
  if (pieces.length === 0) return;
  const place: Place = board.find(context) ?? { level: "macro", group: board.open(context).macro };
  for (const piece of pieces) {
    board.move(piece, place);
    board.decided.add(piece);
  }
}

/** No two of the targets share a context on any level: the later one leaves, to where it is pulled most. */
function keepApart(board: Board, draft: Draft, targets: readonly (readonly number[])[]): void {
  targets.forEach((pieces, at) => {
    const taken = new Set(
      targets.slice(0, at).flatMap((earlier) => earlier.map((piece) => board.homeOf(piece, "macro"))),
    );
    for (const piece of pieces) {
      if (taken.has(board.homeOf(piece, "macro"))) leave(board, draft, piece, taken);
      board.decided.add(piece);
    }
  });
}

function leave(board: Board, { pieces }: Draft, piece: number, taken: ReadonlySet<number>): void {
  const elsewhere = board.names.micro.flatMap((_, micro) =>
    taken.has(board.up(micro, "macro")) ? [] : [micro],
  );
  const best = board.strongest(piece, elsewhere);
  board.micro[piece] = best ?? board.open(topicOfPiece(pieces.list[piece]!).join(" ") || "apart").micro;
}

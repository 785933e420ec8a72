import type { Board, Place } from "./board.ts";

/** One part of a split: its name, and the pieces that people put into it. */
export interface Part {
  readonly name: string;
  readonly pieces: readonly number[];
}

/** Splits a context into named parts on its own level; what no part names goes where it is pulled most. */
export function splitContext(board: Board, place: Place, parts: readonly Part[]): void {
  const members = board.piecesIn(place);
  const named = new Set(parts.flatMap(({ pieces }) => pieces));
  const rooms = parts.map((part) => new Room(board, place, part.name));
  parts.forEach(({ pieces }, at) => {
    for (const piece of pieces) {
      rooms[at]!.take(piece);
      board.decided.add(piece);
    }
  });
  const rest = members.filter((piece) => !named.has(piece));
  // What hangs on what was already placed is placed first: two passes reach what hangs on that.
  const left = rest.filter((piece) => !placeByPull(board, rooms, piece));
  for (const piece of left) if (!placeByPull(board, rooms, piece)) rooms[0]?.take(piece);
}

function placeByPull(board: Board, rooms: readonly Room[], piece: number): boolean {
  const best = board.strongest(
    piece,
    rooms.flatMap((room) => room.micros),
  );
  const room = rooms.find(({ micros }) => best !== null && micros.includes(best));
  room?.take(piece);
  return room !== undefined;
}

/** The new context of one part. Inside it, what was one micro context stays one. */
class Room {
  readonly #board: Board;
  readonly #place: Place;
  readonly #name: string;
  readonly #microOf = new Map<number, number>();
  #meso: number | null = null;

  constructor(board: Board, place: Place, name: string) {
    this.#board = board;
    this.#place = place;
    this.#name = name;
  }

  get micros(): number[] {
    return [...new Set(this.#microOf.values())];
  }

  take(piece: number): void {
    const board = this.#board;
    const old = board.micro[piece]!;
    let micro = this.#microOf.get(old);
    if (micro === undefined) {
      micro = this.#open(old);
      this.#microOf.set(old, micro);
    }
    board.kernel.delete(piece);
    board.micro[piece] = micro;
  }

  #open(old: number): number {
    const board = this.#board;
    if (this.#meso === null) {
      const { level, group } = this.#place;
      const macro = level === "macro" ? board.names.macro.push(this.#name) - 1 : this.#macroOfPlace(group);
      const opened = level === "micro" ? null : board.openIn(macro, this.#name);
      this.#meso = opened?.meso ?? board.mesoOf[group]!;
      return opened?.micro ?? board.openMicro(this.#meso, this.#name);
    }
    if (this.#place.level === "micro") return this.micros[0]!;
    return board.openMicro(this.#meso, old < 0 ? this.#name : board.names.micro[old]!);
  }

  #macroOfPlace(group: number): number {
    return this.#place.level === "meso" ? this.#board.macroOf[group]! : this.#board.up(group, "macro");
  }
}

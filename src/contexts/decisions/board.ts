import { LEVELS, type Level } from "../../model/context.ts";
import { affinityOf } from "../affinity.ts";
import { contextIdOf, levelOfId } from "../describe-contexts.ts";
import type { Draft } from "../draft.ts";
import { pullsAt } from "../place-untied.ts";

/** A context that a decision means. */
export interface Place {
  readonly level: Level;
  readonly group: number;
}

/** A draft that decisions may change: people move cards on it. */
export class Board {
  readonly #draft: Draft;
  readonly micro: Int32Array;
  readonly mesoOf: number[];
  readonly macroOf: number[];
  readonly names: Record<Level, string[]>;
  readonly kernel: Set<number>;
  readonly decided: Set<number>;
  /** Contexts by what they were called before anybody renamed them. */
  readonly #aliases = new Map<string, Place>();

  constructor(draft: Draft) {
    this.#draft = draft;
    this.micro = draft.micro.slice();
    this.mesoOf = [...draft.mesoOf];
    this.macroOf = [...draft.macroOf];
    const { macro, meso, micro } = draft.names;
    this.names = { macro: [...macro], meso: [...meso], micro: [...micro] };
    this.kernel = new Set(draft.kernel);
    this.decided = new Set(draft.decided);
    for (const level of LEVELS) {
      this.names[level].forEach((name, group) => {
        this.#aliases.set(contextIdOf(level, name), { level, group });
      });
    }
  }

  /** The context of that id or name; larger levels first. */
  find(reference: string): Place | null {
    const level = levelOfId(reference);
    const id = level === null ? null : contextIdOf(level, reference.slice(level.length + 1));
    const levels = level === null ? LEVELS : [level];
    for (const candidate of levels) {
      const wanted = id ?? contextIdOf(candidate, reference);
      const group = this.names[candidate].findIndex((name) => contextIdOf(candidate, name) === wanted);
      if (group >= 0) return { level: candidate, group };
    }
    return (
      levels.map((one) => this.#aliases.get(id ?? contextIdOf(one, reference))).find((place) => place) ?? null
    );
  }

  /** A new context on all levels. */
  open(name: string): { readonly macro: number; readonly meso: number; readonly micro: number } {
    const macro = this.names.macro.push(name) - 1;
    return { macro, ...this.openIn(macro, name) };
  }

  /** A new meso and micro context inside a macro one. */
  openIn(macro: number, name: string): { readonly meso: number; readonly micro: number } {
    const meso = this.names.meso.push(name) - 1;
    this.macroOf[meso] = macro;
    return { meso, micro: this.openMicro(meso, name) };
  }

  openMicro(meso: number, name: string): number {
    const micro = this.names.micro.push(name) - 1;
    this.mesoOf[micro] = meso;
    return micro;
  }

  /** The group of a micro group on a level. */
  up(micro: number, level: Level): number {
    if (level === "micro") return micro;
    const meso = this.mesoOf[micro]!;
    return level === "meso" ? meso : this.macroOf[meso]!;
  }

  /** The group of a piece on a level; -1 where it is in none. */
  homeOf(piece: number, level: Level): number {
    return this.micro[piece]! < 0 ? -1 : this.up(this.micro[piece]!, level);
  }

  /** All micro groups inside a context. */
  microsIn({ level, group }: Place): number[] {
    return this.names.micro.flatMap((_, micro) => (this.up(micro, level) === group ? [micro] : []));
  }

  piecesIn(place: Place): number[] {
    return Array.from(this.micro, (_, piece) => piece).filter(
      (piece) => this.homeOf(piece, place.level) === place.group,
    );
  }

  /** Puts a piece into a context: into the micro group there that pulls it most. */
  move(piece: number, place: Place): void {
    this.kernel.delete(piece);
    if (this.homeOf(piece, place.level) === place.group) return;
    const inside = this.microsIn(place);
    this.micro[piece] = this.strongest(piece, inside) ?? inside[0]!;
  }

  /** Of these micro groups, the one that pulls the piece most; null where none does. */
  strongest(piece: number, among: readonly number[]): number | null {
    const pulls = pullsAt(affinityOf(this.#draft.input), this.micro, piece);
    const pulling = among.filter((micro) => (pulls.get(micro) ?? 0) > 0);
    if (pulling.length === 0) return null;
    return pulling.reduce((left, right) => (pulls.get(right)! > pulls.get(left)! ? right : left));
  }

  /** The draft as it lies now. */
  lift(): Draft {
    const { micro, mesoOf, macroOf, names, kernel, decided } = this;
    return { ...this.#draft, micro, mesoOf, macroOf, names, kernel, decided };
  }
}

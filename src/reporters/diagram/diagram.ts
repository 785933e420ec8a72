import type { Tie } from "./ties.ts";

/** A picture in words, before it is written in a language for diagrams. Names in it are as hostile as their repository. */
export interface Diagram {
  readonly kind: "contexts" | "inside";
  /** Of the repository, or of the context that is looked into. */
  readonly name: string;
  readonly title: string;
  /** What an arrow and its width mean. */
  readonly reading: string;
  /** What is drawn and how, for whoever reads the source. */
  readonly remarks: readonly string[];
  /** What was left out to stay readable, for everybody who sees it; empty where everything is drawn. */
  readonly leftOut: readonly string[];
  /** Contexts inside the one that is drawn, around their members. */
  readonly frames: readonly Frame[];
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  /** How many nodes of the shared kernel each box uses. */
  readonly kernelUsers: ReadonlyMap<string, number>;
}

export interface Frame {
  readonly key: string;
  readonly name: string;
}

export const BOX_KINDS = ["context", "kernel", "unit", "table"] as const;
export type BoxKind = (typeof BOX_KINDS)[number];

export interface Box {
  /** Letters and digits, unlike that of any other box or frame. */
  readonly key: string;
  readonly kind: BoxKind;
  readonly name: string;
  /** What stands below the name. */
  readonly details: readonly string[];
  /** The frame that it stands in; null outside of all. */
  readonly frame: string | null;
}

/** One coupling of boxes; there is at most one for each two boxes and direction. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** Without direction: only joins, transactions. */
  readonly mutual: boolean;
  /** 0 (weakest) to 1 (strongest of this diagram). */
  readonly share: number;
  readonly words: readonly string[];
  readonly tie: Tie;
}

import type { CommitNote, Coupling } from "../../model/graph.ts";
import type { ContextId, FilePath, NodeId } from "../../model/ids.ts";
import type { Line } from "./line.ts";

/** Something to look at: a line of code or a commit, with what was seen there. */
export interface Sighting {
  readonly key: string;
  readonly file: FilePath | null;
  readonly line: number;
  readonly commit: CommitNote | null;
  /** What stands there: `place() → charge()`, a statement, the subject of a commit. */
  readonly text: string;
}

/** What a row stands for: everything that commands can do with it. */
export interface Target {
  readonly node: NodeId | null;
  readonly context: ContextId | null;
  /** The couplings that it sums up. */
  readonly couplings: readonly Coupling[];
  /** Other places that it points to. */
  readonly sightings: readonly Sighting[];
  /** Position of a decision in the list of decisions; −1 for everything else. */
  readonly decision: number;
  /** A sentence about it, for the line below the panes; empty where the row says it all. */
  readonly about: string;
}

const NOTHING: Target = { node: null, context: null, couplings: [], sightings: [], decision: -1, about: "" };

export function target(facets: Partial<Target>): Target {
  return { ...NOTHING, ...facets };
}

/** One row of a list. Rows are made when they are looked at, so that long lists cost nothing. */
export interface Row {
  readonly key: string;
  /** Headings group rows; they can be selected too, and then stand for all of them. */
  readonly heading: boolean;
  readonly target: Target;
  readonly line: (width: number) => Line;
}

/** What a pane shows. */
export interface List {
  readonly title: string;
  /** How it is ordered or filtered. */
  readonly note: string;
  /** Said where there are no rows. */
  readonly empty: string;
  /** What its columns are; null where they speak for themselves. */
  readonly header: ((width: number) => Line) | null;
  readonly length: number;
  readonly at: (index: number) => Row;
}

/** A box lower than this has no room for headers of columns. */
const ROOM_FOR_HEADER = 8;

/** How many rows of a list a box of this height shows inside its frame. */
export function rowsShown(list: List, height: number): number {
  const header = list.header !== null && height >= ROOM_FOR_HEADER ? 1 : 0;
  return Math.max(1, height - 2 - header);
}

/** A list of items that become rows one by one. */
export function listOf<Item>(
  head: Pick<List, "title" | "note" | "empty"> & Partial<Pick<List, "header">>,
  items: readonly Item[],
  row: (item: Item, index: number) => Row,
): List {
  return { header: null, ...head, length: items.length, at: (index) => row(items[index]!, index) };
}

/** The selected target of a list, or one that stands for nothing. */
export function targetAt(list: List, index: number): Target {
  return index >= 0 && index < list.length ? list.at(index).target : NOTHING;
}

/** Where the row with this key is; −1 where there is none. */
export function indexOfKey(list: List, key: string): number {
  for (let index = 0; index < list.length; index++) if (list.at(index).key === key) return index;
  return -1;
}

import type { Decisions } from "../model/decision.ts";
import type { SharedCopy } from "../reporters/shared-copy.ts";
import type { Atlas } from "./atlas.ts";
import type { Action, PageState } from "./state/page-state.ts";
import type { PageWords } from "./words/page-words.ts";

/** What a view gets to draw itself: data, state, words, and the one way to change anything. */
export interface Page {
  /** What the views show: as found, or as decided. */
  readonly atlas: Atlas;
  /** As found without any decision. */
  readonly found: Atlas;
  /** As the page was made: with the decisions of its report, often none. */
  readonly carried: Atlas;
  /** With the decisions of the board followed. */
  readonly outcome: Atlas;
  /** Decisions that could not be followed. */
  readonly troubles: readonly string[];
  readonly replayed: (decisions: Decisions) => Atlas;
  /** Whether the browser keeps the board; else the reader must save it. */
  readonly kept: boolean;
  /** Whether the page carries all evidence, so that the board computes exactly what the program does. */
  readonly exact: boolean;
  /** The state when the view was painted. */
  readonly state: PageState;
  /** The state at this moment: gestures come later than the paint. */
  readonly now: () => PageState;
  /** Words of the page alone. */
  readonly words: PageWords;
  /** Words that the terminal says too. */
  readonly copy: SharedCopy;
  readonly dispatch: (action: Action) => void;
  /** Paints the view that a page names: for sheets that hold several of them. */
  readonly view: (page: Page) => Node;
}

export type View = (page: Page) => Node;

/** One line of an explanation: what, and beside it where or how much. */
export interface ExplanationLine {
  /** A name, a sentence, or a path, which may be shortened from its beginning. */
  readonly text: string;
  readonly aside: string;
}

/** A part of an explanation under its own heading. */
export interface ExplanationSection {
  readonly title: string;
  readonly aside: string;
  /** Why it matters; empty where it needs no words. */
  readonly why: string;
  readonly lines: readonly ExplanationLine[];
}

/** Why something is where it is, or why two things are tied: worded, without layout or colour. */
export interface Explanation {
  readonly title: string;
  /** The full ids behind the title. */
  readonly ids: readonly string[];
  readonly notes: readonly string[];
  readonly sections: readonly ExplanationSection[];
}

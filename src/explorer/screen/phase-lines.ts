import { grouped } from "../../reporters/copy/counted.ts";
import { fitted, type Line, rowLine, span } from "../lists/line.ts";
import type { Words } from "../words/words.ts";

/** One phase of the analysis: how many things are done, of how many (0 where nobody knows). */
export interface Phase {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

/** The phases with the latest news of one of them. */
export function phasesWith(known: readonly Phase[], news: Phase): readonly Phase[] {
  const at = known.findIndex(({ phase }) => phase === news.phase);
  return at < 0 ? [...known, news] : known.with(at, news);
}

const WIDEST = 72;

/** What is being done and what is done already, in the middle of the screen. */
export function phaseLines(phases: readonly Phase[], words: Words, width: number, height: number): Line[] {
  const inner = Math.min(WIDEST, width - 4);
  const margin = span(" ".repeat(Math.max(0, Math.floor((width - inner) / 2))));
  const rows = phases.map(({ phase, done, total }, at): Line => {
    const current = at === phases.length - 1;
    const both = current && total > 0 ? `${grouped(done)} / ${grouped(total)}` : "";
    const count = both !== "" ? both : Math.max(done, total) > 0 ? grouped(Math.max(done, total)) : "";
    return rowLine(
      inner,
      [span(current ? "▸ " : "✓ ", current ? "accent" : "good"), span(phase, current ? "strong" : "quiet")],
      [{ text: count, width: 18, rank: 0, tone: "quiet" }],
    );
  });
  const all: Line[] = [[span(words.progress.reading, "heading")], [], ...rows];
  const above = Math.max(0, Math.floor((height - all.length) / 3));
  return [
    ...Array.from({ length: above }, (): Line => []),
    ...all.map((line) => fitted([margin, ...line], width)),
  ].slice(0, height);
}

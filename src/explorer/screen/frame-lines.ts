import { widthOf } from "../../reporters/terminal/fit.ts";
import { fitted, type Line, type Span, span, textOf } from "../lists/line.ts";

/** A frame with a title in its upper edge, and what is inside. */
export interface FrameContent {
  readonly title: string;
  /** What is said at the right of the title: the first of these for which there is room. */
  readonly notes: readonly string[];
  /** Lines for the inside; fewer are filled up. */
  readonly rows: (width: number) => readonly Line[];
  readonly focused: boolean;
  /** Where the visible rows lie in the whole: for the mark in the right edge. */
  readonly scroll: { readonly top: number; readonly length: number };
}

/** A box of exactly this size, drawn with lines. */
export function frameLines(content: FrameContent, width: number, height: number): Line[] {
  const { focused, scroll } = content;
  const edge = (text: string): Span => span(text, focused ? "accent" : "quiet");
  const inner = Math.max(1, width - 2);
  const visible = Math.max(1, height - 2);
  const rows = content.rows(inner).slice(0, visible);
  const [first, last] = thumb(scroll.top, scroll.length, visible);
  const body = Array.from({ length: visible }, (_, at): Line => {
    const marked = scroll.length > visible && at >= first && at <= last;
    return [edge("│"), ...fitted(rows[at] ?? [], inner), edge(marked ? "┃" : "│")];
  });
  return [titleLine(content, width, edge), ...body, [edge(`└${"─".repeat(inner)}┘`)]];
}

function titleLine(
  { title, notes, focused }: FrameContent,
  width: number,
  edge: (text: string) => Span,
): Line {
  const room = width - 6;
  const name = textOf(fitted([span(title)], Math.min(widthOf(title), room))).trimEnd();
  const spare = room - widthOf(name);
  const note = notes.find((known) => known !== "" && widthOf(known) + 3 <= spare);
  const shown = note === undefined ? "" : ` ${note} `;
  const filling = "─".repeat(Math.max(0, spare - widthOf(shown)));
  const tone = focused ? "strong" : "plain";
  return fitted(
    [edge("┌─"), span(` ${name} `, tone), edge(filling), span(shown, "quiet"), edge("─┐")],
    width,
  );
}

/** First and last row of the mark that tells which part of a long list is visible. */
function thumb(top: number, length: number, visible: number): readonly [number, number] {
  if (length <= visible) return [0, -1];
  const size = Math.max(1, Math.floor((visible * visible) / length));
  const first = Math.round((top / (length - visible)) * (visible - size));
  return [first, first + size - 1];
}

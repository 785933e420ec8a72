import { Text, type TextProps } from "ink";
import { createContext, createElement, type ReactNode, useContext } from "react";
import type { Line, Tone } from "../lists/line.ts";
import { tonesFor } from "./tones.ts";

type Tones = Readonly<Record<Tone, TextProps>>;

/** How meanings look on this terminal. */
export const TonesContext = createContext<Tones>(tonesFor(false));

/** Lines that have been fitted to their width, as one text: a frame is a handful of texts, however many rows it has. */
export function Lines({ lines }: { readonly lines: readonly Line[] }): ReactNode {
  const tones = useContext(TonesContext);
  const rows = lines.flatMap((line, row) => [row > 0 ? "\n" : "", ...spansOf(line, tones)]);
  // Rows have no identity beyond their place, so they are given as children and not as a list with keys.
  return createElement(Text, { wrap: "truncate" }, ...rows);
}

function spansOf(line: Line, tones: Tones): ReactNode[] {
  return line.map(({ text, tone }) => (tone === "plain" ? text : createElement(Text, tones[tone], text)));
}

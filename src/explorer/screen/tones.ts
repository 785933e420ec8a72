import type { TextProps } from "ink";
import type { Tone } from "../lists/line.ts";

const COLOURS: Readonly<Record<Tone, TextProps>> = {
  plain: {},
  quiet: { dimColor: true },
  strong: { bold: true },
  heading: { bold: true, color: "cyan" },
  good: { color: "green" },
  bad: { color: "yellow" },
  accent: { color: "magenta" },
  data: { color: "blue" },
  selected: { inverse: true },
};

/** Without colours, weight and brightness still tell things apart. */
const PLAIN: Readonly<Record<Tone, TextProps>> = {
  plain: {},
  quiet: {},
  strong: { bold: true },
  heading: { bold: true, underline: true },
  good: {},
  bad: { bold: true },
  accent: { bold: true },
  data: {},
  selected: { inverse: true },
};

/** How each meaning looks. */
export function tonesFor(colours: boolean): Readonly<Record<Tone, TextProps>> {
  return colours ? COLOURS : PLAIN;
}

import type { Place } from "../../model/fact.ts";
import { grouped } from "../../reporters/copy/counted.ts";
import { rowLine, span, type Tone } from "./line.ts";
import { type Row, type Sighting, type Target, target } from "./list.ts";

/** One reason, or one thing to cut, with its places; or the heading of several. */
export interface ReasonItem {
  readonly heading: boolean;
  readonly text: string;
  readonly figure: string;
  readonly tone: Tone;
  readonly target: Target;
}

/** Items below a heading that counts them; nothing at all where there are none. */
export function section(title: string, items: readonly ReasonItem[]): ReasonItem[] {
  if (items.length === 0) return [];
  const sightings = items.flatMap((item) => item.target.sightings);
  const figure = String(items.length);
  return [{ heading: true, text: title, figure, tone: "quiet", target: target({ sightings }) }, ...items];
}

export function item(
  text: string,
  facets: Partial<Target> = {},
  figure = "",
  tone: Tone = "plain",
): ReasonItem {
  return { heading: false, text, figure, tone, target: target({ about: text, ...facets }) };
}

/** Points with their sign. */
export function signed(points: number): string {
  return points > 0 ? `+${grouped(points)}` : grouped(points);
}

/** Places as evidence, all with the same words. */
export function at(places: readonly Place[], text: string): Sighting[] {
  return places.map(({ file, line }) => ({ key: `${file}:${line} ${text}`, file, line, commit: null, text }));
}

export function reasonRow({ heading, text, figure, tone, target: of }: ReasonItem, index: number): Row {
  const figures = figure === "" ? [] : [{ text: figure, width: 7, rank: 0, tone }];
  const name = heading ? span(text, "heading") : span(`  ${text}`);
  return { key: String(index), heading, target: of, line: (width) => rowLine(width, [name], figures) };
}

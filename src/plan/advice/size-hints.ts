import type { Team } from "../../model/dossier.ts";
import type { SizeHint, StatedReason } from "../../model/plan.ts";
import type { Figures } from "./figures.ts";

/** Rules of thumb: lines that one head holds, people that two pizzas feed, lines that two weeks rewrite. */
const ONE_HEAD_LINES = 10_000;
const TWO_PIZZAS_PEOPLE = 8;
const TWO_WEEKS_LINES = 3_000;
const TOO_SMALL_LINES = 300;

export function sizeHintsOf({ lines }: Figures, { authors }: Team): StatedReason<SizeHint>[] {
  const hints: StatedReason<SizeHint>[] = [];
  if (lines > ONE_HEAD_LINES)
    hints.push({ code: "more-than-one-head", observed: lines, limit: ONE_HEAD_LINES });
  if (authors.length > TWO_PIZZAS_PEOPLE) {
    hints.push({ code: "more-than-two-pizzas", observed: authors.length, limit: TWO_PIZZAS_PEOPLE });
  }
  if (lines > TWO_WEEKS_LINES)
    hints.push({ code: "more-than-two-weeks", observed: lines, limit: TWO_WEEKS_LINES });
  if (lines < TOO_SMALL_LINES) hints.push({ code: "too-small", observed: lines, limit: TOO_SMALL_LINES });
  return hints;
}

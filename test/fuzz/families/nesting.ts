import type { Family } from "../family.ts";
import { LANGUAGES, type Language } from "../languages.ts";
import { nested, STRUCTURES } from "../structures.ts";

const DEPTHS = [8, 64, 1000, 100_000];
/** What files may hold at most, and a little less than what a statement may. */
const LONGEST = 2_000_000;

const cases = STRUCTURES.flatMap((structure) =>
  structure.languages.flatMap((language) =>
    DEPTHS.flatMap((depth) => [true, false].map((closed) => ({ structure, language, depth, closed }))),
  ),
);

/** Everything that nests, from the usual to the absurd: read, or set aside with one diagnostic. */
export const nesting: Family = {
  name: "nesting",
  full: cases.length,
  small: 40,
  isSmall: true,
  budget: 6000,
  cases: () => cases.length,
  make: (_dice, index) => {
    // Neighbours take equally long, so the first cases are taken from everywhere.
    const { structure, language, depth, closed } = cases[
      (index * 7919) % cases.length
    ] as (typeof cases)[number];
    return { [language]: nested(structure, depth, closed).slice(0, LONGEST) };
  },
  check: async (input) => {
    for (const [language, text] of Object.entries(input)) await LANGUAGES[language as Language](text);
  },
};

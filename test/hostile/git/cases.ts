import { ATTRIBUTE_CASES } from "./attributes.ts";
import type { GitCase } from "./case.ts";
import { PIPES } from "./pipes.ts";
import { PROGRAMS } from "./programs.ts";
import { REFUSALS } from "./refusals.ts";
import { REMOTES } from "./remotes.ts";

/** Everything known that the inside of a `.git` can try. */
export const GIT_CASES: readonly GitCase[] = [
  ...PROGRAMS,
  ...ATTRIBUTE_CASES,
  ...REMOTES,
  ...PIPES,
  ...REFUSALS,
];

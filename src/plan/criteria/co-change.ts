import type { CommitHash } from "../../model/ids.ts";
import { append } from "../group-by.ts";
import type { CouplingMeasure } from "./coupling-measure.ts";
import type { Tie } from "./thing.ts";

/**
 * Commits that changed it together with files of others that tend to change with it: points = price × commits.
 * Which files tend to change together is decided where commits are counted; a single common commit is no tendency.
 */
export const coChange: CouplingMeasure = {
  name: "co-change",
  unit: "commits",
  per: "units",
  weight: 600,
  placeWeight: 0,
  facing: "both",
  observe({ links }) {
    const commits = new Map<CommitHash, Tie[]>();
    for (const { coupling, from, to } of links.of["co-change"]) {
      const tie = { from, to, places: 1, writes: false };
      for (const seen of coupling.evidence) if ("commit" in seen) append(commits, seen.commit, tie);
    }
    return [...commits.values()].map((ties) => ({ ties }));
  },
};

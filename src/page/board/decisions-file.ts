import type { Decisions } from "../../model/decision.ts";
import { fromLink, toLink } from "./share.ts";

const HEAD =
  "# What we decided. Give it to the tool again: monocarve <repository> --decisions monocarve.decisions.yaml\n";

/** Decisions as the text of a file: YAML, one decision to a line, so that git shows what changed. */
export function formatDecisions(decisions: Decisions): string {
  const lines = decisions.map(({ line: _line, ...decision }) => `  - ${JSON.stringify(decision)}\n`);
  return `${HEAD}decisions:\n${lines.join("")}`;
}

/** The decisions in the text of a file; null where it holds none. */
export function parseDecisions(text: string): Decisions | null {
  try {
    const found = text
      .split("\n")
      .flatMap((line, place) =>
        line.startsWith("  - {") ? [{ ...JSON.parse(line.slice(4)), line: place + 1 }] : [],
      );
    return fromLink(toLink(found));
  } catch {
    return null;
  }
}

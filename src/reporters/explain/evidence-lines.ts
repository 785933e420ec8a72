import type { Resolution } from "../../model/fact.ts";
import type { CommitNote, Coupling, Evidence, SourceEvidence } from "../../model/graph.ts";
import type { Copy } from "../copy.ts";
import type { ExplanationLine } from "./explanation.ts";

const SHOWN = 8;
/** Calls whose target is written in the code need no word on how it was found. */
const PLAIN: ReadonlySet<Resolution> = new Set(["import", "declared-type"]);

/** The first sightings of a coupling, each with the place where it can be looked up. */
export function evidenceLines(
  coupling: Coupling,
  commits: ReadonlyMap<string, CommitNote>,
  copy: Copy,
): ExplanationLine[] {
  const lines = coupling.evidence.slice(0, SHOWN).map((seen) => evidenceLine(seen, commits, copy));
  const more = coupling.count - lines.length;
  return more > 0 ? [...lines, { text: copy.explanation.moreEvidence(more), aside: "" }] : lines;
}

function evidenceLine(seen: Evidence, commits: ReadonlyMap<string, CommitNote>, copy: Copy): ExplanationLine {
  if (!("commit" in seen)) return { text: `${seen.file}:${seen.line}`, aside: whatStandsThere(seen, copy) };
  const note = commits.get(seen.commit);
  return { text: `${seen.commit.slice(0, 10)}  ${note?.day ?? ""}`.trimEnd(), aside: note?.subject ?? "" };
}

function whatStandsThere(seen: SourceEvidence, copy: Copy): string {
  const from = seen.fromMethod === undefined || seen.fromMethod === "" ? "" : `${seen.fromMethod}() → `;
  const method = seen.method === undefined || seen.method === "" ? "" : `${from}${seen.method}()`;
  const columns =
    seen.columns === undefined || seen.columns.length === 0 ? "" : `(${seen.columns.join(", ")})`;
  const how = seen.how === undefined || PLAIN.has(seen.how) ? "" : copy.resolutions[seen.how];
  const reading = seen.reading === undefined ? "" : copy.readings[seen.reading];
  return [method, seen.access ?? "", seen.form ?? "", columns, seen.statement ?? "", how, reading]
    .filter((part) => part !== "")
    .join(" · ");
}

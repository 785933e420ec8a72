import { LEVELS } from "../../model/context.ts";
import type { Coupling, CouplingKind, Node } from "../../model/graph.ts";
import type { NodeId } from "../../model/ids.ts";
import type { Report } from "../../model/report.ts";
import { decimal } from "../copy/counted.ts";
import type { Copy } from "../copy.ts";
import { evidenceLines } from "./evidence-lines.ts";
import type { Explanation, ExplanationSection } from "./explanation.ts";
import { contextNames, neighboursOf, nodeName } from "./neighbours.ts";

const SHARED_SHOWN = 8;
/** Kinds that have no direction. */
const MUTUAL: ReadonlySet<CouplingKind> = new Set(["join", "transaction", "co-change"]);

/** Why two things are tied: every coupling between them with its sightings, otherwise what both hang on. */
export function explainPair(report: Report, left: Node, right: Node, copy: Copy): Explanation {
  const commits = new Map(report.graph.commits.map((note) => [note.commit as string, note]));
  const between = report.graph.couplings.filter(
    ({ from, to }) => (from === left.id && to === right.id) || (from === right.id && to === left.id),
  );
  const sections = between
    .sort((one, other) => other.strength - one.strength)
    .map((coupling) => couplingSection(coupling, left, right, commits, copy));
  const notes = [placeNote(report, left.id, right.id, copy)].filter((note) => note !== "");
  const head = { title: `${left.name} ↔ ${right.name}`, ids: [left.id, right.id] };
  if (sections.length > 0) return { ...head, notes, sections };
  return {
    ...head,
    notes: [copy.explanation.notCoupled(left.name, right.name), ...notes],
    sections: sharedSection(report, left.id, right.id, copy),
  };
}

function couplingSection(
  coupling: Coupling,
  left: Node,
  right: Node,
  commits: Parameters<typeof evidenceLines>[1],
  copy: Copy,
): ExplanationSection {
  const words = copy.couplings[coupling.kind];
  const [from, to] = coupling.from === left.id ? [left, right] : [right, left];
  return {
    title: `${words.title}: ${from.name} ${MUTUAL.has(coupling.kind) ? "↔" : "→"} ${to.name}`,
    aside: `${words.count(coupling.count)}, ${copy.explanation.strength(decimal(coupling.strength))}`,
    why: words.why,
    lines: evidenceLines(coupling, commits, copy),
  };
}

/** The most telling level: the smallest one that holds both, otherwise the largest one. */
function placeNote(report: Report, left: NodeId, right: NodeId, copy: Copy): string {
  const places = new Map(report.grouping.memberships.map((membership) => [membership.node, membership]));
  const [one, other] = [places.get(left), places.get(right)];
  if (one === undefined || other === undefined) return "";
  const names = contextNames(report);
  const level = LEVELS.findLast((each) => one[each] === other[each]);
  if (level !== undefined) return copy.explanation.sameContext(copy.levels[level], names(one[level]));
  return copy.explanation.otherContexts(copy.levels.macro, names(one.macro), names(other.macro));
}

function sharedSection(report: Report, left: NodeId, right: NodeId, copy: Copy): ExplanationSection[] {
  const others = new Map(neighboursOf(report, right).map((neighbour) => [neighbour.node, neighbour]));
  const both = neighboursOf(report, left).flatMap((neighbour) => {
    const twin = others.get(neighbour.node);
    return twin === undefined ? [] : [{ neighbour, twin, pull: Math.min(neighbour.strength, twin.strength) }];
  });
  if (both.length === 0) return [];
  const lines = both
    .sort((one, other) => other.pull - one.pull)
    .slice(0, SHARED_SHOWN)
    .map(({ neighbour, twin }) => ({
      text: nodeName(neighbour.node),
      aside: `${neighbour.words(copy)} · ${twin.words(copy)}`,
    }));
  return [{ title: copy.explanation.sharedNeighbours, aside: "", why: "", lines }];
}

import type { Coupling } from "../../model/graph.ts";
import { evidenceLines } from "../../reporters/explain/evidence-lines.ts";
import { rememberBy } from "../world/world.ts";
import { placeSpan, rowLine, span } from "./line.ts";
import { type List, listOf, type Row, type Sighting, type Target, target } from "./list.ts";
import { nodeName, type Scene } from "./scene.ts";

/** More than anybody reads; the count in the title tells of the rest. */
const MOST = 3000;

/** Every line of code, statement or commit behind what is selected. */
export function evidenceList(scene: Scene, of: Target): List {
  const { words } = scene;
  const sightings = sightingsOf(scene, of);
  const head = { title: words.panes.evidence, note: "", empty: words.none.evidence };
  return listOf(head, sightings, (sighting) => sightingRow(sighting, of));
}

/** The sightings behind a target: its own, then those of its couplings, strongest first. */
export function sightingsOf(scene: Scene, { couplings, sightings }: Target): readonly Sighting[] {
  if (couplings.length === 0) return sightings;
  return rememberBy(scene.world, couplings, () => {
    const strongest = [...couplings].sort((left, right) => right.strength - left.strength);
    const found: Sighting[] = [...sightings];
    // What is the same for all need not be said in every row.
    const told = {
      ends: couplings.length > 1,
      kind: couplings.some(({ kind }) => kind !== couplings[0]!.kind),
    };
    for (const coupling of strongest) {
      if (found.length >= MOST) break;
      found.push(...sightingsOfCoupling(scene, coupling, told));
    }
    return found;
  });
}

/** What a row says beside the place. */
interface Told {
  readonly ends: boolean;
  readonly kind: boolean;
}

function sightingsOfCoupling(scene: Scene, coupling: Coupling, say: Told): Sighting[] {
  const { world, copy } = scene;
  const kind = say.kind ? copy.couplings[coupling.kind].title : "";
  const ends = say.ends ? `${nodeName(scene, coupling.from)} → ${nodeName(scene, coupling.to)}` : "";
  return coupling.evidence.map((seen, index) => {
    const [worded] = evidenceLines({ ...coupling, evidence: [seen], count: 1 }, world.commits, copy);
    const key = `${coupling.from} ${coupling.to} ${coupling.kind} ${index}`;
    const told = [worded?.aside ?? "", ends, kind].filter((part) => part !== "").join(" · ");
    const text = told === "" ? copy.couplings[coupling.kind].title : told;
    if ("commit" in seen)
      return {
        key,
        file: null,
        line: 0,
        commit: world.commits.get(seen.commit) ?? null,
        text: worded?.aside ?? "",
      };
    return { key, file: seen.file, line: seen.line, commit: null, text };
  });
}

function sightingRow(sighting: Sighting, { node, context }: Target): Row {
  const { commit, file, line, text } = sighting;
  return {
    key: sighting.key,
    heading: false,
    target: target({ node, context, sightings: [sighting], about: text }),
    line: (width) => {
      if (commit !== null)
        return rowLine(
          width,
          [span(`${commit.commit.slice(0, 10)} ${commit.day} `, "accent"), span(commit.subject)],
          [],
        );
      if (file === null) return rowLine(width, [span(text, "quiet")], []);
      const place = placeSpan(file, line, Math.min(width, Math.max(22, Math.floor(width * 0.42))));
      return rowLine(width, [place, span("  "), span(text, "quiet")], []);
    },
  };
}

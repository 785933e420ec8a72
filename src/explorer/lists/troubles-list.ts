import { rowLine, span } from "./line.ts";
import { type List, listOf, type Row, type Sighting, target } from "./list.ts";
import type { Scene } from "./scene.ts";

interface Trouble {
  readonly mark: string;
  readonly grave: boolean;
  readonly title: string;
  readonly about: string;
  readonly sightings: readonly Sighting[];
}

/** What could not be read, and lines that bite after a split. */
export function troublesList(scene: Scene): List {
  const { world, words, copy } = scene;
  const { diagnostics, plan } = world.report;
  const troubles: Trouble[] = [
    ...diagnostics.map(({ severity, code, message, file, line, count }) => ({
      mark: severity === "warning" ? "!" : "·",
      grave: severity === "warning",
      title: copy.diagnostics[code].count(count ?? 1),
      about: `${message} ${copy.diagnostics[code].advice}`,
      sightings:
        file === undefined
          ? []
          : [{ key: `${file}:${line ?? 1}`, file, line: line ?? 1, commit: null, text: message }],
    })),
    ...plan.readiness.hazards.map(({ hazard, what, place }) => ({
      mark: "▲",
      grave: true,
      title: `${copy.dossier.hazardKinds[hazard]}: ${what}`,
      about: copy.dossier.hazardKinds[hazard],
      sightings: [{ key: `${place.file}:${place.line}`, ...place, commit: null, text: what }],
    })),
  ];
  const head = { title: words.views.troubles, note: "", empty: words.none.rows };
  return listOf(head, troubles, troubleRow);
}

function troubleRow({ mark, grave, title, about, sightings }: Trouble, index: number): Row {
  const place = sightings[0];
  return {
    key: String(index),
    heading: false,
    target: target({ sightings, about }),
    line: (width) =>
      rowLine(
        width,
        [span(`${mark} `, grave ? "bad" : "quiet"), span(title)],
        [
          {
            text: place === undefined ? "" : `${place.file}:${place.line}`,
            width: Math.floor(width * 0.4),
            rank: 0,
            tone: "quiet",
            words: true,
          },
        ],
      ),
  };
}

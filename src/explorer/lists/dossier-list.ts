import type { FilePath } from "../../model/ids.ts";
import type { Lang } from "../../reporters/copy.ts";
import { renderDossier } from "../../reporters/plan/render-dossier.ts";
import { remember } from "../world/world.ts";
import { type List, listOf, type Sighting, target } from "./list.ts";
import { markdownLines } from "./markdown-lines.ts";
import { contextName, type Scene } from "./scene.ts";

/** The cut sheet of a context, line by line, as `monocarve plan` prints it. */
export function dossierList(scene: Scene, lang: Lang): List {
  const { world, words, looking } = scene;
  const { dossier } = looking;
  const lines =
    dossier === null
      ? []
      : remember(world, `dossier ${dossier} ${lang}`, () =>
          markdownLines(renderDossier(world.report, dossier, lang)),
        );
  const title =
    dossier === null ? words.views.dossier : `${words.views.dossier} · ${contextName(scene, dossier)}`;
  return listOf({ title, note: "", empty: words.none.rows }, lines, ({ source, heading, line }, index) => ({
    key: String(index),
    heading,
    target: target({ context: dossier, sightings: placesIn(source) }),
    line: () => line,
  }));
}

/** The places of code that a line of the cut sheet names. */
function placesIn(source: string): Sighting[] {
  return [...source.matchAll(/`([^`\s]+):(\d+)`/g)].map(([, file, number]) => {
    const text = `${file}:${number}`;
    return { key: text, file: file as FilePath, line: Number(number), commit: null, text };
  });
}

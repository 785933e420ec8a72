import type { Lang } from "../../reporters/copy.ts";
import { renderDossier } from "../../reporters/plan/render-dossier.ts";
import { remember } from "../world/world.ts";
import { type Line, span } from "./line.ts";
import { type List, listOf, target } from "./list.ts";
import { contextName, type Scene } from "./scene.ts";

/** The cut sheet of a context, line by line, as `monocarve plan` prints it. */
export function dossierList(scene: Scene, lang: Lang): List {
  const { world, words, looking } = scene;
  const { dossier } = looking;
  const lines =
    dossier === null
      ? []
      : remember(world, `dossier ${dossier} ${lang}`, () =>
          renderDossier(world.report, dossier, lang).trimEnd().split("\n"),
        );
  const title =
    dossier === null ? words.views.dossier : `${words.views.dossier} · ${contextName(scene, dossier)}`;
  return listOf({ title, note: "", empty: words.none.rows }, lines, (line, index) => ({
    key: String(index),
    heading: line.startsWith("#"),
    target: target({ context: dossier, sightings: placesIn(line), about: line.startsWith("|") ? line : "" }),
    line: () => toned(line),
  }));
}

/** Markdown with its headings and tables told from running text. */
function toned(line: string): Line {
  if (line.startsWith("#")) return [span(line.replace(/^#+ /, ""), "heading")];
  if (/^\|[ -|]*$/.test(line) && !/[^|\- ]/.test(line)) return [span(line, "quiet")];
  return [span(line.replaceAll("`", ""))];
}

/** The places of code that a line of the cut sheet names. */
function placesIn(line: string): ReturnType<typeof target>["sightings"] {
  return [...line.matchAll(/`([^`\s]+):(\d+)`/g)].map(([, file, number]) => {
    const place = { file: file as never, line: Number(number) };
    return { key: `${file}:${number}`, ...place, commit: null, text: `${file}:${number}` };
  });
}

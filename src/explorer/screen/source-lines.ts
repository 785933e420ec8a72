import { safeTerm } from "../../reporters/safe-term.ts";
import { wrap } from "../../reporters/terminal/fit.ts";
import type { Desk } from "../desk.ts";
import { type Line, placeSpan, span } from "../lists/line.ts";
import type { Sighting } from "../lists/list.ts";
import { type ExplorerState, sceneOf } from "../state/explorer-state.ts";
import { selectedSighting } from "../state/select.ts";
import { frameLines } from "./frame-lines.ts";

/** The lines of code around the selected place, or the commit, as a box of this size. */
export function sourceLines(
  state: ExplorerState,
  desk: Pick<Desk, "lines">,
  width: number,
  height: number,
): Line[] {
  const { words } = sceneOf(state);
  const sighting = selectedSighting(state);
  const title = sighting === null ? words.panes.source : titleOf(sighting, width - 6);
  const rows = (inner: number): Line[] =>
    sighting === null
      ? []
      : sighting.commit !== null
        ? commitLines(state, sighting, inner)
        : codeLines(state, desk, sighting, inner, height - 2);
  return frameLines({ title, notes: [], rows, focused: false, scroll: { top: 0, length: 0 } }, width, height);
}

function titleOf({ file, line, commit }: Sighting, room: number): string {
  return commit !== null ? commit.commit.slice(0, 12) : file === null ? "" : placeSpan(file, line, room).text;
}

function commitLines(state: ExplorerState, { commit }: Sighting, width: number): Line[] {
  if (commit === null) return [];
  const { copy } = sceneOf(state);
  const person = state.world.report.contributors.find(({ author }) => author === commit.author);
  const author = person?.name ?? copy.dossier.author(commit.author);
  return [
    [span(` ${commit.day} · ${author}`, "quiet")],
    [],
    ...wrap(safeTerm(commit.subject), width - 2).map((text): Line => [span(` ${text}`)]),
    [],
    [span(` ${commit.commit}`, "quiet")],
  ];
}

function codeLines(
  state: ExplorerState,
  desk: Pick<Desk, "lines">,
  { file, line, text }: Sighting,
  width: number,
  height: number,
): Line[] {
  const lines = file === null ? null : desk.lines(file);
  const { words } = sceneOf(state);
  if (lines === null) {
    const told = [words.none.source, "", text].flatMap((part) =>
      part === "" ? [""] : wrap(safeTerm(part), width - 2),
    );
    return told.map((part): Line => [span(` ${part}`, "quiet")]);
  }
  const first = Math.max(0, Math.min(line - 1 - Math.floor((height - 1) / 3), lines.length - height));
  const digits = String(first + height).length;
  return lines.slice(first, first + height).map((code, at): Line => {
    const number = first + at + 1;
    const here = number === line;
    const shown = code.replaceAll("\t", "  ").trimEnd();
    return [
      span(`${here ? "▶" : " "}${String(number).padStart(digits)} `, here ? "accent" : "quiet"),
      span(shown, here ? "strong" : "plain"),
    ];
  });
}

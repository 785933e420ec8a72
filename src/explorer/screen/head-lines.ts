import { widthOf } from "../../reporters/terminal/fit.ts";
import { knownCounts } from "../../reporters/view/known-counts.ts";
import { COMMANDS, keyLabel } from "../keys/key-map.ts";
import { fitted, type Line, type Span, span, textOf } from "../lists/line.ts";
import type { Pane } from "../lists/panes-of.ts";
import { type ExplorerState, sceneOf } from "../state/explorer-state.ts";
import { TABS } from "../state/looking.ts";
import { deltasOf } from "../what-if/deltas.ts";
import { remember } from "../world/world.ts";

/** Less than this says nothing. */
const SHORTEST = 12;

/** Title, tabs and the way that led here. */
export function headLines(state: ExplorerState, panes: readonly Pane[]): Line[] {
  const { columns } = state.size;
  return [titleLine(state, columns), tabLine(state, columns), crumbLine(state, panes, columns)];
}

function titleLine(state: ExplorerState, width: number): Line {
  const { repository } = state.world.report;
  const { copy } = sceneOf(state);
  const name: Span[] = [
    span(" monocarve ", "heading"),
    span(repository.name, "strong"),
    span(` ${repository.commit?.slice(0, 7) ?? ""} `, "quiet"),
  ];
  const counts = knownCounts(state.world.report, copy).slice(1, 5).join(" · ");
  const right = whatIfLine(state);
  return split(name, right.length > 0 ? right : [span(counts, "quiet")], width);
}

/** How many decisions there are, and what they change most. */
function whatIfLine(state: ExplorerState): Line {
  const { board, base, world, looking, computing } = state;
  const { words } = sceneOf(state);
  if (board.decisions.length === 0) return [];
  const unsaved = board.decisions.filter((decision) => !board.saved.includes(decision)).length;
  const strip = span(words.whatIf.strip(board.decisions.length, unsaved), "accent");
  if (computing) return [strip, span(` · ${words.said.computing}`, "quiet")];
  const deltas = remember(world, `strip ${looking.level}`, () =>
    deltasOf(base.report, world.report, looking.level, words.whatIf).slice(0, 3),
  );
  const changes = deltas
    .filter(({ changed }) => changed)
    .flatMap(({ title, before, after, better }): Span[] => [
      span(` · ${title} `, "quiet"),
      span(`${before} → ${after}`, better > 0 ? "good" : better < 0 ? "bad" : "plain"),
    ]);
  return [strip, ...(changes.length === 0 ? [span(` · ${words.whatIf.same}`, "quiet")] : changes)];
}

function tabLine(state: ExplorerState, width: number): Line {
  const { words } = sceneOf(state);
  const { looking } = state;
  const tab = (view: (typeof TABS)[number], named: boolean): Span[] => {
    const key = keyLabel(COMMANDS.find(({ name }) => name === `show ${view}`)?.keys[0] ?? "");
    if (view === looking.view) return [span(` ${key} ${words.views[view]} `, "selected")];
    return [span(` ${key} `, "accent"), ...(named ? [span(`${words.views[view]} `, "quiet")] : [])];
  };
  const named = TABS.flatMap((view) => tab(view, true));
  const tabs = widthOf(textOf(named)) <= width ? named : TABS.flatMap((view) => tab(view, false));
  return split(tabs, lightLine(state), width);
}

/** In which light things are seen: level, order, and every filter that hides something. */
function lightLine(state: ExplorerState): Line {
  const { words, copy } = sceneOf(state);
  const { level, sort, together, direction, kinds } = state.looking;
  const filters = [
    ...(direction === "both" ? [] : [words.directions[direction]]),
    ...kinds.map((kind) => words.only(copy.couplings[kind].title)),
  ];
  return [
    ...filters.map((filter) => span(`${filter} · `, "accent")),
    ...(together === "kind" ? [span(`${words.together.kind} · `, "quiet")] : []),
    span(`${copy.levels[level]} · ${words.sorted(words.sorts[sort])}`, "quiet"),
  ];
}

/** What is selected in each pane up to the focused one. */
function crumbLine(state: ExplorerState, panes: readonly Pane[], width: number): Line {
  const { words } = sceneOf(state);
  const steps = panes.slice(0, state.looking.focus + 1).flatMap(({ list, index }) => {
    if (list.length === 0) return [];
    const [name] = textOf(list.at(index).line(120))
      .trim()
      .split(/\s{2,}/);
    return [name ?? ""];
  });
  return fitted(
    [
      span(` ${words.views[state.looking.view]}`, "quiet"),
      ...steps.flatMap((step, at) => [
        span(" › ", "accent"),
        span(step, at === steps.length - 1 ? "strong" : "plain"),
      ]),
    ],
    width,
  );
}

/** Something at the left, something at the right; where room is short, the end of the right one gives way. */
function split(left: Line, right: Line, width: number): Line {
  const room = width - widthOf(textOf(left)) - 2;
  const wanted = widthOf(textOf(right));
  if (room < SHORTEST) return fitted(left, width);
  const shown = wanted <= room ? right : fitted(right, room);
  return fitted([...left, span(" ".repeat(Math.max(1, room - wanted + 1))), ...shown], width);
}

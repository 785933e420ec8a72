import { LEVELS, type Level } from "../../model/context.ts";
import type { ExplorerState } from "./explorer-state.ts";
import { visit } from "./go.ts";
import { keepSelection } from "./keep-selection.ts";
import { type Direction, type Looking, SORTS, START, TABS, type View } from "./looking.ts";
import { selectContext, selectedContext, selectedNode } from "./select.ts";

type LookCommand = View | "finer" | "coarser" | "sort" | "incoming" | "outgoing" | "together";

/** Another view, or the same one in another light. */
export function look(command: LookCommand): (state: ExplorerState) => ExplorerState {
  return (state) => {
    const { looking } = state;
    const tab = TABS.find((view) => view === command);
    if (tab !== undefined) return looking.view === tab ? state : visit(state, lastLookAt(state, tab));
    const changed = { ...state, looking: { ...looking, ...changeOf(looking, command) } };
    return command === "finer" || command === "coarser"
      ? levelChanged(state, changed)
      : keepSelection(state, changed);
  };
}

/** A view as it was left, unless things are told otherwise by now. */
function lastLookAt({ past, looking }: ExplorerState, view: View): Looking {
  const last = past.findLast((known) => known.view === view);
  const same = last !== undefined && last.level === looking.level && last.sort === looking.sort;
  return same ? last : lookingAt(looking, view);
}

/** A view from its beginning; how things are told stays. */
export function lookingAt({ level, sort }: Looking, view: View): Looking {
  const together = view === "tables" ? "kind" : "context";
  return { ...START, level, sort, together, view };
}

function changeOf(looking: Looking, command: LookCommand): Partial<Looking> {
  switch (command) {
    case "finer":
      return { level: levelBeside(looking.level, 1) };
    case "coarser":
      return { level: levelBeside(looking.level, -1) };
    case "sort":
      return { sort: SORTS[(SORTS.indexOf(looking.sort) + 1) % SORTS.length]! };
    case "incoming":
      return { direction: toggled(looking.direction, "in") };
    case "outgoing":
      return { direction: toggled(looking.direction, "out") };
    case "together":
      return { together: looking.together === "context" ? "kind" : "context" };
    default:
      return {};
  }
}

function levelBeside(level: Level, by: number): Level {
  return LEVELS[Math.max(0, Math.min(LEVELS.length - 1, LEVELS.indexOf(level) + by))]!;
}

function toggled(direction: Direction, wanted: Direction): Direction {
  return direction === wanted ? "both" : wanted;
}

/** On another level, the context that holds the selected member is selected; without one, a smaller or larger relative. */
function levelChanged(before: ExplorerState, after: ExplorerState): ExplorerState {
  if (before.looking.level === after.looking.level) return before;
  if (before.looking.view !== "contexts") return keepSelection(before, after);
  return relative(before, after);
}

function relative(before: ExplorerState, after: ExplorerState): ExplorerState {
  const { world, looking } = after;
  const node = before.looking.focus > 0 ? selectedNode(before) : null;
  const context = selectedContext(before);
  const member = node ?? (context === null ? undefined : world.contexts.get(context)?.members[0]);
  const home =
    member === undefined || member === null ? undefined : world.memberships.get(member)?.[looking.level];
  return home === undefined ? keepSelection(before, after) : selectContext(after, home, node);
}

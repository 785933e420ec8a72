import { COUPLING_KINDS } from "../../model/graph.ts";
import type { ContextId } from "../../model/ids.ts";
import { COMMANDS, keyLabel } from "../keys/key-map.ts";
import { contextName } from "../lists/scene.ts";
import { fuzzyScore } from "../world/fuzzy.ts";
import { type EntryKind, findEntries } from "../world/search.ts";
import { type ExplorerState, sceneOf } from "./explorer-state.ts";
import type { View } from "./looking.ts";
import type { Option, Prompt } from "./prompt.ts";

/** What is looked for from a view, most of the time. */
const LIKELY: Readonly<Partial<Record<View, EntryKind>>> = { tables: "table", endpoints: "endpoint" };

/** The answers that fit what was typed so far, the best first; none where any text is an answer. */
export function optionsOf(state: ExplorerState, { asking, text }: Prompt): readonly Option[] {
  const { world } = state;
  const { words, copy } = sceneOf(state);
  switch (asking.about) {
    case "search":
    case "path":
      return findEntries(world, text, LIKELY[state.looking.view] ?? null).map((entry) => ({
        title: entry.name,
        note: `${words.entries[entry.kind]} · ${entry.note}`,
        value: { is: "entry", entry },
      }));
    case "command":
      return filtered(
        text,
        COMMANDS.map(({ name, keys }) => ({
          title: words.commands[name],
          note: keys.map(keyLabel).join(" "),
          value: { is: "command", command: name },
        })),
      );
    case "move":
      return [...filtered(text, contextOptions(state, null)), ...newContext(text)];
    case "merge":
      return filtered(text, contextOptions(state, asking.context));
    case "kinds":
      return filtered(text, [
        { title: words.allKinds, note: "", value: { is: "kind", kind: null } },
        ...COUPLING_KINDS.map(
          (kind): Option => ({ title: copy.couplings[kind].title, note: kind, value: { is: "kind", kind } }),
        ),
      ]);
    case "quit":
      return (["save", "discard", "stay"] as const).map((how) => ({
        title: words.quitting[how],
        note: "",
        value: { is: "quit", how },
      }));
    case "rename":
    case "split":
    case "note":
    case "reason":
      return [];
  }
}

/** Does the question want a text of one's own? */
export function wantsText({ asking }: Prompt): boolean {
  return ["rename", "split", "note", "reason"].includes(asking.about);
}

function contextOptions(state: ExplorerState, without: ContextId | null): Option[] {
  const { world, looking } = state;
  const scene = sceneOf(state);
  return world.report.grouping.contexts
    .filter(({ level, id }) => level === looking.level && id !== without)
    .map(({ id, members }) => ({
      title: contextName(scene, id),
      note: String(members.length),
      value: { is: "context", context: id },
    }));
}

/** A name that no context has yet opens a new one. */
function newContext(text: string): Option[] {
  const name = text.trim();
  return name === "" ? [] : [{ title: `+ ${name}`, note: "", value: { is: "new context", name } }];
}

function filtered(text: string, options: readonly Option[]): Option[] {
  const query = text.trim().toLowerCase();
  if (query === "") return [...options];
  return options
    .map((option, place) => ({
      option,
      place,
      score: Math.max(fuzzyScore(option.title, query), option.note === query ? 900 : 0),
    }))
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score || left.place - right.place)
    .map(({ option }) => option);
}

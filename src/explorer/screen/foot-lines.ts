import { widthOf } from "../../reporters/terminal/fit.ts";
import { COMMANDS, keyLabel } from "../keys/key-map.ts";
import { fitted, type Line, type Span, span, textOf } from "../lists/line.ts";
import { contextName } from "../lists/scene.ts";
import { namesOf } from "../state/decide.ts";
import { type ExplorerState, focusedPane, sceneOf } from "../state/explorer-state.ts";
import { wantsText } from "../state/options-of.ts";
import type { Prompt } from "../state/prompt.ts";
import type { Words } from "../words/words.ts";

/** A sentence about what is selected (or the question that is open), and the keys that help most. */
export function footLines(state: ExplorerState): Line[] {
  const { columns } = state.size;
  return [sentenceLine(state, columns), hintLine(state, columns)];
}

function sentenceLine(state: ExplorerState, width: number): Line {
  if (state.prompt !== null) return fitted(promptLine(state, state.prompt), width);
  if (state.said !== "") return fitted([span(` ${state.said}`, "accent")], width);
  return fitted([span(` ${focusedPane(state).target.about}`, "quiet")], width);
}

/** The question and what was typed so far. */
export function promptLine(state: ExplorerState, prompt: Prompt): Line {
  const cursor = prompt.asking.about === "quit" ? [] : [span(prompt.text, "strong"), span(" ", "selected")];
  return [span(` ${questionOf(state, prompt)}: `, "accent"), ...cursor];
}

/** What is asked. */
export function questionOf(state: ExplorerState, { asking }: Prompt): string {
  const scene = sceneOf(state);
  const { prompts } = scene.words;
  switch (asking.about) {
    case "search":
      return prompts.search;
    case "command":
      return prompts.command;
    case "move":
      return prompts.move(namesOf(state, asking.nodes));
    case "merge":
      return prompts.merge(contextName(scene, asking.context));
    case "kinds":
      return prompts.kinds;
    case "path":
      return prompts.path(asking.name);
    case "rename":
      return prompts.rename(contextName(scene, asking.context));
    case "split":
      return prompts.split(namesOf(state, asking.nodes));
    case "note":
      return prompts.note(asking.subject);
    case "reason":
      return prompts.reason;
    case "quit":
      return prompts.quit;
  }
}

function hintLine(state: ExplorerState, width: number): Line {
  const { words } = sceneOf(state);
  if (state.prompt !== null) {
    const keys = wantsText(state.prompt) ? ["Enter", "Esc"] : ["↑↓", "Enter", "Esc"];
    return fitted([span(` ${keys.join("  ")}`, "quiet")], width);
  }
  const hints = COMMANDS.filter(({ hint }) => hint === true);
  const always = hints.filter(({ name }) => ALWAYS.has(name)).flatMap((command) => hintOf(command, words));
  const line: Span[] = [];
  for (const command of hints.filter(({ name }) => !ALWAYS.has(name))) {
    const hint = hintOf(command, words);
    if (widthOf(textOf([...line, ...hint, ...always])) > width) break;
    line.push(...hint);
  }
  return fitted([...line, ...always], width);
}

/** Whoever knows these finds all others. */
const ALWAYS: ReadonlySet<string> = new Set(["help", "quit"]);

function hintOf({ keys, name }: (typeof COMMANDS)[number], words: Words): Span[] {
  return [span(` ${keyLabel(keys[0]!)} `, "accent"), span(`${words.commands[name]} `, "quiet")];
}

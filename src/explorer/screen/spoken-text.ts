import { textOf } from "../lists/line.ts";
import { type ExplorerState, focusedPane, sceneOf } from "../state/explorer-state.ts";
import { optionsOf } from "../state/options-of.ts";
import { promptLine } from "./foot-lines.ts";

const WIDTH = 200;

/** What a screen reader says: the pane, the row in it, and a sentence about it. */
export function spokenText(state: ExplorerState): string {
  const { words } = sceneOf(state);
  const { prompt } = state;
  if (prompt !== null) {
    const option = optionsOf(state, prompt)[prompt.at];
    return [
      textOf(promptLine(state, prompt)).trim(),
      option === undefined ? "" : `${option.title} ${option.note}`,
    ].join("\n");
  }
  const { list, index, target } = focusedPane(state);
  const row =
    list.length === 0
      ? list.empty
      : textOf(list.at(index).line(WIDTH))
          .replaceAll(/\s{2,}/g, ", ")
          .trim();
  const position = list.length === 0 ? "" : words.rowOf(String(index + 1), String(list.length));
  return [`${list.title}, ${position}`, row, state.said === "" ? target.about : state.said]
    .filter((line) => line !== "")
    .join("\n");
}

import { fitted, type Line, rowLine, span } from "../lists/line.ts";
import { type ExplorerState, sceneOf } from "../state/explorer-state.ts";
import { optionsOf } from "../state/options-of.ts";
import type { Prompt } from "../state/prompt.ts";
import { questionOf } from "./foot-lines.ts";
import { frameLines } from "./frame-lines.ts";

/** The answers that one can choose from, as a box of this size. */
export function promptLines(state: ExplorerState, prompt: Prompt, width: number, height: number): Line[] {
  const { words } = sceneOf(state);
  const options = optionsOf(state, prompt);
  const visible = height - 2;
  const top = Math.max(0, Math.min(prompt.at - Math.floor(visible / 2), options.length - visible));
  const rows = (inner: number): Line[] => {
    if (options.length === 0) return [[span(` ${words.none.matches}`, "quiet")]];
    return options.slice(top, top + visible).map(({ title, note }, at): Line => {
      const wide = Math.min(Math.floor(inner * 0.55), 60);
      const line = fitted(
        rowLine(inner - 1, [span(title)], [{ text: note, width: wide, rank: 0, tone: "quiet", words: true }]),
        inner - 1,
      );
      const here = top + at === prompt.at;
      return here
        ? [span("▌", "selected"), ...line.map(({ text }) => span(text, "selected"))]
        : [span(" "), ...line];
    });
  };
  const note = options.length === 0 ? "" : words.rowOf(String(prompt.at + 1), String(options.length));
  return frameLines(
    {
      title: questionOf(state, prompt),
      notes: [note],
      rows,
      focused: true,
      scroll: { top, length: options.length },
    },
    width,
    height,
  );
}

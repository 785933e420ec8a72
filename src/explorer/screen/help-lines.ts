import { COMMANDS, keyLabel } from "../keys/key-map.ts";
import { fitted, type Line, span } from "../lists/line.ts";
import { type ExplorerState, sceneOf } from "../state/explorer-state.ts";
import type { CommandGroup } from "../words/words.ts";
import { frameLines } from "./frame-lines.ts";

const GROUPS: readonly CommandGroup[] = ["move", "look", "go", "what-if", "out"];
const KEYS_WIDE = 18;

/** All keys by what they are for, made of the key map itself; in columns where there is room. */
export function helpLines(state: ExplorerState, top: number, width: number, height: number): Line[] {
  const { words } = sceneOf(state);
  const blocks = GROUPS.map((group) => blockOf(state, group));
  const columns = width >= 150 ? 3 : width >= 96 ? 2 : 1;
  const length = inColumns(blocks, columns, 20).length;
  const shown = Math.min(top, Math.max(0, length - (height - 2)));
  const rows = (inner: number): Line[] =>
    inColumns(blocks, columns, Math.floor(inner / columns)).slice(shown);
  const content = { title: words.help.title, notes: [words.help.close], rows, focused: true };
  return frameLines({ ...content, scroll: { top: shown, length } }, width, height);
}

/** Whole groups below each other, the columns about equally long. */
function inColumns(blocks: readonly Line[][], columns: number, width: number): Line[] {
  const whole = blocks.reduce((sum, block) => sum + block.length, 0);
  const stacks: Line[][] = Array.from({ length: columns }, () => []);
  let at = 0;
  for (const block of blocks) {
    const stack = stacks[at]!;
    const full = stack.length > 0 && stack.length + block.length / 2 > whole / columns;
    if (full && at < columns - 1) at++;
    stacks[at]!.push(...block);
  }
  const rows = Math.max(...stacks.map((stack) => stack.length));
  return Array.from({ length: rows }, (_, row) => stacks.flatMap((stack) => fitted(stack[row] ?? [], width)));
}

function blockOf(state: ExplorerState, group: CommandGroup): Line[] {
  const { words } = sceneOf(state);
  const commands = COMMANDS.filter((command) => command.group === group);
  return [
    [span(` ${words.groups[group]}`, "heading")],
    ...commands.map(
      ({ name, keys }): Line => [
        span(`  ${keys.map(keyLabel).join(" ")}`.padEnd(KEYS_WIDE), "accent"),
        span(words.commands[name]),
      ],
    ),
    [],
  ];
}

import type { CommandGroup } from "../words/words.ts";

/** Everything that can be asked for by a key or from the palette. */
export type CommandName = (typeof KEY_MAP)[number]["name"];

interface Binding {
  readonly name: string;
  readonly group: CommandGroup;
  /** Names as `readKeys` gives them; the first is the one that is shown. */
  readonly keys: readonly string[];
  /** Said in the bottom line while nothing else is. */
  readonly hint?: boolean;
}

/** The key map: help, palette and bottom line are made of it. */
export const KEY_MAP = [
  { name: "down", group: "move", keys: ["j", "down"] },
  { name: "up", group: "move", keys: ["k", "up"] },
  { name: "next pane", group: "move", keys: ["tab", "l", "right"] },
  { name: "previous pane", group: "move", keys: ["shift-tab", "h", "left"] },
  { name: "open", group: "move", keys: ["enter"], hint: true },
  { name: "page down", group: "move", keys: ["pagedown", "ctrl-f", "ctrl-d"] },
  { name: "page up", group: "move", keys: ["pageup", "ctrl-b", "ctrl-u"] },
  { name: "first", group: "move", keys: ["g", "home"] },
  { name: "last", group: "move", keys: ["G", "end"] },
  { name: "show contexts", group: "look", keys: ["1"] },
  { name: "show plan", group: "look", keys: ["2"] },
  { name: "show tables", group: "look", keys: ["3"] },
  { name: "show contested", group: "look", keys: ["4"] },
  { name: "show endpoints", group: "look", keys: ["5"] },
  { name: "show troubles", group: "look", keys: ["6"] },
  { name: "show decisions", group: "look", keys: ["7"] },
  { name: "finer", group: "look", keys: ["+", "="] },
  { name: "coarser", group: "look", keys: ["-"] },
  { name: "sort", group: "look", keys: ["s"], hint: true },
  { name: "incoming", group: "look", keys: ["<"] },
  { name: "outgoing", group: "look", keys: [">"] },
  { name: "kinds", group: "look", keys: ["x"] },
  { name: "together", group: "look", keys: ["t"] },
  { name: "zoom", group: "look", keys: ["z"] },
  { name: "search", group: "go", keys: ["/"], hint: true },
  { name: "follow", group: "go", keys: ["f"], hint: true },
  { name: "path", group: "go", keys: ["p"], hint: true },
  { name: "dossier", group: "go", keys: ["D"] },
  { name: "back", group: "go", keys: ["[", "backspace", "ctrl-o"] },
  { name: "forward", group: "go", keys: ["]"] },
  { name: "mark", group: "what-if", keys: ["space"] },
  { name: "move", group: "what-if", keys: ["m"], hint: true },
  { name: "pin", group: "what-if", keys: ["P"] },
  { name: "merge", group: "what-if", keys: ["M"] },
  { name: "split", group: "what-if", keys: ["S"] },
  { name: "rename", group: "what-if", keys: ["R"] },
  { name: "share", group: "what-if", keys: ["K"] },
  { name: "note", group: "what-if", keys: ["N"] },
  { name: "reason", group: "what-if", keys: ["A"] },
  { name: "take back", group: "what-if", keys: ["d", "delete"] },
  { name: "undo", group: "what-if", keys: ["u", "ctrl-z"] },
  { name: "redo", group: "what-if", keys: ["U", "ctrl-r"] },
  { name: "save", group: "what-if", keys: ["w", "ctrl-s"] },
  { name: "edit", group: "out", keys: ["o"], hint: true },
  { name: "copy", group: "out", keys: ["y"] },
  { name: "export", group: "out", keys: ["e"] },
  { name: "palette", group: "out", keys: [":"] },
  { name: "help", group: "out", keys: ["?"], hint: true },
  { name: "redraw", group: "out", keys: ["ctrl-l"] },
  { name: "quit", group: "out", keys: ["q", "ctrl-c"], hint: true },
] as const satisfies readonly Binding[];

export const COMMANDS: readonly (Binding & { readonly name: CommandName })[] = KEY_MAP;

/** The command that a key asks for. */
export function commandOf(key: string): CommandName | null {
  return BY_KEY.get(key) ?? null;
}

const BY_KEY: ReadonlyMap<string, CommandName> = new Map(
  COMMANDS.flatMap(({ name, keys }) => keys.map((key) => [key, name] as const)),
);

const SHOWN: Readonly<Record<string, string>> = {
  up: "↑",
  down: "↓",
  left: "←",
  right: "→",
  tab: "Tab",
  "shift-tab": "S-Tab",
  enter: "Enter",
  space: "Space",
  backspace: "Bksp",
  pageup: "PgUp",
  pagedown: "PgDn",
  home: "Home",
  end: "End",
  delete: "Del",
};

/** A key as keyboards call it: `ctrl-r` is `^R`. */
export function keyLabel(key: string): string {
  const letter = /^ctrl-(.)$/.exec(key)?.[1];
  return letter === undefined ? (SHOWN[key] ?? key) : `^${letter.toUpperCase()}`;
}

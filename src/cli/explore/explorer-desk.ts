import { closeSync, openSync, writeSync } from "node:fs";
import type { Desk } from "../../explorer/desk.ts";
import type { AlternateScreen } from "./alternate-screen.ts";
import type { DecisionsFile } from "./decisions-file.ts";
import { runEditor } from "./run-editor.ts";
import type { SourceDoor } from "./source-door.ts";
import type { WhatIfThread } from "./what-if-thread.ts";

/** What the desk is made of. */
export interface Drawers {
  readonly whatIf: () => WhatIfThread;
  readonly door: SourceDoor;
  readonly screen: () => AlternateScreen | null;
  readonly file: DecisionsFile;
}

const MOST_EXPORTS = 1000;

/** The machine, as far as the explorer may use it. */
export function explorerDesk({ whatIf, door, screen, file }: Drawers): Desk {
  return {
    lines: door.lines,
    async edit(path, line) {
      const found = door.pathOf(path);
      if (found === null) throw new Error(`${path} is not here`);
      process.stdin.setRawMode(false);
      screen()?.leave();
      const problem = runEditor(process.env, found, line);
      screen()?.enter();
      process.stdin.setRawMode(true);
      if (problem !== null) throw new Error(problem);
      return `${path}:${line}`;
    },
    copy(text) {
      // OSC 52: the terminal's own clipboard, also over ssh.
      writeSync(1, `\u001b]52;c;${Buffer.from(text).toString("base64")}\u0007`);
    },
    export(name, text) {
      const [path, descriptor] = newFile(name);
      writeSync(descriptor, text);
      closeSync(descriptor);
      return path;
    },
    save: file.save,
    replay: (decisions) => whatIf().replay(decisions),
    redraw: () => screen()?.clear(),
  };
}

/** A file that was not there before. */
function newFile(name: string): [path: string, descriptor: number] {
  for (let number = 1; number < MOST_EXPORTS; number++) {
    const path = `monocarve-${name}${number === 1 ? "" : `-${number}`}.md`;
    try {
      return [path, openSync(path, "wx", 0o644)];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  throw new Error("there are too many exported files here");
}

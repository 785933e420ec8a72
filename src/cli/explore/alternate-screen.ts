import { writeSync } from "node:fs";
import { onSignal } from "../signals.ts";

const ENTER = "\u001b[?1049h\u001b[2J\u001b[H";
const LEAVE = "\u001b[?1049l\u001b[?25h";
const CLEAR = "\u001b[2J\u001b[H";

/** A screen beside the one of the shell, which is found again as it was left. */
export interface AlternateScreen {
  /** Gives the terminal back: to another program for a while, or for good. */
  readonly leave: () => void;
  readonly enter: () => void;
  readonly clear: () => void;
}

/**
 * Takes a screen of our own and gives it back however the run ends: by itself, by a signal, or by an error. `stopDrawing`
 * is called before, so that nothing is drawn onto the shell's screen.
 */
export function takeAlternateScreen(stopDrawing: () => void): AlternateScreen {
  let taken = false;
  const write = (text: string): void => {
    try {
      writeSync(1, text);
    } catch {
      // The terminal is gone.
    }
  };
  const clear = (): void => write(CLEAR);
  const enter = (): void => {
    if (!taken) write(ENTER);
    taken = true;
  };
  const leave = (): void => {
    if (taken) write(LEAVE);
    taken = false;
  };
  const end = (): void => {
    stopDrawing();
    leave();
  };
  onSignal(end);
  process.once("exit", end);
  process.once("uncaughtExceptionMonitor", end);
  // What was drawn for another width would be broken into more lines: it is drawn anew instead.
  process.stdout.prependListener("resize", clear);
  enter();
  return { enter, leave, clear };
}

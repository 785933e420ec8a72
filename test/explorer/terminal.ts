import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { findTmux } from "../../scripts/find-tmux.mjs";
import { CLI, emptyFolder } from "../cli/run-cli.ts";

/** How long something may take to appear; only a test that fails waits so long. */
const PATIENCE_MS = 60_000;
const LOOK_MS = 40;

/** A real terminal with a shell in it, driven from outside. */
export interface Terminal {
  /** The folder that the shell is in. */
  readonly cwd: string;
  /** Presses keys as tmux names them (`Enter`, `Escape`, `j`). */
  readonly press: (...keys: readonly string[]) => void;
  /** Writes a text as one burst of keys. */
  readonly type: (text: string) => void;
  /** What is on the screen. */
  readonly screen: () => string;
  /** Waits until the screen holds this, and returns it. */
  readonly see: (what: string | RegExp) => Promise<string>;
  readonly resize: (columns: number, rows: number) => void;
  /** Is the program on a screen of its own? */
  readonly isAlternate: () => boolean;
  /** Is the cursor visible? */
  readonly showsCursor: () => boolean;
  /** The process id of the program that the shell runs. */
  readonly program: () => number;
  readonly close: () => void;
}

/** Opens a terminal of this size with a shell and starts monocarve in it. */
export function openTerminal(
  columns: number,
  rows: number,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Terminal {
  const cwd = emptyFolder();
  const socket = `monocarve-${randomUUID()}`;
  const tmux = (...rest: readonly string[]): string =>
    execFileSync(findTmux(), ["-L", socket, "-f", "/dev/null", ...rest], {
      encoding: "utf8",
      env: {
        PATH: process.env.PATH ?? "",
        HOME: cwd,
        LANG: "C.UTF-8",
        TERM: "xterm-256color",
        USER: "ada",
        ...env,
      },
    });
  tmux("new-session", "-d", "-x", String(columns), "-y", String(rows), "-c", cwd, "/bin/sh");
  tmux("set-option", "-g", "status", "off");
  tmux("set-option", "-g", "escape-time", "5");
  const type = (text: string): void => void tmux("send-keys", "-l", "--", text);
  const press = (...keys: readonly string[]): void => void tmux("send-keys", ...keys);
  const screen = (): string => tmux("capture-pane", "-p");
  const tells = (format: string): string => tmux("display-message", "-p", format).trim();
  type(`PS1='shell> '; ${process.execPath} ${CLI} ${args.join(" ")}; echo rc=$?`);
  press("Enter");
  return {
    cwd,
    press,
    type,
    screen,
    see: (what) => seen(screen, what),
    resize: (wide, high) => void tmux("resize-window", "-x", String(wide), "-y", String(high)),
    isAlternate: () => tells("#{alternate_on}") === "1",
    showsCursor: () => tells("#{cursor_flag}") === "1",
    program: () => childOf(Number(tells("#{pane_pid}"))),
    close: () => {
      try {
        tmux("kill-server");
      } catch {
        // It has ended by itself.
      }
    },
  };
}

async function seen(screen: () => string, what: string | RegExp): Promise<string> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const now = screen();
    if (typeof what === "string" ? now.includes(what) : what.test(now)) return now;
    if (Date.now() > until) throw new Error(`waited in vain for ${what}; the screen shows\n${now}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

function childOf(parent: number): number {
  const listed = execFileSync("ps", ["-eo", "ppid=,pid="], { encoding: "utf8" });
  const row = listed.split("\n").find((line) => Number(line.trim().split(/\s+/)[0]) === parent);
  return Number(row?.trim().split(/\s+/)[1]);
}

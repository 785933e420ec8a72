import { fileURLToPath } from "node:url";
import { findProgram } from "./find-program.mjs";

/** The path of a tmux, named by $TMUX_PROGRAM, found, or installed; throws with advice where there is none. */
export function findTmux() {
  return findProgram({
    variable: "TMUX_PROGRAM",
    names: ["tmux"],
    packages: ["tmux"],
    use: "the tests of the explorer",
    advice: `No tmux was found, and the tests of the explorer drive it in a real terminal.
Install it (Debian: apt-get install tmux), or name one: TMUX_PROGRAM=/path/to/tmux npm test`,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(findTmux());

import { fileURLToPath } from "node:url";
import { findProgram } from "./find-program.mjs";

/** The path of a strace, named by $STRACE_PROGRAM, found, or installed; throws with advice where there is none. */
export function findStrace() {
  return findProgram({
    variable: "STRACE_PROGRAM",
    names: ["strace"],
    packages: ["strace"],
    use: "the tests that watch system calls",
    advice: `No strace was found, and a test watches with it that nothing is started and nobody is called.
Install it (Debian: apt-get install strace), or name one: STRACE_PROGRAM=/path/to/strace npm test`,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(findStrace());

import { EXIT } from "../exit-codes.ts";
import { outputFailure } from "./output-failure.ts";

let gone = false;

/** Writes to standard output; a reader that goes away (`| head`) is no error, a full disk is. */
export function writeOut(bytes: Uint8Array | string): void {
  if (!gone) process.stdout.write(bytes);
}

/** From now on the ends of pipes and disks are heard, and never end in a stack trace. */
export function watchOutput(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (gone) return;
    gone = true;
    if (error.code === "EPIPE") return;
    process.exitCode = EXIT.output;
    process.stderr.write(`monocarve: ${outputFailure("to standard output", error).message}\n`);
  });
  process.stderr.on("error", () => {});
}

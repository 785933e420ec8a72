import { type Command, CommanderError } from "commander";
import { EXIT, Failure } from "./exit-codes.ts";

/** Parses the arguments and runs the command; what was typed wrongly becomes one line and exit code 2. */
export async function parse(program: Command, args: readonly string[]): Promise<void> {
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ outputError: () => {} });
  }
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return;
    throw new Failure(oneLine(error.message), EXIT.usage);
  }
}

function oneLine(message: string): string {
  return message
    .replace(/^error: /, "")
    .replace(/\s*\n\s*/g, " ")
    .trim();
}

import { Command } from "commander";
import { TOOL_VERSION } from "../version.ts";
import { addCommands } from "./add-commands.ts";
import { withAnalysisOptions, withScreenOptions } from "./analysis-options.ts";
import { closest } from "./closest.ts";
import type { AnalyzeOptions } from "./commands/analyze.ts";
import { EXIT, Failure } from "./exit-codes.ts";

const EXAMPLES = `
Examples:
  monocarve ../shop                      analyse, write monocarve-report/, print a summary
  monocarve ../shop --package api        only this package of a monorepo
  monocarve ../shop --json | jq .plan    everything, for other programs
  monocarve explore ../shop              walk through it with the keyboard
  monocarve explain OrderService         why it is where it is
  monocarve explain orders.ts:44 Invoice why the two are tied, with lines and commits
  monocarve plan orders > orders.md      every cut that it takes to extract one context
  monocarve list couplings > ties.tsv    a table for pipes and spreadsheets
  monocarve export mermaid > map.mmd      the contexts as a diagram

Nothing of the repository is executed, built or installed, and nothing leaves this machine. With npx, run it from
outside the repository: npx obeys settings that it finds in the folder that it is started in.

Exit codes: 0 fine, 1 a limit was broken, 2 usage or configuration, 3 nothing to analyse, 70 internal error,
74 output failed, 130 and 143 cancelled.
`;

/** The command line. Commands load what they need when they are called. */
export function createProgram(): Command {
  const program = new Command("monocarve")
    .description("Reads a monolith without running it and says where to carve it.")
    .version(TOOL_VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .argument("[repository]", "folder to analyse", ".")
    .allowExcessArguments()
    .addHelpText("after", EXAMPLES);
  withAnalysisOptions(program)
    .optionsGroup("Where the result goes")
    .option("-o, --out <folder>", "where to write analysis.json and report.html (default: monocarve-report)")
    .option("--json", "print analysis.json; write files only with --out")
    .option("--open", "open the page in the browser afterwards");
  withScreenOptions(program).action(async (root: string, options: AnalyzeOptions) => {
    if (program.args.length > 1) throw new Failure(tooMany(program, root), EXIT.usage);
    const { analyzeCommand } = await import("./commands/analyze.ts");
    await analyzeCommand(root, options, suggestion(program, root));
  });
  addCommands(program);
  return program;
}

function tooMany(program: Command, typed: string): string {
  return `too many arguments: expected one folder${suggestion(program, typed)}`;
}

/** A word that is no folder may have been meant as a command. */
function suggestion(program: Command, typed: string): string {
  const known = closest(
    typed,
    program.commands.map((command) => command.name()),
  );
  return known === undefined ? "" : `; did you mean the command "${known}"?`;
}

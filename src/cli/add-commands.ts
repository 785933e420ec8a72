import type { Command } from "commander";
import { withAnalysisOptions, withScreenOptions } from "./analysis-options.ts";

const IN = "an analysis.json, or a folder to analyse (default: the last result here)";

/** Everything that can be asked of a result. Each command loads its own code when it is called. */
export function addCommands(program: Command): void {
  addExplore(program);
  addExplain(program);
  addPlan(program);
  addList(program);
  addExport(program);
  addScore(program);
  addCompare(program);
  program
    .command("schema")
    .description("print the JSON Schema of analysis.json")
    .action(async () => {
      const { schemaCommand } = await import("./commands/schema.ts");
      schemaCommand();
    });
}

function addExplore(program: Command): void {
  const command = program
    .command("explore")
    .description("walk through contexts, couplings, evidence and plan with the keyboard, and try what if")
    .argument("[place]", IN)
    .option(
      "--source <folder>",
      "where the sources lie that an analysis.json is about (default: this folder)",
    );
  withScreenOptions(withAnalysisOptions(command)).action(
    async (place: string | undefined, _options, self: Command) => {
      const { exploreCommand } = await import("./commands/explore.ts");
      await exploreCommand(place, self.optsWithGlobals());
    },
  );
}

function addExplain(program: Command): void {
  const command = program
    .command("explain")
    .description("why a unit is where it is, or why two are tied")
    .argument("<unit>", "id, name, file, file:line, or table:name")
    .argument("[other]", "the second one")
    .option("--in <result>", IN)
    .option("--json", "the same as JSON");
  withScreenOptions(withAnalysisOptions(command)).action(
    async (unit: string, other: string | undefined, _options, self: Command) => {
      const { explainCommand } = await import("./commands/explain.ts");
      await explainCommand(other === undefined ? [unit] : [unit, other], self.optsWithGlobals());
    },
  );
}

function addPlan(program: Command): void {
  const command = program
    .command("plan")
    .description("the order of extraction, or the cut sheet of one context, as Markdown")
    .argument("[context]", "id or name of a context")
    .option("--in <result>", IN)
    .option("--json", "the same as JSON");
  withScreenOptions(withAnalysisOptions(command)).action(
    async (context: string | undefined, _options, self: Command) => {
      const { planCommand } = await import("./commands/plan.ts");
      await planCommand(context, self.optsWithGlobals());
    },
  );
}

function addList(program: Command): void {
  const command = program
    .command("list")
    .description("a plain table: units, contexts, couplings, calls, tables, joins, endpoints …")
    .argument("[what]", "the table; without it, the names of all tables")
    .argument("[result]", IN)
    .option("--json", "a JSON array instead of tab-separated values");
  withScreenOptions(withAnalysisOptions(command)).action(
    async (what: string | undefined, result: string | undefined, _options, self: Command) => {
      const { listCommand } = await import("./commands/list.ts");
      await listCommand(what, result, self.optsWithGlobals());
    },
  );
}

function addExport(program: Command): void {
  const command = program
    .command("export")
    .description("contexts and their couplings, or the inside of one, as a diagram: dot, mermaid or cml")
    .argument("<format>", "dot (Graphviz), mermaid, or cml (Context Mapper)")
    .argument("[result]", IN)
    .option("--context <name>", "the inside of this context: its units and tables")
    .option("--all", "draw everything; a large diagram leaves out what is weakest, and says what")
    .option("-o, --out <file>", "write a file instead of standard output");
  withScreenOptions(withAnalysisOptions(command)).action(
    async (format: string, result: string | undefined, _options, self: Command) => {
      const { exportCommand } = await import("./commands/export.ts");
      await exportCommand(format, result, self.optsWithGlobals());
    },
  );
}

function addScore(program: Command): void {
  const score = program
    .command("score")
    .description("how well the contexts agree with a reference decomposition")
    .argument("[result]", IN)
    .requiredOption("--reference <file>", "lines of file<TAB>module, JSON, or globs with modules")
    .option("--json", "the same as JSON");
  withScreenOptions(withAnalysisOptions(score)).action(
    async (result: string | undefined, _options, self: Command) => {
      const { scoreCommand } = await import("./commands/quality.ts");
      await scoreCommand(result, self.optsWithGlobals());
    },
  );
}

function addCompare(program: Command): void {
  const compare = program
    .command("compare")
    .description("what moved between two results, and how far they agree")
    .argument("<before>", "an analysis.json")
    .argument("<after>", "another one")
    .option("--json", "everything, as JSON");
  withScreenOptions(compare).action(async (before: string, after: string, _options, self: Command) => {
    const { compareCommand } = await import("./commands/quality.ts");
    await compareCommand(before, after, self.optsWithGlobals());
  });
}

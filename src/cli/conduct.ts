import { COPY, type Lang } from "../reporters/copy.ts";
import type { AnalysisOptions } from "./analysis-options.ts";
import { EXIT } from "./exit-codes.ts";
import type { DocumentName, Job, Source, Speech, WorkerMessage } from "./job.ts";
import { writeOut } from "./output/standard-output.ts";
import { Phases } from "./phases.ts";
import { progressLine, progressStyle } from "./progress.ts";
import { runJob } from "./run-job.ts";
import { screenFor } from "./screen.ts";

/** Where a text goes. */
export type Sink = (bytes: Uint8Array) => void;

/** What a command wants done. */
export interface Order {
  readonly source: Source;
  readonly speeches: readonly Speech[];
  readonly options: AnalysisOptions;
  readonly lang: Lang | undefined;
  /** Where texts other than standard output go. */
  readonly sinks?: Readonly<Partial<Record<DocumentName, Sink>>>;
  /** What remains to be done before anything is said on standard output. */
  readonly settle?: () => void;
}

/** Has a job done in its thread, shows how far it is, and puts its texts where they belong. */
export async function conduct(order: Order): Promise<void> {
  const { source, speeches, options, lang, sinks = {}, settle } = order;
  const job: Job = { source, speeches, screen: screenFor(options, lang), verbose: options.verbose === true };
  const style = progressStyle(options.quiet === true, process.env, process.stderr);
  const line = progressLine(style, process.stderr);
  const phases = new Phases();
  const { phases: words } = COPY[job.screen.lang];
  const held: Uint8Array[] = [];
  const all: Readonly<Partial<Record<DocumentName, Sink>>> = {
    stdout: (bytes) => held.push(bytes),
    ...sinks,
  };
  const hear = (message: WorkerMessage): void => {
    if (message.kind === "progress") {
      const phase = words[message.phase] ?? message.phase;
      phases.enter(phase);
      line.show(phase, message.done, message.total);
    } else if (message.kind === "piece") all[message.document]?.(message.bytes);
    else if (message.kind === "note" && options.quiet !== true) {
      line.clear();
      process.stderr.write(`${message.text}\n`);
    }
  };
  try {
    await runJob(job, hear);
  } finally {
    line.clear();
  }
  settle?.();
  for (const bytes of held) writeOut(bytes);
  if (options.verbose === true) process.stderr.write(phases.text());
  process.exitCode ??= EXIT.ok;
}

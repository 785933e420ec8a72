import type { Report } from "../../model/report.ts";
import { parseReport } from "../../reporters/json/parse-report.ts";
import { EXIT, Failure } from "../exit-codes.ts";
import type { Screen, Source, WorkerMessage } from "../job.ts";
import { readInput } from "../read-input.ts";
import { runJob } from "../run-job.ts";

type Progress = (phase: string, done: number, total: number) => void;

/** Reads an earlier result, or analyses the repository in a thread of its own and tells how far it is. */
export async function loadReport(source: Source, screen: Screen, progress: Progress): Promise<Report> {
  if (source.kind === "analysis")
    return parsed(readInput({ path: source.file, called: source.file }), source.file);
  const pieces: Uint8Array[] = [];
  const hear = (message: WorkerMessage): void => {
    if (message.kind === "progress") progress(message.phase, message.done, message.total);
    else if (message.kind === "piece" && message.document === "stdout") pieces.push(message.bytes);
  };
  await runJob({ source, speeches: [{ kind: "json" }], screen, verbose: false }, hear);
  return JSON.parse(Buffer.concat(pieces).toString("utf8")) as Report;
}

function parsed(text: string, file: string): Report {
  const result = parseReport(text);
  if ("problem" in result) throw new Failure(`${file}: ${result.problem}`, EXIT.usage);
  return result.report;
}

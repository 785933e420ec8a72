import { parentPort, workerData } from "node:worker_threads";
import type { Report } from "../../model/report.ts";
import { UsageError } from "../../model/usage-error.ts";
import { safeTerm } from "../../reporters/safe-term.ts";
import { EXIT, Failure } from "../exit-codes.ts";
import type { Job, WorkerMessage } from "../job.ts";
import { obtainReport } from "./obtain-report.ts";
import { reportChildren } from "./report-children.ts";
import { speak } from "./speak.ts";

/** The whole run, away from the main thread, which stays free to hear Ctrl-C. */
async function run({ source, speeches, screen }: Job): Promise<void> {
  reportChildren(tell);
  const report = await obtainReport(source, (phase, done, total) =>
    tell({ kind: "progress", phase, done, total }),
  );
  if (source.kind === "analysis" && source.found === true)
    tell({ kind: "note", text: originOf(report, source.file) });
  for (const speech of speeches) await speak(report, speech, screen, tell);
}

function originOf({ repository }: Report, file: string): string {
  const commit = repository.commit === null ? "" : `, commit ${repository.commit.slice(0, 10)}`;
  return safeTerm(`monocarve: from ${file} (${repository.name}${commit})`);
}

function tell(message: WorkerMessage): void {
  if (message.kind === "piece") parentPort?.postMessage(message, [message.bytes.buffer as ArrayBuffer]);
  else parentPort?.postMessage(message);
}

try {
  await run(workerData as Job);
} catch (error) {
  const known = error instanceof Failure || error instanceof UsageError;
  const exitCode = known ? error.exitCode : EXIT.internal;
  const text = error instanceof Error ? error.message : String(error);
  const message = known ? text : `internal error: ${text}`;
  const stack = error instanceof Error && !known ? (error.stack ?? "") : "";
  tell({ kind: "failed", exitCode, message, stack });
}

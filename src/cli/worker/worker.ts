import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import type { Report } from "../../model/report.ts";
import { UsageError } from "../../model/usage-error.ts";
import { safeTerm } from "../../reporters/safe-term.ts";
import { EXIT, Failure } from "../exit-codes.ts";
import type { Job, WorkerMessage } from "../job.ts";
import { obtainResult } from "./obtain-result.ts";
import { reportChildren } from "./report-children.ts";
import { speak } from "./speak.ts";

/** The whole run, away from the main thread, which stays free to hear Ctrl-C. */
async function run({ source, speeches, screen }: Job): Promise<void> {
  reportChildren((message) => void tell(message));
  const result = await obtainResult(source, (phase, done, total) => {
    void tell({ kind: "progress", phase, done, total });
  });
  if (source.kind === "analysis" && source.found === true)
    await tell({ kind: "note", text: originOf(result.report, source.file) });
  for (const speech of speeches) await speak(result, speech, screen, tell);
  await result.settle();
}

function originOf({ repository }: Report, file: string): string {
  const commit = repository.commit === null ? "" : `, commit ${repository.commit.slice(0, 10)}`;
  return safeTerm(`monocarve: from ${file} (${repository.name}${commit})`);
}

/** A piece of a text is answered once it lies where it belongs: no more than one is on its way. */
async function tell(message: WorkerMessage): Promise<void> {
  if (parentPort === null) return;
  if (message.kind !== "piece") return parentPort.postMessage(message);
  const taken = once(parentPort, "message");
  parentPort.postMessage(message, [message.bytes.buffer as ArrayBuffer]);
  await taken;
}

try {
  await run(workerData as Job);
} catch (error) {
  const known = error instanceof Failure || error instanceof UsageError;
  const exitCode = known ? error.exitCode : EXIT.internal;
  const text = error instanceof Error ? error.message : String(error);
  const message = known ? text : `internal error: ${text}`;
  const stack = error instanceof Error && !known ? (error.stack ?? "") : "";
  await tell({ kind: "failed", exitCode, message, stack });
}

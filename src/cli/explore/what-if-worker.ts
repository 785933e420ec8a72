import { parentPort, workerData } from "node:worker_threads";
import { replay } from "../../explorer/what-if/replay.ts";
import type { Decisions } from "../../model/decision.ts";
import type { Report } from "../../model/report.ts";
import type { WhatIfAnswer } from "./what-if-thread.ts";

/** Groups and plans again away from the screen, which goes on answering keys meanwhile. */
const base = workerData as Report;

parentPort?.on("message", (decisions: Decisions) => parentPort?.postMessage(answerTo(decisions)));

function answerTo(decisions: Decisions): WhatIfAnswer {
  try {
    const { report, diagnostics, conflicts } = replay(base, decisions);
    const complaints = [...conflicts, ...diagnostics.map(({ message }) => message)];
    return { told: { grouping: report.grouping, plan: report.plan }, complaints };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

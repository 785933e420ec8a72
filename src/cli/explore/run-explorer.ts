import { type OpenExplorer, openExplorer } from "../../explorer/open-explorer.tsx";
import { replay } from "../../explorer/what-if/replay.ts";
import type { Report } from "../../model/report.ts";
import type { ExploreOptions } from "../commands/explore.ts";
import type { Source } from "../job.ts";
import { screenFor } from "../screen.ts";
import type { ChosenSource } from "../sources.ts";
import { type AlternateScreen, takeAlternateScreen } from "./alternate-screen.ts";
import { DECISIONS_FILE, openDecisionsFile } from "./decisions-file.ts";
import { explorerDesk } from "./explorer-desk.ts";
import { loadReport } from "./load-report.ts";
import { openSourceDoor } from "./source-door.ts";
import { WhatIfThread } from "./what-if-thread.ts";

/** Shows the explorer until the user quits; the terminal is then as it was before. */
export async function runExplorer(chosen: ChosenSource, options: ExploreOptions): Promise<void> {
  const screen = screenFor(options, chosen.lang);
  const file = openDecisionsFile(options.decisions ?? DECISIONS_FILE, options.decisions !== undefined);
  const source: Source =
    chosen.source.kind === "repository" ? { ...chosen.source, decisions: [] } : chosen.source;
  const root = options.source ?? (source.kind === "repository" ? source.root : ".");
  const session: { base: Report | null; whatIf: WhatIfThread | null } = { base: null, whatIf: null };
  let explorer: OpenExplorer | null = null;
  let alternate: AlternateScreen | null = null;
  const desk = explorerDesk({
    // Handing a large report to a thread takes a moment, so nobody waits for it who only looks.
    whatIf: () => (session.whatIf ??= new WhatIfThread(session.base!)),
    door: openSourceDoor(root),
    screen: () => alternate,
    file,
  });
  alternate = takeAlternateScreen(() => explorer?.close());
  try {
    explorer = openExplorer({
      lang: screen.lang,
      author: process.env.USER ?? process.env.LOGNAME ?? "",
      colours: screen.colour > 0,
      desk,
      load: async (progress) => {
        const loaded = await loadReport(source, screen, progress);
        const base = loaded.decisions.length === 0 ? loaded : replay(loaded, []).report;
        session.base = base;
        const decisions = file.decisions.length > 0 ? file.decisions : loaded.decisions;
        const report = decisions.length === 0 ? base : (await desk.replay(decisions)).report;
        return { base, report, decisions };
      },
    });
    await explorer.closed;
  } finally {
    alternate.leave();
    session.whatIf?.close();
    process.stdin.pause().unref();
  }
}

import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beginningState, type ExplorerState } from "../../src/explorer/state/explorer-state.ts";
import { reduce } from "../../src/explorer/state/reduce.ts";
import { settled } from "../../src/explorer/state/settled.ts";
import { replay } from "../../src/explorer/what-if/replay.ts";
import { worldOf } from "../../src/explorer/world/world.ts";
import type { Decisions } from "../../src/model/decision.ts";
import type { Report } from "../../src/model/report.ts";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { analyze } from "../../src/pipeline.ts";
import type { Lang } from "../../src/reporters/copy.ts";
import { openRepository } from "../../src/repository/open-repository.ts";

export const SHOP = join(import.meta.dirname, "../../fixtures/bookshop/app");
const SETTINGS = { ...DEFAULT_SETTINGS, history: false };

/** The bookshop as `monocarve` sees it, optionally with decisions. */
export async function analyzeShop(decisions: Decisions = []): Promise<Report> {
  return analyze(await openRepository(SHOP, SETTINGS), SETTINGS, () => {}, decisions);
}

/** The explorer as it opens. */
export function opened(report: Report, size = { columns: 120, rows: 40 }, lang: Lang = "en"): ExplorerState {
  const world = worldOf(report);
  return settled(beginningState({ base: world, world, decisions: [], lang, author: "ada", size }));
}

/** Presses keys one after the other, and answers what the explorer wishes for as the terminal would. */
export function pressed(state: ExplorerState, ...keys: readonly string[]): ExplorerState {
  return keys.reduce((now, key) => computed(reduce(now, { do: "press", key })), state);
}

/** Types a text into the question that is open. */
export function typed(state: ExplorerState, text: string): ExplorerState {
  return pressed(state, ...[...text].map((letter) => (letter === " " ? "space" : letter)));
}

function computed(state: ExplorerState): ExplorerState {
  const wish = state.wishes.findLast((known) => known.do === "replay");
  const taken = reduce(state, { do: "take wishes" });
  if (wish === undefined) return { ...taken, wishes: state.wishes };
  const { report, conflicts } = replay(taken.base.report, wish.decisions);
  const { decisions } = wish;
  return reduce(taken, { do: "replayed", report, decisions, complaints: conflicts });
}

/** A copy of the bookshop in a folder of its own. */
export function copyOfShop(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "monocarve-explorer-")), "bookshop");
  cpSync(SHOP, folder, { recursive: true });
  return folder;
}

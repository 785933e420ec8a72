import { type Lang, SHARED_COPY } from "../reporters/shared-copy.ts";
import { atlasOf } from "./atlas.ts";
import { recallBoard } from "./board/keep-board.ts";
import { decisionsIn } from "./board/share.ts";
import { decodeReport } from "./data.ts";
import type { Packed } from "./pack.ts";
import { keepUp } from "./paint.ts";
import type { PageState } from "./state/page-state.ts";
import { recallPreferences } from "./state/preferences.ts";
import { parseRoute } from "./state/route.ts";

const island = document.getElementById("report-data");
const report = decodeReport(JSON.parse(island?.textContent ?? "null") as Packed);
const atlas = atlasOf(report);
const preferences = recallPreferences({ lang: document.documentElement.lang as Lang, theme: "system" });
const kept = recallBoard(report);
const shared = decisionsIn(location.hash);
const state: PageState = {
  route: parseRoute(location.hash, report.settings.level),
  lang: preferences.lang in SHARED_COPY ? preferences.lang : "en",
  theme: preferences.theme,
  presenting: false,
  search: null,
  board: shared ? { ...kept, decisions: shared, past: [...kept.past, kept.decisions] } : kept,
  asDecided: report.decisions.length > 0,
};
keepUp(atlas, state, island?.dataset.evidence !== "some");

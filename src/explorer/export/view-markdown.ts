import { code, plain, section } from "../../reporters/plan/markdown.ts";
import { renderDossier } from "../../reporters/plan/render-dossier.ts";
import { textOf } from "../lists/line.ts";
import type { List } from "../lists/list.ts";
import type { Pane } from "../lists/panes-of.ts";
import { type ExplorerState, panesIn } from "../state/explorer-state.ts";

const WIDTH = 160;
const MOST = 500;

/** What is on the screen as Markdown: every pane a list of its rows, with the places that they point to. */
export function viewMarkdown(state: ExplorerState): string {
  const { looking, world, lang } = state;
  if (looking.view === "dossier" && looking.dossier !== null)
    return renderDossier(world.report, looking.dossier, lang);
  const title = `# ${plain(world.report.repository.name)} · ${looking.view}`;
  const parts = panesIn(state).map((pane) => paneMarkdown(pane));
  return `${[title, ...parts.filter((part) => part !== null)].join("\n\n")}\n`;
}

function paneMarkdown({ list, target }: Pane): string | null {
  const rows = Math.min(list.length, MOST);
  const lines = Array.from({ length: rows }, (_, index) => rowMarkdown(list, index));
  const about = target.about === "" ? null : plain(target.about);
  return section(2, plain(list.title), [about, lines.join("\n")]);
}

function rowMarkdown(list: List, index: number): string {
  const row = list.at(index);
  const text = plain(
    textOf(row.line(WIDTH))
      .replaceAll(/\s{2,}/g, " · ")
      .replace(/^ · | · $/g, "")
      .trim(),
  );
  const [place] = row.target.sightings;
  const where =
    place?.file && row.target.sightings.length === 1 ? ` ${code(`${place.file}:${place.line}`)}` : "";
  return row.heading ? `\n**${text}**` : `- ${text}${where}`;
}

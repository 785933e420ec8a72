import { formatDecisions, parseDecisions } from "../../board/decisions-file.ts";
import { toLink } from "../../board/share.ts";
import { h } from "../../dom.ts";
import type { Page } from "../../page.ts";
import { button } from "../../parts/controls.ts";
import { saveText } from "../../parts/save-file.ts";
import { formatRoute } from "../../state/route.ts";

export const FILE_NAME = "monocarve.decisions.yaml";

/** Decisions go home as a file in git, come back from one, or travel as a link. */
export function files(page: Page): HTMLElement {
  const { board: words } = page.words;
  const { decisions } = page.state.board;
  const status = h("span", { class: "quiet", role: "status" });
  const picker = h("input", {
    type: "file",
    class: "visually-hidden",
    accept: ".yaml,.yml",
    tabindex: "-1",
    "aria-label": words.load,
    on: { change: () => void load() },
  });
  const link = async () => {
    const address = `${location.href.split("#")[0]}${formatRoute(page.state.route)}${formatRoute(page.state.route).includes("?") ? "&" : "?"}decisions=${toLink(decisions)}`;
    await navigator.clipboard.writeText(address).catch(() => saveText(address, "monocarve.link.txt"));
    status.textContent = words.linkCopied;
  };
  return h(
    "div",
    { class: "tool-row board-files" },
    button(words.save, () => saveText(formatDecisions(decisions), FILE_NAME, "text/yaml"), {
      picture: "save",
      disabled: decisions.length === 0,
    }),
    button(words.load, () => picker.click(), { picture: "load" }),
    button(words.link, () => void link(), { picture: "link", disabled: decisions.length === 0 }),
    picker,
    status,
    !page.kept && h("span", { class: "mark-word is-warning" }, words.notKept),
  );

  async function load(): Promise<void> {
    const file = picker.files?.[0];
    if (!file) return;
    const read = parseDecisions(await file.text());
    if (read === null) status.textContent = words.badFile;
    else page.dispatch({ do: "load decisions", decisions: read });
  }
}

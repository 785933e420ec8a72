import type { Decisions } from "../../../model/decision.ts";
import { h } from "../../dom.ts";
import type { Page } from "../../page.ts";
import { button } from "../../parts/controls.ts";
import { ask } from "./ask.ts";
import { figuresOf } from "./measured.ts";

/** Sets of decisions under a name, with their measures side by side. */
export function scenarios(page: Page): HTMLElement {
  const { board: words } = page.words;
  const keep = async () => {
    const name = await ask(
      page,
      words.nameAsked,
      `${words.scenarios} ${page.state.board.scenarios.length + 1}`,
    );
    if (name) page.dispatch({ do: "keep scenario", name });
  };
  return h(
    "section",
    { class: "card scenarios" },
    h("h2", null, words.scenarios),
    h("p", { class: "quiet" }, words.scenarioNote),
    button(words.keepScenario, () => void keep(), { picture: "plus" }),
    comparison(page),
  );
}

interface Variant {
  readonly name: string;
  readonly decisions: Decisions;
  readonly kept: boolean;
}

function comparison(page: Page): HTMLElement {
  const { board } = page.state;
  const { board: words } = page.words;
  const variants: Variant[] = [
    { name: words.asFound, decisions: [], kept: false },
    ...board.scenarios.map((scenario) => ({ ...scenario, kept: true })),
    { name: words.present, decisions: board.decisions, kept: false },
  ];
  const columns = variants.map((variant) => figuresOf(page, page.replayed(variant.decisions)));
  const [first = []] = columns;
  return h(
    "div",
    { class: "table-frame" },
    h(
      "table",
      null,
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          h("td"),
          variants.map((variant) => head(page, variant)),
        ),
      ),
      h(
        "tbody",
        null,
        first.map((figure, row) =>
          h(
            "tr",
            null,
            h("th", { scope: "row" }, figure.label),
            columns.map((figures) => h("td", { class: "number" }, figures[row]?.text)),
          ),
        ),
      ),
    ),
  );
}

function head(page: Page, { name, kept }: Variant): HTMLElement {
  const { board: words } = page.words;
  return h(
    "th",
    { scope: "col", class: "number" },
    name,
    kept &&
      h(
        "span",
        { class: "tool-row" },
        button(`${words.takeScenario}: ${name}`, () => page.dispatch({ do: "take scenario", name }), {
          picture: "load",
          quiet: true,
        }),
        button(`${words.dropScenario}: ${name}`, () => page.dispatch({ do: "drop scenario", name }), {
          picture: "close",
          quiet: true,
        }),
      ),
  );
}

import { h } from "../../dom.ts";
import { decimal } from "../../format.ts";
import type { Page } from "../../page.ts";

/** The verdict on the whole repository, why, and how far the structure is from chance. */
export function verdict(page: Page): HTMLElement {
  const { words, copy, atlas } = page;
  const { repository, grouping, plan } = atlas.report;
  const { structure, modularity, chance, zScore } = grouping.verdict;
  const advice = copy.plan.repositoryAdvice[plan.repository.advice];
  return h(
    "header",
    { class: `verdict is-${plan.repository.advice}` },
    h(
      "div",
      { class: "verdict-words" },
      h(
        "p",
        { class: "kicker" },
        repository.name,
        " · ",
        words.overview.headline(atlas.atLevel("macro").length),
      ),
      h("h1", { tabindex: "-1" }, advice.title),
      h("p", { class: "verdict-line" }, advice.meaning),
      h(
        "ul",
        { class: "verdict-reasons" },
        plan.repository.reasons.map(({ code, observed, limit }) =>
          h("li", null, copy.plan.repositoryReasons[code](observed, limit)),
        ),
      ),
      h("p", { class: "quiet" }, sizeLine(page)),
    ),
    againstChance(page, copy.structures[structure].title, modularity, chance, zScore),
  );
}

function sizeLine(page: Page): string {
  const { count } = page.words;
  const { nodes, couplings } = page.atlas.report.graph;
  const units = nodes.filter((node) => node.kind === "unit").length;
  const { endpoints } = page.atlas.report;
  return [
    count.units(units),
    count.tables(nodes.length - units),
    count.endpoints(endpoints.length),
    count.couplings(couplings.length),
  ].join(" · ");
}

/** Two marks on one line say more than a score: where chance would be, and where the code is. */
function againstChance(
  page: Page,
  title: string,
  found: number,
  chance: number,
  zScore: number,
): HTMLElement {
  const { overview: words } = page.words;
  const near = Math.abs(found - chance) < 0.25;
  const side = (mine: number, other: number) => (near ? (mine < other ? "is-left" : "is-right") : "");
  const mark = (share: number, label: string, className: string) =>
    h(
      "span",
      { class: `gauge-mark ${className}`, style: { "--share": Math.min(1, Math.max(0, share)) } },
      h("b", null, decimal(share)),
      h("span", null, label),
    );
  return h(
    "div",
    { class: "gauge" },
    h("h2", null, title),
    h(
      "div",
      { class: "gauge-line" },
      mark(chance, words.chance, `is-chance ${side(chance, found)}`),
      mark(found, words.found, `is-found ${side(found, chance)}`),
    ),
    h("p", { class: "quiet" }, words.chanceNote(decimal(zScore, 0))),
  );
}

import type { Context, Measures } from "../../model/context.ts";
import type { Reason, Step } from "../../model/plan.ts";
import { type Child, h } from "../dom.ts";
import { decimal, grouped, percent } from "../format.ts";
import type { Page, View } from "../page.ts";
import { advicePill } from "../parts/advice.ts";
import { contextName, hueOf, linkTo, nodeLink } from "../parts/links.ts";
import { coverage } from "./coverage.ts";
import { crossingShare, tablesWrittenBySeveral, unitsInDoubt } from "./figures.ts";

/** Ten seconds for a product owner: is there a split, what are the pieces, what comes first, what was not seen. */
export const overview: View = (page) =>
  h(
    "div",
    { class: "view overview" },
    verdict(page),
    pieces(page),
    figures(page),
    h("div", { class: "two" }, firstSteps(page), coverage(page)),
    kernel(page),
  );

function verdict(page: Page): HTMLElement {
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

/** The macro contexts side by side, each as wide as it is large. */
function pieces(page: Page): HTMLElement {
  const { words, atlas } = page;
  const contexts = atlas.atLevel("macro");
  const total = contexts.reduce((sum, context) => sum + context.lines, 0) || 1;
  const piece = (context: Context) =>
    linkTo(
      page,
      { view: "context", context: context.id },
      `piece ${hueOf(page, context.id)} ${context.lines / total < 0.07 ? "is-narrow" : ""}`,
      h("b", null, context.name),
      h("span", null, words.count.units(unitCount(page, context))),
      h("span", null, percent(context.lines / total)),
    );
  const items = contexts.map((context) => {
    const element = piece(context);
    element.style.setProperty("--size", String(Math.max(context.lines / total, 0.012) * 100));
    element.title = `${context.name} · ${words.count.lines(context.lines)}`;
    return h("li", { style: { "--size": Math.max(context.lines / total, 0.012) * 100 } }, element);
  });
  return h(
    "section",
    { class: "pieces" },
    h("h2", null, words.overview.pieces, h("small", null, ` ${words.overview.piecesNote}`)),
    h("ul", { class: `piece-row ${contexts.length > 9 ? "is-many" : ""}` }, items),
  );
}

function unitCount(page: Page, context: Context): number {
  return context.members.filter((id) => page.atlas.nodes.get(id)?.kind === "unit").length;
}

function figures(page: Page): HTMLElement {
  const { overview: words } = page.words;
  const measures = page.atlas.report.grouping.measures.macro;
  const purity = measures.transactionalPurity;
  return h(
    "section",
    { class: "figures" },
    h("h2", { class: "visually-hidden" }, words.figures),
    h(
      "ul",
      { class: "figure-row" },
      figure(percent(crossingShare(page.atlas)), words.crossing, words.crossingNote),
      figure(grouped(tablesWrittenBySeveral(page.atlas).length), words.sharedTables, words.sharedTablesNote),
      figure(purity === null ? page.words.shell.notKnown : decimal(purity), words.purity, words.purityNote),
      figure(grouped(unitsInDoubt(page.atlas).length), words.contested, words.contestedNote),
      guard(page, measures),
    ),
  );
}

function figure(value: string, label: string, note: string): HTMLElement {
  return h(
    "li",
    { class: "figure" },
    h("p", { class: "figure-value" }, h("b", null, value), " ", h("span", null, label)),
    h("p", { class: "quiet" }, note),
  );
}

/** No score without its guard: a grouping of one giant and many crumbs scores well. */
function guard(page: Page, measures: Measures): HTMLElement {
  const { overview: words } = page.words;
  const line = (value: string, label: string, worrying: boolean) =>
    h("li", { class: worrying ? "is-worrying" : "" }, h("b", null, value), " ", label);
  return h(
    "li",
    { class: "figure guard" },
    h("h3", null, words.guard),
    h("p", { class: "quiet" }, words.guardNote),
    h(
      "ul",
      null,
      line(percent(measures.largestShare), words.largest, measures.largestShare > 0.5),
      line(grouped(measures.singletons), words.singletons, measures.singletons > measures.contexts / 3),
      line(
        percent(measures.nonExtremeDistribution),
        words.extremes,
        measures.nonExtremeDistribution > 0.8 && measures.largestShare > 0.5,
      ),
    ),
  );
}

function firstSteps(page: Page): HTMLElement {
  const { words } = page;
  const { agenda, steps } = page.atlas.report.plan;
  const order = agenda.length > 0 ? agenda : steps;
  const first = order.slice(0, 3);
  return h(
    "section",
    { class: "card" },
    h("h2", null, words.overview.firstSteps),
    first.length === 0
      ? h("p", { class: "quiet" }, words.overview.noSteps)
      : h(
          "ol",
          { class: "steps" },
          first.map((step, place) => stepCard(page, step, place + 1)),
        ),
    steps.length > 0 && linkTo(page, { view: "order" }, "button", words.overview.allSteps),
  );
}

function stepCard(page: Page, step: Step, rank: number): HTMLElement {
  const { context } = step;
  return h(
    "li",
    { class: `step ${hueOf(page, context)}` },
    h("span", { class: "rank" }, rank),
    h(
      "div",
      null,
      h(
        "h3",
        null,
        linkTo(page, { view: "context", context }, "", contextName(page, context)),
        " ",
        advicePill(page, context),
      ),
      h(
        "ul",
        { class: "reasons" },
        [...strongest(step, 1), ...strongest(step, -1)].map((reason) => reasonLine(page, reason)),
      ),
    ),
  );
}

/** The two reasons that weigh most on one side. */
function strongest({ reasons }: Step, sign: 1 | -1): Reason[] {
  const side = reasons.filter(({ contribution }) => contribution * sign > 0);
  return side
    .toSorted((left, right) => Math.abs(right.contribution) - Math.abs(left.contribution))
    .slice(0, 2);
}

function reasonLine(page: Page, { criterion, observed, contribution }: Reason): HTMLElement {
  return h(
    "li",
    { class: contribution < 0 ? "is-against" : "is-for" },
    page.copy.criteria[criterion].reason(observed),
  );
}

function kernel(page: Page): Child {
  const shared = page.atlas.report.grouping.sharedKernel;
  if (shared.length === 0) return null;
  const { overview: words } = page.words;
  return h(
    "section",
    { class: "card" },
    h("h2", null, words.kernel, h("small", null, ` ${shared.length}`)),
    h("p", { class: "quiet" }, words.kernelNote),
    h(
      "ul",
      { class: "kernel" },
      shared.slice(0, 18).map(({ node, usedBy }) =>
        h(
          "li",
          null,
          nodeLink(page, node),
          h("span", { class: "quiet" }, ` ${words.usedBy(usedBy.length)} `),
          h(
            "span",
            { class: "dots" },
            usedBy
              .slice(0, 12)
              .map((context) =>
                h("span", { class: `dot ${hueOf(page, context)}`, title: contextName(page, context) }),
              ),
          ),
        ),
      ),
    ),
  );
}

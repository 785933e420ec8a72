import type { Context } from "../../../model/context.ts";
import { type Child, h } from "../../dom.ts";
import { decimal, grouped, percent } from "../../format.ts";
import type { Page } from "../../page.ts";
import { choice } from "../../parts/controls.ts";
import { contextLink, hueOf, linkTo } from "../../parts/links.ts";
import { PAPERS } from "../../state/route.ts";
import { endpoints, inDoubt, tables } from "./belongings.ts";
import { canvas } from "./canvas.ts";
import { cutSheet } from "./cut-sheet.ts";
import { members } from "./members.ts";
import { neighbours } from "./neighbours.ts";
import { people } from "./people.ts";
import { verdict } from "./verdict.ts";

/** Everything about one context on one page. */
export function dossier(page: Page, context: Context): HTMLElement {
  return h(
    "article",
    { class: `dossier ${hueOf(page, context.id)}` },
    head(page, context),
    ...(page.state.route.paper === "canvas" ? [canvas(page, context)] : papers(page, context)),
  );
}

function papers(page: Page, context: Context): HTMLElement[] {
  const own = page.atlas.report.plan.dossiers.find((one) => one.context === context.id);
  const sheets = [
    verdict(page, context),
    facts(page, context),
    parts(page, context),
    neighbours(page, context),
    cutSheet(page, context),
    inDoubt(page, context),
    tables(page, context),
    own ? people(page, own) : endpoints(page, context),
    members(page, context),
  ];
  return sheets.filter((sheet) => sheet instanceof HTMLElement);
}

function head(page: Page, context: Context): HTMLElement {
  const { words, copy } = page;
  const step = page.atlas.report.plan.steps.find((one) => one.context === context.id);
  return h(
    "header",
    { class: "dossier-head" },
    h(
      "div",
      null,
      h(
        "p",
        { class: "kicker" },
        copy.levels[context.level],
        context.parent !== null && [" · ", words.context.partOf, " ", contextLink(page, context.parent)],
      ),
      h("h2", null, context.name),
      context.words.length > 0 &&
        h(
          "p",
          { class: "vocabulary" },
          h("span", { class: "visually-hidden" }, words.context.vocabulary),
          context.words.slice(0, 10).map((word) => h("span", { class: "word" }, word)),
        ),
    ),
    h(
      "div",
      { class: "dossier-links" },
      choice(
        words.context.list,
        PAPERS.map((paper) => [paper, words.dossier.papers[paper]] as const),
        page.state.route.paper,
        (paper) => page.dispatch({ do: "take paper", paper }),
      ),
      step && linkTo(page, { view: "order" }, "button", words.order.step(step.rank)),
      context.level !== "micro" &&
        linkTo(page, { view: "map", context: context.id }, "button", words.context.onMap),
    ),
  );
}

function facts(page: Page, context: Context): HTMLElement {
  const { words } = page;
  const { shell } = words;
  const fact = (value: string, label: string) => h("li", null, h("b", null, value), h("span", null, label));
  const unknown = shell.notKnown;
  return h(
    "ul",
    { class: "fact-row" },
    fact(context.cohesion === null ? unknown : percent(context.cohesion), words.map.cohesion),
    fact(context.instability === null ? unknown : decimal(context.instability), words.context.instability),
    fact(grouped(context.afferent), words.map.in),
    fact(grouped(context.efferent), words.map.out),
    fact(grouped(context.lines), words.context.columns.lines),
    fact(grouped(context.revisions), words.context.columns.revisions),
    fact(context.churn === null ? unknown : grouped(context.churn), words.map.churn),
    fact(grouped(context.endpoints), words.context.endpoints),
    fact(percent(context.confidence), words.context.confidence),
  );
}

function parts(page: Page, context: Context): Child {
  const children = [...page.atlas.contexts.values()].filter(({ parent }) => parent === context.id);
  if (children.length < 2) return null;
  return h(
    "section",
    null,
    h("h3", null, page.words.context.parts),
    h(
      "ul",
      { class: "part-list" },
      children.map((child) =>
        h(
          "li",
          null,
          contextLink(page, child.id),
          h("span", { class: "quiet" }, ` ${page.words.count.units(child.members.length)}`),
        ),
      ),
    ),
  );
}

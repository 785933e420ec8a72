import type { Hazard } from "../../model/fact.ts";
import { type AreaReadiness, MATURITY_LEVELS } from "../../model/readiness.ts";
import { type Child, h } from "../dom.ts";
import { groupBy } from "../group-by.ts";
import type { Page, View } from "../page.ts";
import { viewHead } from "../parts/controls.ts";
import { place } from "../parts/links.ts";

/** Nine areas by four levels, from the traces that a repository leaves; where there is none, a question. */
export const readiness: View = (page) => {
  const { words, atlas } = page;
  const { areas, hazards } = atlas.report.plan.readiness;
  return h(
    "div",
    { class: "view readiness-view" },
    viewHead(words.views.readiness.title, words.views.readiness.lead),
    areas.length === 0 ? h("p", { class: "notice" }, words.insight.readiness.none) : maturity(page, areas),
    hazards.length > 0 && dangers(page, hazards),
  );
};

function maturity(page: Page, areas: readonly AreaReadiness[]): HTMLElement {
  const { readiness: words } = page.words.insight;
  const { dossier: copy } = page.copy;
  return h(
    "div",
    { class: "table-frame card" },
    h(
      "table",
      { class: "maturity" },
      h("caption", null, page.words.views.readiness.title),
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          h("td"),
          MATURITY_LEVELS.map((level) => h("th", { scope: "col" }, copy.maturity[level])),
          h("th", { scope: "col" }, words.traces),
        ),
      ),
      h(
        "tbody",
        null,
        areas.map((area) => row(page, area)),
      ),
    ),
  );
}

function row(page: Page, { area, level, traces, questions }: AreaReadiness): HTMLElement {
  const { readiness: words } = page.words.insight;
  const { dossier: copy } = page.copy;
  const reached = level === null ? -1 : MATURITY_LEVELS.indexOf(level);
  return h(
    "tr",
    null,
    h("th", { scope: "row" }, copy.areas[area]),
    MATURITY_LEVELS.map((one, at) =>
      h(
        "td",
        { class: `step-cell ${at <= reached ? "is-reached" : ""}` },
        at === reached ? h("span", null, copy.maturity[one]) : null,
      ),
    ),
    h(
      "td",
      { class: "traces" },
      found(page, traces),
      questions.length > 0 &&
        h(
          "p",
          { class: "quiet" },
          `${words.question} `,
          questions.map((kind) => copy.traceKinds[kind]).join(", "),
        ),
    ),
  );
}

function found(page: Page, traces: AreaReadiness["traces"]): Child {
  const { traceKinds } = page.copy.dossier;
  const byKind = [...groupBy(traces, ({ trace }) => trace)];
  return byKind.map(([kind, same]) =>
    h(
      "details",
      null,
      h("summary", null, traceKinds[kind], h("span", { class: "count" }, ` ${same.length}`)),
      h(
        "ul",
        { class: "lines" },
        same
          .slice(0, 12)
          .map((trace) =>
            h("li", null, h("code", null, trace.what), " ", place(trace.place.file, trace.place.line)),
          ),
      ),
    ),
  );
}

function dangers(page: Page, hazards: readonly Hazard[]): HTMLElement {
  const { readiness: words } = page.words.insight;
  const { dossier: copy } = page.copy;
  const byKind = [...groupBy(hazards, ({ hazard }) => hazard)].toSorted(
    ([, left], [, right]) => right.length - left.length,
  );
  return h(
    "section",
    { class: "card" },
    h("h2", null, words.hazards),
    h("p", { class: "quiet" }, words.hazardsNote),
    byKind.map(([kind, same]) =>
      h(
        "details",
        { class: "section" },
        h("summary", null, h("span", null, copy.hazardKinds[kind]), h("b", null, same.length)),
        h(
          "ul",
          { class: "lines" },
          same
            .slice(0, 60)
            .map((hazard) =>
              h(
                "li",
                null,
                place(hazard.place.file, hazard.place.line),
                " ",
                h("code", { class: "quiet" }, hazard.what),
              ),
            ),
          same.length > 60 && h("li", { class: "quiet" }, page.words.evidence.more(same.length - 60)),
        ),
      ),
    ),
  );
}

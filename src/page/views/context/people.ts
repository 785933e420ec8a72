import type { Dossier } from "../../../model/dossier.ts";
import { h } from "../../dom.ts";
import { decimal, grouped, percent } from "../../format.ts";
import type { Page } from "../../page.ts";
import { contextLink } from "../../parts/links.ts";
import { meter } from "../../parts/meter.ts";

/** Who knows it, and whether the code wants to be kept. */
export function people(page: Page, { team, rewrite }: Dossier): HTMLElement {
  const { dossier: words, evidence } = page.words;
  const { dossier: copy } = page.copy;
  const names = new Map(page.atlas.report.contributors.map(({ author, name }) => [author, name]));
  const nameOf = (author: number) => names.get(author) ?? evidence.author(author);
  return h(
    "div",
    { class: "two" },
    h(
      "section",
      null,
      h("h3", null, words.team),
      h(
        "p",
        { class: "quiet" },
        words.teamNote(team.mainAuthors),
        " ",
        team.manyCooks && h("span", { class: "mark-word is-warning" }, words.manyCooks),
      ),
      h(
        "ul",
        { class: "pulls" },
        team.authors
          .slice(0, 6)
          .map(({ author, revisions, share }) =>
            h(
              "li",
              null,
              h("span", null, nameOf(author)),
              meter(share),
              h("span", { class: "count" }, `${percent(share)} · ${grouped(revisions)}`),
            ),
          ),
      ),
      team.spread.map(({ author, contexts }) =>
        h(
          "p",
          { class: "tags" },
          h("span", { class: "quiet" }, `${nameOf(author)} ${words.spread}`),
          contexts.map((context) => contextLink(page, context)),
        ),
      ),
    ),
    h(
      "section",
      null,
      h("h3", null, copy.rewriteHints[rewrite.hint]),
      h(
        "ul",
        { class: "signals" },
        rewrite.signals.map(({ signal, observed, median }) =>
          h(
            "li",
            null,
            h("span", null, copy.rewriteSignals[signal]),
            h("b", null, figure(observed)),
            h("span", { class: "quiet" }, words.median(figure(median))),
          ),
        ),
      ),
    ),
  );
}

function figure(value: number): string {
  return Number.isInteger(value) || value > 20 ? grouped(Math.round(value)) : decimal(value);
}

import type { AmbiguousWord } from "../../model/context.ts";
import type { ContextId } from "../../model/ids.ts";
import { type Child, h } from "../dom.ts";
import { percent } from "../format.ts";
import { groupBy } from "../group-by.ts";
import type { Page, View } from "../page.ts";
import { viewHead } from "../parts/controls.ts";
import { contextLink, hueOf, nodeLink } from "../parts/links.ts";

const MOST = 40;

/** Where one name stands for several things, and which words several contexts claim. */
export const words: View = (page) => {
  const { insight, views } = page.words;
  const apart = page.atlas.report.grouping.ambiguous;
  const claimed = claims(page);
  return h(
    "div",
    { class: "view words-view" },
    viewHead(views.words.title, views.words.lead),
    h(
      "section",
      null,
      h("h2", null, insight.terms.apart, h("small", null, ` ${apart.length}`)),
      h("p", { class: "quiet" }, insight.terms.apartNote),
      apart.length === 0
        ? h("p", { class: "notice" }, insight.terms.none)
        : h(
            "ul",
            { class: "meanings" },
            apart.slice(0, MOST).map((word) => card(page, word)),
          ),
    ),
    h(
      "section",
      null,
      h("h2", null, insight.terms.vocabulary, h("small", null, ` ${claimed.length}`)),
      h("p", { class: "quiet" }, insight.terms.vocabularyNote),
      claimed.length === 0
        ? h("p", { class: "quiet" }, insight.terms.noneWord)
        : h(
            "ul",
            { class: "claims" },
            claimed.map(([word, contexts]) =>
              h(
                "li",
                null,
                h("b", null, word),
                h(
                  "span",
                  { class: "tags" },
                  contexts.map((context) => contextLink(page, context)),
                ),
              ),
            ),
          ),
    ),
  );
};

function card(page: Page, { node, separation, meanings }: AmbiguousWord): HTMLElement {
  const { terms } = page.words.insight;
  return h(
    "li",
    { class: "card" },
    h("h3", null, nodeLink(page, node), h("small", null, ` ${terms.overlap(percent(1 - separation))}`)),
    h(
      "dl",
      { class: "meaning" },
      meanings.map(
        ({ context, uses }): Child =>
          h(
            "div",
            { class: hueOf(page, context) },
            h("dt", null, contextLink(page, context)),
            h(
              "dd",
              null,
              uses.slice(0, 14).map((use) => h("code", { class: "word" }, use)),
              uses.length > 14 && ` +${uses.length - 14}`,
            ),
          ),
      ),
    ),
  );
}

/** Words typical of more than one context of the level, most claimed first; what all of them say tells nothing. */
function claims({ atlas }: Page): [string, ContextId[]][] {
  const pairs = atlas
    .atLevel("macro")
    .flatMap((context) => context.words.map((word) => ({ word, context: context.id })));
  const byWord = [...groupBy(pairs, ({ word }) => word)].map(([word, same]): [string, ContextId[]] => [
    word,
    same.map(({ context }) => context),
  ]);
  const most = Math.max(3, atlas.atLevel("macro").length / 2);
  return byWord
    .filter(([, contexts]) => contexts.length > 1 && contexts.length <= most)
    .sort(([, left], [, right]) => right.length - left.length)
    .slice(0, MOST);
}

import { h } from "../dom.ts";
import type { Page, View } from "../page.ts";
import { button, viewHead } from "../parts/controls.ts";
import { linkTo } from "../parts/links.ts";
import { printWall } from "../parts/print-wall.ts";
import { GUIDE_WORDS, type GuideStep } from "../words/guide-words.ts";

/** How to run a two-hour workshop with this page. */
export const guide: View = (page) => {
  const words = GUIDE_WORDS[page.state.lang];
  const { title, lead } = page.words.views.guide;
  const list = (heading: string, items: readonly string[]) =>
    h(
      "section",
      { class: "card" },
      h("h2", null, heading),
      h(
        "ul",
        { class: "why-list" },
        items.map((item) => h("li", null, item)),
      ),
    );
  return h(
    "div",
    { class: "view guide" },
    viewHead(
      title,
      lead,
      button(words.wall, () => printWall(page), { picture: "print" }),
    ),
    list(words.before, words.beforeItems),
    h(
      "ol",
      { class: "guide-steps" },
      words.steps.map((step) => line(page, step, words.minutes(step.from, step.to))),
    ),
    list(words.after, words.afterItems),
  );
};

function line(page: Page, { title, text, view }: GuideStep, time: string): HTMLElement {
  return h(
    "li",
    { class: "guide-step" },
    h("span", { class: "guide-time" }, time),
    h("div", null, h("h2", null, title), h("p", null, text)),
    linkTo(page, { view, context: null, unfolded: null }, "button", page.words.views[view].title),
  );
}

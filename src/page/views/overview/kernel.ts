import { type Child, h } from "../../dom.ts";
import type { Page } from "../../page.ts";
import { contextName, hueOf, nodeLink } from "../../parts/links.ts";

/** What many lean on and none can own. */
export function kernel(page: Page): Child {
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

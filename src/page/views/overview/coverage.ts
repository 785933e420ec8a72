import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { Completeness } from "../../../model/report.ts";
import { type Child, h } from "../../dom.ts";
import { grouped, percent } from "../../format.ts";
import { groupBy } from "../../group-by.ts";
import type { Page } from "../../page.ts";
import { place } from "../../parts/links.ts";

/** What was read, what was left out and why, and what went wrong: nobody should trust silence. */
export function coverage(page: Page): HTMLElement {
  const { overview: words } = page.words;
  const { completeness, diagnostics } = page.atlas.report;
  const source = completeness.parsed + completeness.partial;
  return h(
    "section",
    { class: "card coverage" },
    h("h2", null, words.coverage),
    h("p", null, words.read(percent(source === 0 ? 0 : completeness.parsed / source))),
    bar(page, completeness),
    h("h3", null, words.troubles),
    diagnostics.length === 0 ? h("p", { class: "quiet" }, words.everything) : troubles(page, diagnostics),
  );
}

function bar(page: Page, completeness: Completeness): HTMLElement {
  const { overview: words } = page.words;
  const skipped = Object.entries(completeness.skipped).toSorted(([, left], [, right]) => right - left);
  const parts: [string, number, string][] = [
    [words.parsed, completeness.parsed, "is-parsed"],
    [words.partial, completeness.partial, "is-partial"],
    ...skipped.map(([reason, n]): [string, number, string] => [
      page.copy.skipped[reason] ?? reason,
      n,
      "is-skipped",
    ]),
  ];
  const shown = parts.filter(([, n]) => n > 0);
  return h(
    "div",
    { class: "coverage-bar" },
    h(
      "div",
      { class: "stack", "aria-hidden": "true" },
      shown.map(([, n, className]) => h("span", { class: className, style: { "--size": n } })),
    ),
    h(
      "ul",
      { class: "legend" },
      shown.map(([label, n, className]) =>
        h("li", null, h("span", { class: `key ${className}` }), `${label} `, h("b", null, grouped(n))),
      ),
    ),
  );
}

function troubles(page: Page, diagnostics: readonly Diagnostic[]): HTMLElement {
  const byCode = [...groupBy(diagnostics, (diagnostic) => diagnostic.code)].toSorted(
    ([, left], [, right]) => weight(right) - weight(left),
  );
  return h(
    "ul",
    { class: "troubles" },
    byCode.map(([, same]) => trouble(page, same)),
  );
}

/** Warnings before notes. */
function weight(same: readonly Diagnostic[]): number {
  return same.some(({ severity }) => severity === "warning") ? 1 : 0;
}

function trouble(page: Page, same: readonly Diagnostic[]): Child {
  const [first] = same;
  if (!first) return null;
  const words = page.copy.diagnostics[first.code];
  const count = same.reduce((sum, diagnostic) => sum + (diagnostic.count ?? 1), 0);
  const placed = same.filter((diagnostic) => diagnostic.file !== undefined);
  return h(
    "li",
    { class: `trouble is-${first.severity}` },
    h(
      "details",
      null,
      h("summary", null, words?.count(count) ?? first.message),
      h("p", { class: "quiet" }, words?.advice),
      h(
        "ul",
        { class: "plain" },
        [...new Set(same.filter(({ file }) => file === undefined).map(({ message }) => message))]
          .slice(0, 20)
          .map((message) => h("li", { class: "quiet" }, message)),
      ),
      h(
        "ul",
        { class: "plain" },
        placed
          .slice(0, 50)
          .map((diagnostic) =>
            h(
              "li",
              null,
              place(diagnostic.file ?? "", diagnostic.line ?? 1),
              h("span", { class: "quiet" }, ` ${diagnostic.message}`),
            ),
          ),
      ),
      placed.length > 50 && h("p", { class: "quiet" }, page.words.evidence.more(placed.length - 50)),
    ),
  );
}

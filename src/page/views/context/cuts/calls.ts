import type { BorderCall } from "../../../../model/dossier.ts";
import type { ContextId } from "../../../../model/ids.ts";
import { type Child, h } from "../../../dom.ts";
import { groupBy } from "../../../group-by.ts";
import type { Page } from "../../../page.ts";
import { contextLink, nodeLink, place } from "../../../parts/links.ts";

/** Methods called over the border, by the unit that offers them: a proposed interface. */
export function calls(page: Page, found: readonly BorderCall[], other: "from" | "to"): HTMLElement {
  const byUnit = [...groupBy(found, ({ unit }) => unit)].toSorted(
    ([, left], [, right]) => sites(right) - sites(left),
  );
  return h(
    "ul",
    { class: "interfaces" },
    byUnit.map(([unit, same]) =>
      h(
        "li",
        null,
        h(
          "h4",
          null,
          nodeLink(page, unit),
          " ",
          h("small", { class: "quiet" }, page.words.dossier.sites(sites(same))),
        ),
        h(
          "ul",
          null,
          [...groupBy(same, ({ method }) => method)].map(([, callers]) => method(page, callers, other)),
        ),
      ),
    ),
  );
}

function sites(found: readonly BorderCall[]): number {
  return found.reduce((sum, call) => sum + call.sites, 0);
}

function method(page: Page, callers: readonly BorderCall[], other: "from" | "to"): Child {
  const [first] = callers;
  if (!first) return null;
  const body = h("div");
  const details = h(
    "details",
    {
      class: "method",
      on: {
        toggle: () =>
          details.open &&
          !body.firstChild &&
          body.append(
            h(
              "div",
              null,
              callers.map((call) => places(page, call)),
            ),
          ),
      },
    },
    h(
      "summary",
      null,
      h("code", null, h("b", null, first.method), first.signature),
      " ",
      marks(page, callers),
    ),
    body,
  );
  const parties = new Set<ContextId | null>(callers.map((call) => call[other]));
  return h(
    "li",
    null,
    details,
    h(
      "p",
      { class: "tags" },
      [...parties].map((context) => contextLink(page, context)),
    ),
  );
}

function marks(page: Page, callers: readonly BorderCall[]): Child {
  const { copy } = page;
  const { dossier: words } = page.words;
  const loops = callers.reduce((sum, call) => sum + call.loops.length, 0);
  const mode = callers.every((call) => call.mode === "event") ? "event" : "request";
  const [first] = callers;
  return [
    h(
      "span",
      { class: `mark-word is-${mode}`, title: first && copy.dossier.callReasons[first.because] },
      copy.dossier.modes[mode],
    ),
    " ",
    h("span", { class: "count" }, words.sites(sites(callers))),
    callers.some(({ chatty }) => chatty) && [" ", h("span", { class: "mark-word is-warning" }, words.chatty)],
    loops > 0 && [" ", h("span", { class: "mark-word is-warning" }, words.loops(loops))],
  ];
}

function places(page: Page, call: BorderCall): HTMLElement {
  const { copy } = page;
  const { evidence } = page.words;
  const rest = call.sites - call.places.length;
  return h(
    "div",
    { class: "method-places" },
    h("p", { class: "quiet" }, `${copy.dossier.modes[call.mode]}: ${copy.dossier.callReasons[call.because]}`),
    h(
      "ul",
      { class: "lines" },
      call.places.map(({ file, line }) => h("li", null, place(file, line))),
      rest > 0 && h("li", { class: "quiet" }, evidence.more(rest)),
    ),
    data(page, page.words.data.read, call.reads),
    data(page, page.words.data.write, call.writes),
  );
}

function data(page: Page, label: string, tables: BorderCall["reads"]): Child {
  if (tables.length === 0) return null;
  return h(
    "p",
    { class: "tags" },
    h("span", { class: "quiet" }, label),
    tables.map((table) => nodeLink(page, table)),
  );
}

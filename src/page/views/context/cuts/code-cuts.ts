import type { Border, Dossier, SharedCode, UnlockMove } from "../../../../model/dossier.ts";
import type { NodeId } from "../../../../model/ids.ts";
import { type Child, h } from "../../../dom.ts";
import { grouped } from "../../../format.ts";
import type { Page } from "../../../page.ts";
import { contextLink, nodeLink, place, shortPlace } from "../../../parts/links.ts";

/** Code that both sides use: duplicate, share or own. */
export function sharedCode(page: Page, found: readonly SharedCode[]): HTMLElement {
  const { dossier: words } = page.copy;
  const line = ({ unit, home, usedBy, because, proposal }: SharedCode) =>
    h(
      "li",
      null,
      nodeLink(page, unit),
      " ",
      h("span", { class: "mark-word is-event" }, words.decisions[proposal]),
      " ",
      h("span", { class: "quiet" }, words.sharedReasons[because]),
      h(
        "p",
        { class: "tags" },
        contextLink(page, home),
        h("span", { class: "quiet" }, "←"),
        usedBy.map((use) => [contextLink(page, use.context), usePlaces(use)]),
      ),
    );
  return h("ul", { class: "cut-list" }, found.map(line));
}

/** The first place of a use, and how many there are. */
function usePlaces({ places, sites }: SharedCode["usedBy"][number]): Child {
  const [first] = places;
  return [h("small", { class: "quiet" }, `×${sites} `), first && shortPlace(first.file, first.line)];
}

/** Base classes on the other side. */
export function inheritance(page: Page, found: Border["inheritance"]): HTMLElement {
  return h(
    "ul",
    { class: "cut-list" },
    found.map((cut) =>
      h(
        "li",
        null,
        nodeLink(page, cut.unit),
        h("code", { class: "quiet" }, ` ${cut.form} `),
        nodeLink(page, cut.base),
        " ",
        contextLink(page, cut.to),
        " ",
        place(cut.place.file, cut.place.line),
      ),
    ),
  );
}

/** Contexts that need each other in a circle, and where to break it. */
export function cycles(page: Page, found: Border["cycles"]): HTMLElement {
  const { dossier: words } = page.words;
  return h(
    "ul",
    { class: "cut-list" },
    found.map(({ contexts, weakest }) =>
      h(
        "li",
        null,
        h(
          "p",
          { class: "tags" },
          contexts.map((context, at) => [at > 0 && "→", contextLink(page, context)]),
          "→",
        ),
        h(
          "p",
          { class: "quiet" },
          words.weakest(weakest.methods, weakest.sites),
          ": ",
          contextLink(page, weakest.from),
          " → ",
          contextLink(page, weakest.to),
        ),
      ),
    ),
  );
}

/** Changes before the cut that make it cheaper. */
export function unlocks(page: Page, found: Dossier["unlocks"]): HTMLElement {
  return h(
    "ol",
    { class: "cut-list" },
    found.map((move) =>
      h(
        "li",
        null,
        unlock(page, move),
        " ",
        h("span", { class: "points is-for" }, page.words.dossier.gain(grouped(move.gain))),
      ),
    ),
  );
}

function unlock(page: Page, move: UnlockMove): Child {
  const { dossier: words } = page.words;
  if (move.kind === "move-unit")
    return [
      words.moveUnit,
      " ",
      nodeLink(page, move.unit),
      " ",
      contextLink(page, move.from),
      " → ",
      contextLink(page, move.to),
    ];
  return [
    words.invertCall,
    " ",
    contextLink(page, move.from),
    " → ",
    contextLink(page, move.to),
    " ",
    h("code", { class: "quiet" }, move.methods.map(({ method }) => `${method}()`).join(", ")),
  ];
}

/** Units as a list of links, the first of them at once. */
export function units(page: Page, found: readonly NodeId[]): HTMLElement {
  const rest = found.length - 60;
  return h(
    "ul",
    { class: "chips" },
    found.slice(0, 60).map((unit) => h("li", null, nodeLink(page, unit))),
    rest > 0 && h("li", { class: "quiet" }, page.words.evidence.more(rest)),
  );
}

/** Routes to be moved by the proxy, and into whose data they reach. */
export function routes(page: Page, found: Dossier["routes"]): HTMLElement {
  const { dossier: words } = page.words;
  const sorted = found.toSorted((left, right) => right.reaches.length - left.reaches.length);
  const line = ({ endpoint, reaches }: Dossier["routes"][number]) =>
    h(
      "li",
      null,
      h("code", null, h("b", null, endpoint.verb), ` ${endpoint.path}`),
      " ",
      nodeLink(page, endpoint.unit),
      h("span", { class: "quiet" }, `.${endpoint.handler} `),
      shortPlace(endpoint.place.file, endpoint.place.line),
      reaches.length > 0 &&
        h(
          "p",
          { class: "tags" },
          h("span", { class: "mark-word is-warning" }, words.reaches),
          reaches.map(({ context }) => contextLink(page, context)),
        ),
    );
  return h("ul", { class: "cut-list" }, sorted.map(line));
}

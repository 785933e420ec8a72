import type { Context } from "../../../model/context.ts";
import { COUPLING_KINDS, type CouplingKind } from "../../../model/graph.ts";
import { type Border, MUTUAL_KINDS, weigh } from "../../atlas.ts";
import { type Child, h } from "../../dom.ts";
import { grouped } from "../../format.ts";
import type { Page } from "../../page.ts";
import { contextLink, linkTo } from "../../parts/links.ts";
import { meter } from "../../parts/meter.ts";

/** Whom it depends on and who depends on it, by kind; each opens its evidence. */
export function neighbours(page: Page, context: Context): HTMLElement {
  const { words } = page;
  const borders = page.atlas.borders(context.level);
  const out = [...(borders.get(context.id)?.values() ?? [])].filter(({ to }) => to !== context.id);
  const into = [...borders]
    .flatMap(([from, row]) => (from === context.id ? [] : [row.get(context.id)]))
    .filter((border) => border !== undefined);
  return h(
    "section",
    { class: "two" },
    side(page, words.context.dependsOn, out, "to"),
    side(page, words.context.usedBy, into.filter(hasDirection), "from"),
  );
}

function hasDirection({ counts }: Border): boolean {
  return COUPLING_KINDS.some((kind) => counts[kind] && !MUTUAL_KINDS.has(kind));
}

function side(page: Page, title: string, borders: readonly Border[], other: "from" | "to"): HTMLElement {
  const kinds = new Set<CouplingKind>(COUPLING_KINDS);
  const strongest = borders.toSorted((left, right) => weigh(right, kinds) - weigh(left, kinds));
  const most = Math.max(1, ...borders.map((border) => weigh(border, kinds)));
  return h(
    "div",
    null,
    h("h3", null, title, h("small", null, ` ${borders.length}`)),
    borders.length === 0
      ? h("p", { class: "quiet" }, page.words.shell.none)
      : h(
          "ul",
          { class: "neighbours" },
          strongest.map((border) => line(page, border, other, weigh(border, kinds) / most)),
        ),
  );
}

function line(page: Page, border: Border, other: "from" | "to", share: number): HTMLElement {
  const unfolded = { about: "border", from: border.from, to: border.to } as const;
  const kind = (name: CouplingKind): Child =>
    linkTo(
      page,
      { unfolded: { ...unfolded, kind: name } },
      "kind-count",
      page.copy.couplings[name].count(border.counts[name] ?? 0),
    );
  const kinds = COUPLING_KINDS.filter((name) => border.counts[name]);
  return h(
    "li",
    null,
    h(
      "div",
      { class: "neighbour-head" },
      contextLink(page, border[other]),
      meter(share),
      linkTo(page, { unfolded }, "count", grouped(weigh(border, new Set(kinds)))),
    ),
    h("p", { class: "kind-counts" }, kinds.map(kind)),
  );
}

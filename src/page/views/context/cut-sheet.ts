import type { Context } from "../../../model/context.ts";
import { type Child, h } from "../../dom.ts";
import type { Page } from "../../page.ts";
import { calls } from "./cuts/calls.ts";
import { cycles, inheritance, routes, sharedCode, units, unlocks } from "./cuts/code-cuts.ts";
import { dataCuts, dataCutsOf } from "./cuts/data-cuts.ts";
import { section } from "./section.ts";

/** Every single thing over the border of a context, in the order in which it is dealt with. */
export function cutSheet(page: Page, { id, level }: Context): Child {
  if (level !== "macro") return null;
  const { border, dossiers } = page.atlas.report.plan;
  const { dossier: words } = page.words;
  const own = dossiers.find(({ context }) => context === id);
  const inbound = border.calls.filter(({ to }) => to === id);
  const outbound = border.calls.filter(({ from }) => from === id);
  const shared = border.sharedCode.filter(
    ({ home, usedBy }) => home === id || usedBy.some(({ context }) => context === id),
  );
  const bases = border.inheritance.filter(({ from, to }) => from === id || to === id);
  const circles = border.cycles.filter(({ contexts }) => contexts.includes(id));
  const data = dataCutsOf(border, id);
  const cuts = data.tables.length + data.foreignKeys.length + data.joins.length + data.transactions.length;
  return h(
    "div",
    { class: "cut-sheet" },
    own && section(words.unlocks, own.unlocks.length, words.unlocksNote, () => unlocks(page, own.unlocks)),
    section(words.inbound, inbound.length, words.inboundNote, () => calls(page, inbound, "from")),
    section(words.outbound, outbound.length, words.outboundNote, () => calls(page, outbound, "to")),
    section(words.data, cuts, words.dataNote, () => dataCuts(page, data, own)),
    section(words.sharedCode, shared.length, words.sharedCodeNote, () => sharedCode(page, shared)),
    section(words.inheritance, bases.length, page.copy.couplings.inheritance.why, () =>
      inheritance(page, bases),
    ),
    section(words.cycles, circles.length, "", () => cycles(page, circles)),
    own && section(words.routes, own.routes.length, words.routesNote, () => routes(page, own.routes)),
    own && section(words.untested, own.untested.length, words.untestedNote, () => units(page, own.untested)),
    own && section(words.unused, own.unused.length, words.unusedNote, () => units(page, own.unused)),
  );
}

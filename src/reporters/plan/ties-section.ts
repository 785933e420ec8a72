import type { UnlockMove } from "../../model/dossier.ts";
import { decimal, grouped } from "../copy/counted.ts";
import type { DossierView } from "./dossier-view.ts";
import { code, list, places, section, table } from "./markdown.ts";

/** Inheritance, circles and common changes over the border, and the moves that make the cut cheaper. */
export function tiesSection(view: DossierView): string | null {
  const parts = [inheritance(view), cycles(view), coChanges(view), unlocks(view)].filter(
    (part) => part !== null,
  );
  return parts.length === 0 ? null : parts.join("\n\n");
}

function inheritance({ border, copy, names }: DossierView): string | null {
  const { dossier: words } = copy;
  return section(2, words.titles.inheritance, [
    table(
      [words.columns.unit, words.columns.base, words.columns.form, words.columns.places],
      border.inheritance.map(({ unit, base, form, from, to, place }) => [
        `${names.node(unit)} (${names.context(from)})`,
        `${names.node(base)} (${names.context(to)})`,
        code(form),
        places([place], 1),
      ]),
      words.more,
    ),
  ]);
}

function cycles({ border, copy, names }: DossierView): string | null {
  const { dossier: words } = copy;
  return section(2, words.titles.cycles, [
    list(
      border.cycles.map(({ contexts, weakest }) => {
        const circle = contexts.map((id) => names.context(id)).join(" ↔ ");
        const { from, to, methods, sites } = weakest;
        return `${circle}: ${words.weakest(names.context(from), names.context(to), methods, sites)}`;
      }),
      words.more,
    ),
  ]);
}

function coChanges({ border, copy }: DossierView): string | null {
  const { dossier: words } = copy;
  return section(2, words.titles.coChanges, [
    table(
      [words.columns.files, "", words.columns.degree, words.columns.commits],
      border.coChanges
        .slice(0, 20)
        .map(({ left, right, degree, commits }) => [
          code(left),
          code(right),
          decimal(degree),
          grouped(commits),
        ]),
      words.more,
    ),
  ]);
}

function unlocks(view: DossierView): string | null {
  const { dossier, copy } = view;
  const { dossier: words } = copy;
  return section(2, words.titles.unlocks, [
    table(
      [words.columns.proposal, words.columns.gain],
      dossier.unlocks.map((move) => [moveText(view, move), grouped(move.gain)]),
      words.more,
    ),
  ]);
}

function moveText({ copy, names }: DossierView, move: UnlockMove): string {
  const { dossier: words } = copy;
  const from = names.context(move.from);
  const to = names.context(move.to);
  switch (move.kind) {
    case "move-unit":
      return words.moveUnit(names.node(move.unit), from, to);
    case "invert-call":
      return words.invertCall(
        move.methods.map(({ unit, method }) => names.method(unit, method)).join(", "),
        from,
        to,
      );
  }
}

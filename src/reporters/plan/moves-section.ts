import type { DossierView } from "./dossier-view.ts";
import { code, list, places, section, table } from "./markdown.ts";

/** Files and units that move, and shared code that needs a decision first. */
export function movesSection(view: DossierView): string | null {
  const { dossier, copy, names } = view;
  const { dossier: words } = copy;
  const units = dossier.files.reduce((sum, file) => sum + file.units.length, 0);
  const lines = dossier.files.reduce((sum, file) => sum + file.lines, 0);
  return section(2, words.titles.moves, [
    words.moving(dossier.files.length, units, lines, dossier.tables.length),
    list(
      dossier.files.map(({ file, units: own }) => `${code(file)}: ${names.nodes(own)}`),
      words.more,
    ),
    sharedCode(view),
  ]);
}

function sharedCode({ border, copy, names }: DossierView): string | null {
  const { dossier: words } = copy;
  return section(3, words.titles.sharedCode, [
    table(
      [
        words.columns.unit,
        words.columns.home,
        words.columns.usedBy,
        words.columns.why,
        words.columns.proposal,
      ],
      border.sharedCode.map(({ unit, home, usedBy, because, proposal }) => [
        names.node(unit),
        names.context(home),
        usedBy
          .map((user) => `${names.context(user.context)} ${places(user.places.slice(0, 1), user.sites)}`)
          .join("; "),
        words.sharedReasons[because],
        words.decisions[proposal],
      ]),
      words.more,
    ),
  ]);
}

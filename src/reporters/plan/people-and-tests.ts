import { decimal, grouped, percent } from "../copy/counted.ts";
import type { DossierView } from "./dossier-view.ts";
import { code, list, places, section, table } from "./markdown.ts";

/** The routes that a proxy will move, and those whose handlers reach data of others. */
export function routesSection({ dossier, copy, names }: DossierView): string | null {
  const { dossier: words } = copy;
  const mixed = dossier.routes.some(({ reaches }) => reaches.length > 0);
  return section(2, words.titles.routes, [
    mixed ? words.composition : null,
    table(
      [words.columns.route, words.columns.handler, words.columns.reaches, words.columns.places],
      dossier.routes.map(({ endpoint, reaches }) => [
        code(`${endpoint.verb} ${endpoint.path}`),
        names.method(endpoint.unit, endpoint.handler),
        reaches
          .map(
            (reach) =>
              `${names.context(reach.context)} (${words.touches(names.nodes(reach.reads), names.nodes(reach.writes))})`,
          )
          .join("; "),
        places([endpoint.place], 1),
      ]),
      words.more,
    ),
  ]);
}

/** Units that no test reaches, and units that nothing reaches. */
export function testsSection({ dossier, report, copy, names }: DossierView): string | null {
  const { dossier: words } = copy;
  const units = dossier.files.reduce((sum, file) => sum + file.units.length, 0);
  const nodes = new Map(report.graph.nodes.map((node) => [node.id, node]));
  const told = (ids: typeof dossier.untested): string[] =>
    ids.map((id) => {
      const node = nodes.get(id);
      return node === undefined
        ? names.node(id)
        : `${names.node(id)} ${places([{ file: node.file, line: node.line }], 1)}`;
    });
  const untested = dossier.untested.length;
  return [
    section(2, words.titles.testsFirst, [
      untested === 0 ? words.allTested : words.untested(untested, units),
      list(told(dossier.untested), words.more),
    ]),
    section(2, words.titles.unused, [
      dossier.unused.length > 0 ? words.unusedNote : null,
      list(told(dossier.unused), words.more),
    ]),
  ]
    .filter((part) => part !== null)
    .join("\n\n");
}

/** Reuse or rewrite, and who works on it. */
export function peopleSection({ dossier, copy, names }: DossierView): string | null {
  const { dossier: words } = copy;
  const { rewrite, team } = dossier;
  const signals = table(
    [words.columns.signal, words.columns.observed, words.columns.median],
    rewrite.signals.map(({ signal, observed, median }) => [
      words.rewriteSignals[signal],
      number(observed),
      number(median),
    ]),
    words.more,
  );
  const people = team.authors
    .slice(0, 8)
    .map(({ author, revisions, share }) => [names.author(author), grouped(revisions), percent(share)]);
  return [
    section(2, words.titles.rewrite, [words.rewriteHints[rewrite.hint], signals]),
    section(2, words.titles.team, [
      team.authors.length > 0 ? words.mainAuthors(team.mainAuthors) : null,
      team.manyCooks ? words.manyCooks : null,
      table([words.columns.author, words.columns.revisions, "%"], people, words.more),
      list(
        team.spread.map(({ author, contexts }) =>
          words.spread(names.author(author), contexts.map((id) => names.context(id)).join(", ")),
        ),
        words.more,
      ),
    ]),
  ]
    .filter((part) => part !== null)
    .join("\n\n");
}

function number(value: number): string {
  return Number.isInteger(value) ? grouped(value) : decimal(value);
}

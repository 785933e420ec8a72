import type { CouplingKind, UnitNode } from "../../../model/graph.ts";
import type { ContextId } from "../../../model/ids.ts";
import type { CriterionName } from "../../../model/plan.ts";
import { h } from "../../dom.ts";
import { grouped } from "../../format.ts";
import type { Page } from "../../page.ts";
import { evidenceByKind } from "../../parts/evidence.ts";
import { nodeLink, shortPlace } from "../../parts/links.ts";
import { calls } from "../context/cuts/calls.ts";
import { routes, sharedCode } from "../context/cuts/code-cuts.ts";

/** What a criterion counted of a context, down to the lines. */
export function behind(page: Page, context: ContextId, criterion: CriterionName): HTMLElement {
  const { border, dossiers } = page.atlas.report.plan;
  switch (criterion) {
    case "churn":
    case "revisions":
    case "authors":
    case "size":
    case "hotspots":
    case "roadmap":
      return units(page, context, MEASURES[criterion]);
    case "endpoints":
      return routes(page, dossiers.find((dossier) => dossier.context === context)?.routes ?? []);
    case "calls-in":
      return calls(
        page,
        border.calls.filter(({ to }) => to === context),
        "from",
      );
    case "calls-out":
      return calls(
        page,
        border.calls.filter(({ from }) => from === context),
        "to",
      );
    case "shared-code":
      return sharedCode(
        page,
        border.sharedCode.filter(
          ({ home, usedBy }) => home === context || usedBy.some((use) => use.context === context),
        ),
      );
    case "shared-tables":
      return crossing(page, context, "table-access");
    case "foreign-keys":
      return crossing(page, context, "foreign-key");
    case "joins":
      return crossing(page, context, "join");
    case "transactions":
      return crossing(page, context, "transaction");
    case "inheritance":
      return crossing(page, context, "inheritance");
    case "co-change":
      return crossing(page, context, "co-change");
  }
}

type Measure = (unit: UnitNode) => number;

/** What each impact is made of, unit by unit. */
const MEASURES = {
  churn: ({ churn }: UnitNode) => churn ?? 0,
  revisions: ({ revisions }: UnitNode) => revisions,
  authors: ({ authors }: UnitNode) => authors.length,
  size: ({ lines }: UnitNode) => lines,
  hotspots: ({ complexity, churn, revisions }: UnitNode) => complexity * (churn ?? revisions),
  roadmap: ({ lines }: UnitNode) => lines,
} satisfies Record<string, Measure>;

const MOST_UNITS = 12;

/** The units of a context that the measure finds most of. */
function units(page: Page, context: ContextId, measure: Measure): HTMLElement {
  const members = page.atlas.contexts.get(context)?.members ?? [];
  const found = members.flatMap((id) => {
    const node = page.atlas.nodes.get(id);
    return node?.kind === "unit" && measure(node) > 0 ? [node] : [];
  });
  const most = found.toSorted((left, right) => measure(right) - measure(left)).slice(0, MOST_UNITS);
  return h(
    "ul",
    { class: "cut-list" },
    most.map((unit) =>
      h(
        "li",
        null,
        h("b", { class: "count" }, grouped(measure(unit))),
        " ",
        nodeLink(page, unit.id),
        " ",
        shortPlace(unit.file, unit.line),
      ),
    ),
  );
}

/** Couplings of one kind with one end inside the context. */
function crossing(page: Page, context: ContextId, kind: CouplingKind): HTMLElement {
  const members = new Set(page.atlas.contexts.get(context)?.members);
  const found = page.atlas.report.graph.couplings.filter(
    (coupling) => coupling.kind === kind && members.has(coupling.from) !== members.has(coupling.to),
  );
  return evidenceByKind(page, found);
}

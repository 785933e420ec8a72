import type { Context } from "../../../model/context.ts";
import type { UnitNode } from "../../../model/graph.ts";
import { fill, h } from "../../dom.ts";
import { grouped, percent } from "../../format.ts";
import type { Page } from "../../page.ts";
import { nodeLink, shortPlace } from "../../parts/links.ts";
import { type TableColumn, table } from "../../parts/table.ts";

/** The units of a context as a table that filters while one types. */
export function members(page: Page, context: Context): HTMLElement {
  const { words, atlas } = page;
  const units = context.members
    .map((id) => atlas.nodes.get(id))
    .filter((node): node is UnitNode => node?.kind === "unit");
  const hottest = units.toSorted(
    (left, right) => right.revisions * right.lines - left.revisions * left.lines,
  );
  const frame = h("div");
  const show = (needle: string) => {
    const found = hottest.filter((unit) =>
      `${unit.name} ${unit.role ?? ""} ${unit.file}`.toLowerCase().includes(needle.toLowerCase()),
    );
    fill(
      frame,
      table(page, {
        caption: `${words.context.members}: ${words.count.units(found.length)}`,
        columns: columns(page),
        rows: found,
        first: 60,
      }),
    );
  };
  show("");
  const input = h("input", {
    type: "search",
    placeholder: words.context.filter,
    "aria-label": words.context.filter,
    on: { input: () => show(input.value) },
  });
  return h(
    "section",
    null,
    h("h3", null, words.context.members, h("small", null, ` ${grouped(units.length)}`)),
    units.length > 12 && h("p", null, input),
    frame,
  );
}

function columns(page: Page): TableColumn<UnitNode>[] {
  const { columns: words } = page.words.context;
  const confidence = (unit: UnitNode) => page.atlas.memberships.get(unit.id)?.confidence ?? 0;
  return [
    {
      title: words.unit,
      show: (unit) => [nodeLink(page, unit.id), h("br"), shortPlace(unit.file, unit.line)],
      by: (unit) => unit.name,
    },
    {
      title: words.role,
      show: (unit) => (unit.role ? page.copy.roles[unit.role] : page.copy.forms[unit.form]),
      by: (unit) => unit.role ?? "",
    },
    { title: words.lines, show: (unit) => grouped(unit.lines), by: (unit) => unit.lines, class: "number" },
    {
      title: words.revisions,
      show: (unit) => grouped(unit.revisions),
      by: (unit) => unit.revisions,
      class: "number",
    },
    {
      title: words.churn,
      show: (unit) => (unit.churn === null ? "–" : grouped(unit.churn)),
      by: (unit) => unit.churn ?? -1,
      class: "number",
    },
    { title: words.confidence, show: (unit) => percent(confidence(unit)), by: confidence, class: "number" },
  ];
}

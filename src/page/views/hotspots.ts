import { hierarchy, treemap, treemapSquarify } from "d3-hierarchy";
import type { UnitNode } from "../../model/graph.ts";
import { h, s } from "../dom.ts";
import { grouped } from "../format.ts";
import type { Page, View } from "../page.ts";
import { levelChoice, viewHead } from "../parts/controls.ts";
import { contextLink, contextName, hueOf, nodeLink, shortPlace } from "../parts/links.ts";
import { shorten } from "../parts/shorten.ts";
import { table } from "../parts/table.ts";

const WIDTH = 1200;
const HEIGHT = 620;
/** Tiles smaller than a few pixels tell nothing and cost time. */
const MOST_TILES = 1500;

/** Size × change (Tornhill 2015): each tile a unit, grouped by context, the darker the more often it changed. */
export const hotspots: View = (page) => {
  const { words } = page;
  const units = page.atlas.report.graph.nodes.filter((node) => node.kind === "unit");
  const changed = units.some(({ revisions }) => revisions > 0);
  const hottest = units.toSorted((left, right) => heat(right) - heat(left)).slice(0, 20);
  return h(
    "div",
    { class: "view hotspots" },
    viewHead(words.views.hotspots.title, words.views.hotspots.lead, levelChoice(page)),
    !changed && h("p", { class: "notice" }, words.hotspots.noHistory),
    h("div", { class: "treemap-frame" }, picture(page, units)),
    h(
      "p",
      { class: "map-legend" },
      h("span", null, words.hotspots.area),
      h(
        "span",
        null,
        words.hotspots.shade,
        h(
          "span",
          { class: "ramp", "aria-hidden": "true" },
          [0, 1, 2, 3, 4].map((step) => h("span", { class: `warm-${step}` })),
        ),
      ),
    ),
    h("h2", null, words.hotspots.top),
    ranking(page, hottest),
  );
};

/** Revisions × complexity: what is both hard and in motion. */
function heat(unit: UnitNode): number {
  return unit.revisions * unit.complexity;
}

interface Tile {
  readonly context?: string;
  readonly unit?: UnitNode;
  readonly children?: readonly Tile[];
}

function picture(page: Page, units: readonly UnitNode[]): SVGSVGElement {
  const { level } = page.state.route;
  const largest = units.toSorted((left, right) => right.lines - left.lines).slice(0, MOST_TILES);
  const contexts = page.atlas.atLevel(level).map(
    (context): Tile => ({
      context: context.id,
      children: largest
        .filter(({ id }) => page.atlas.contextOf(id, level) === context.id)
        .map((unit) => ({ unit })),
    }),
  );
  const root = hierarchy<Tile>(
    { children: contexts.filter(({ children }) => children?.length) },
    (tile) => tile.children as Tile[] | undefined,
  )
    .sum(({ unit }) => (unit ? Math.max(3, unit.lines) : 0))
    .sort((left, right) => (right.value ?? 0) - (left.value ?? 0));
  const laid = treemap<Tile>()
    .size([WIDTH, HEIGHT])
    .tile(treemapSquarify.ratio(1.3))
    .paddingOuter(2)
    .paddingTop(19)
    .paddingInner(1)
    .round(true)(root);
  const steps = quantiles(units.map(({ revisions }) => revisions));
  return s(
    "svg",
    {
      class: "treemap",
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: "group",
      "aria-label": page.words.hotspots.label,
    },
    (laid.children ?? []).map((group) => {
      const id = group.data.context as Parameters<typeof contextName>[1];
      const width = group.x1 - group.x0;
      return s(
        "g",
        { class: hueOf(page, id) },
        s("rect", {
          class: "tile-group",
          x: group.x0,
          y: group.y0,
          width,
          height: group.y1 - group.y0,
          rx: 3,
        }),
        s(
          "text",
          { class: "tile-group-name", x: group.x0 + 5, y: group.y0 + 14 },
          width > 30 ? shorten(contextName(page, id), width - 10, 12.5, 650) : "",
        ),
        (group.children ?? []).map((leaf) => leaf.data.unit && tile(page, leaf.data.unit, leaf, steps)),
      );
    }),
  );
}

interface Rectangle {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

function tile(
  page: Page,
  unit: UnitNode,
  { x0, y0, x1, y1 }: Rectangle,
  steps: readonly number[],
): SVGGElement {
  const width = x1 - x0;
  const height = y1 - y0;
  const words = page.words.count;
  const warm = unit.revisions === 0 ? 0 : steps.findIndex((step) => unit.revisions <= step);
  return s(
    "g",
    {
      class: `tile warm-${Math.max(0, warm)}`,
      on: { click: () => page.dispatch({ do: "unfold", unfolded: { about: "node", node: unit.id } }) },
    },
    s("title", null, `${unit.name}\n${words.lines(unit.lines)} · ${words.revisions(unit.revisions)}`),
    s("rect", { x: x0, y: y0, width, height }),
    width > 42 && height > 15 && s("text", { x: x0 + 4, y: y0 + 12 }, shorten(unit.name, width - 7, 10.5)),
  );
}

function quantiles(values: readonly number[]): number[] {
  const sorted = values.filter((value) => value > 0).toSorted((left, right) => left - right);
  return [0.35, 0.65, 0.85, 0.95, 1].map(
    (share) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0,
  );
}

function ranking(page: Page, units: readonly UnitNode[]): HTMLElement {
  const { hotspots: words, context } = page.words;
  return table<UnitNode>(page, {
    caption: words.top,
    rows: units,
    columns: [
      { title: context.columns.unit, show: ({ id }) => nodeLink(page, id), by: ({ name }) => name },
      { title: context.columns.context, show: ({ id }) => contextOf(page, id) },
      {
        title: context.columns.lines,
        show: ({ lines }) => grouped(lines),
        by: ({ lines }) => lines,
        class: "number",
      },
      {
        title: context.columns.revisions,
        show: ({ revisions }) => grouped(revisions),
        by: ({ revisions }) => revisions,
        class: "number",
      },
      { title: words.score, show: (unit) => grouped(heat(unit)), by: heat, class: "number" },
      { title: context.columns.file, show: ({ file, line }) => shortPlace(file, line), class: "file" },
    ],
  });
}

function contextOf(page: Page, id: UnitNode["id"]): HTMLElement | null {
  const context = page.atlas.contextOf(id, page.state.route.level);
  return context ? contextLink(page, context) : null;
}

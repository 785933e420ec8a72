import { COUPLING_KINDS } from "../../../model/graph.ts";
import { h, s } from "../../dom.ts";
import { grouped } from "../../format.ts";
import type { Page, View } from "../../page.ts";
import { button, choice, kindSwitches, levelChoice, twin, viewHead } from "../../parts/controls.ts";
import { contextLink, contextName, linkTo } from "../../parts/links.ts";
import { panAndZoom } from "../../parts/pan-and-zoom.ts";
import { savePicture } from "../../parts/save-file.ts";
import { table } from "../../parts/table.ts";
import { drawArrow } from "./draw-arrow.ts";
import { drawBox } from "./draw-box.ts";
import { layoutArrows, type MapArrow, type MapModel, mapModel } from "./map-model.ts";
import { moveBetweenBoxes } from "./move-between-boxes.ts";
import { placeBoxes } from "./place-boxes.ts";
import { extent, routeArrows } from "./route-arrows.ts";

/** Width to height of the room that a laptop leaves for the map. */
const SHAPE = 2;

/** Boxes and arrows: the picture that a workshop argues over. */
export const map: View = (page) => {
  const model = mapModel(page);
  const { context } = page.state.route;
  const title =
    context === null ? page.words.views.map.title : page.words.map.inside(contextName(page, context));
  const frame = h("div", { class: "map-frame" });
  const svg = picture(page, model);
  const zoom = panAndZoom(svg, page.words.map);
  frame.append(
    svg,
    model.arrows.length === 0 ? h("p", { class: "map-empty quiet" }, page.words.map.none) : "",
  );
  return h(
    "div",
    { class: "view map" },
    viewHead(
      title,
      page.words.views.map.lead,
      context === null
        ? levelChoice(page)
        : linkTo(page, { context: null }, "button", `← ${page.words.map.whole}`),
      zoom,
      button(page.words.map.savePicture, () => savePicture(svg, "context-map"), {
        picture: "save",
        quiet: true,
      }),
    ),
    kindSwitches(page),
    model.left > 0 && h("p", { class: "notice" }, page.words.map.left(model.left)),
    frame,
    legend(page, model),
    twin(page, () => arrowTable(page, model)),
  );
};

function picture(page: Page, model: MapModel): SVGSVGElement {
  const layout = placeBoxes(model.boxes, layoutArrows(page, model), SHAPE);
  const strongest = Math.max(1, ...model.arrows.map(({ weight }) => weight));
  const churn = Math.max(1, ...model.boxes.map(({ context }) => context.churn ?? 0));
  const routes = routeArrows(model.arrows, layout);
  const { x, y, width, height } = extent(routes, layout);
  const arrows = routes.map((route) => {
    const { from, to } = route.arrow.border;
    const share = Math.sqrt(route.arrow.weight / strongest);
    const open = () => page.dispatch({ do: "unfold", unfolded: { about: "border", from, to } });
    return drawArrow({ route, share, open, label: arrowLabel(page, route.arrow) });
  });
  const boxes = layout.boxes.map((box) => drawBox(page, box, churn, () => openBox(page, box.context.id)));
  const svg = s(
    "svg",
    {
      class: "map-picture",
      viewBox: `${Math.floor(x)} ${Math.floor(y)} ${Math.ceil(width)} ${Math.ceil(height)}`,
      role: "group",
      "aria-label": `${page.words.map.label}. ${page.words.map.help}`,
    },
    s("g", { class: "arrows" }, arrows.toReversed()),
    s("g", { class: "boxes" }, boxes),
  );
  svg.style.setProperty("--natural", `${Math.ceil(width * 1.25)}px`);
  lightUp(svg);
  moveBetweenBoxes(svg, layout.boxes);
  return svg;
}

/** A box opens on what is inside it as long as there is something inside; else on its dossier. */
function openBox(page: Page, id: MapModel["boxes"][number]["context"]["id"]): void {
  const context = page.atlas.contexts.get(id);
  const children = [...page.atlas.contexts.values()].filter((other) => other.parent === id);
  const inside = context?.level !== "micro" && children.length > 1;
  page.dispatch({
    do: "go",
    view: inside && page.state.route.context !== id ? "map" : "context",
    context: id,
  });
}

/** Pointing at a box leaves only its own arrows in full strength. */
function lightUp(svg: SVGSVGElement): void {
  const light = (id: string | undefined) => {
    svg.classList.toggle("is-lit", id !== undefined);
    for (const arrow of svg.querySelectorAll<SVGElement>(".arrow")) {
      arrow.classList.toggle("is-out", id !== undefined && arrow.dataset.from === id);
      arrow.classList.toggle("is-in", id !== undefined && arrow.dataset.to === id);
    }
  };
  const idUnder = (event: Event) => (event.target as Element).closest<SVGElement>(".box")?.dataset.context;
  for (const event of ["pointerover", "focusin"])
    svg.addEventListener(event, (happened) => light(idUnder(happened)));
  for (const event of ["pointerleave", "focusout"]) svg.addEventListener(event, () => light(undefined));
}

function arrowLabel(page: Page, { border, weight }: MapArrow): string {
  return `${contextName(page, border.from)} → ${contextName(page, border.to)}: ${grouped(weight)} (${kindsOf(page, border.counts)})`;
}

function kindsOf(page: Page, counts: MapArrow["border"]["counts"]): string {
  const kinds = COUPLING_KINDS.filter((kind) => page.state.route.kinds.includes(kind) && counts[kind]);
  return kinds.map((kind) => page.copy.couplings[kind].count(counts[kind] ?? 0)).join(", ");
}

function legend(page: Page, model: MapModel): HTMLElement {
  const { map: words } = page.words;
  const line = (mutual: boolean) =>
    s(
      "svg",
      { class: "legend-line", viewBox: "0 0 44 12", "aria-hidden": "true" },
      s("path", { class: `arrow-line ${mutual ? "is-mutual-line" : ""}`, d: "M2,6H36", "stroke-width": 2.5 }),
      !mutual && s("path", { class: "arrow-head", d: "M42,6L34,2V10Z" }),
    );
  return h(
    "div",
    { class: "map-legend" },
    h("span", null, line(false), words.legendArrow),
    h("span", null, line(true), words.legendMutual),
    h("span", null, h("span", { class: "key is-cohesion" }), words.cohesion),
    h("span", null, h("span", { class: "key is-churn" }), `± ${words.churn}`),
    (model.hidden > 0 || page.state.route.everyArrow) &&
      choice(
        words.fit,
        [
          ["strong", words.strongest],
          ["all", words.all(model.hidden)],
        ],
        page.state.route.everyArrow ? "all" : "strong",
        (chosen) => page.dispatch({ do: "draw arrows", every: chosen === "all" }),
      ),
  );
}

function arrowTable(page: Page, model: MapModel): HTMLElement {
  const { columns } = page.words.map;
  return table<MapArrow>(page, {
    caption: page.words.map.label,
    rows: model.arrows,
    columns: [
      {
        title: columns.from,
        show: ({ border }) => contextLink(page, border.from),
        by: ({ border }) => contextName(page, border.from),
      },
      {
        title: columns.to,
        show: ({ border }) => contextLink(page, border.to),
        by: ({ border }) => contextName(page, border.to),
      },
      {
        title: columns.sightings,
        class: "number",
        by: ({ weight }) => weight,
        show: ({ border, weight }) =>
          linkTo(
            page,
            { unfolded: { about: "border", from: border.from, to: border.to } },
            "",
            grouped(weight),
          ),
      },
      { title: columns.kinds, show: ({ border }) => kindsOf(page, border.counts) },
    ],
  });
}

import type { Step } from "../../../model/plan.ts";
import { type Child, h, s } from "../../dom.ts";
import { brief, grouped, percent } from "../../format.ts";
import type { Page } from "../../page.ts";
import { twin } from "../../parts/controls.ts";
import { contextLink, contextName, hueOf } from "../../parts/links.ts";
import { table } from "../../parts/table.ts";

const WIDTH = 560;
const HEIGHT = 300;
const LEFT = 44;
const RIGHT = 18;
const TOP = 14;
const BOTTOM = 46;

type Curve = "units" | "churn" | "endpoints";
const CURVES: readonly Curve[] = ["units", "churn", "endpoints"];

/** What is still in the monolith after each step, against the price of all cuts so far. */
export function curve(page: Page, steps: readonly Step[]): HTMLElement {
  const { order: words } = page.words;
  return h(
    "section",
    { class: "card" },
    h("h2", null, words.remains),
    h("p", { class: "quiet" }, words.remainsNote),
    picture(page, steps),
    h(
      "ul",
      { class: "legend" },
      CURVES.map((name) => h("li", null, h("span", { class: `key curve-${name}` }), words.curves[name])),
    ),
    twin(page, () => residuals(page, steps)),
  );
}

function picture(page: Page, steps: readonly Step[]): SVGSVGElement {
  const most = Math.max(1, ...steps.map(({ progress }) => progress.cutCost));
  const x = (cost: number) => LEFT + (cost / most) * (WIDTH - LEFT - RIGHT);
  const y = (share: number) => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
  const rulers = [0, 0.25, 0.5, 0.75, 1].map((share) => [
    s("line", { class: "ruler", x1: LEFT, x2: WIDTH - RIGHT, y1: y(share), y2: y(share) }),
    s("text", { class: "ruler-text", x: LEFT - 6, y: y(share) + 4, "text-anchor": "end" }, percent(share)),
  ]);
  return s(
    "svg",
    {
      class: "curve-picture",
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: "img",
      "aria-label": page.words.order.remainsNote,
    },
    rulers,
    CURVES.map((name) => s("path", { class: `curve curve-${name}`, d: stairs(steps, name, x, y) })),
    steps.map((step) => mark(page, step, x(step.progress.cutCost), y(1 - step.progress.units))),
    s("text", { class: "ruler-text", x: LEFT, y: HEIGHT - 26 }, "0"),
    s("text", { class: "ruler-text", x: WIDTH - RIGHT, y: HEIGHT - 26, "text-anchor": "end" }, brief(most)),
    s(
      "text",
      { class: "ruler-text", x: (LEFT + WIDTH - RIGHT) / 2, y: HEIGHT - 8, "text-anchor": "middle" },
      page.words.order.costSoFar,
    ),
  );
}

/** What remains does not change between two steps: stairs, not a slope. */
function stairs(
  steps: readonly Step[],
  name: Curve,
  x: (cost: number) => number,
  y: (share: number) => number,
): string {
  const turns = steps.map(
    ({ progress }) => `H${x(progress.cutCost).toFixed(1)}V${y(1 - progress[name]).toFixed(1)}`,
  );
  return `M${x(0).toFixed(1)},${y(1).toFixed(1)}${turns.join("")}`;
}

function mark(page: Page, step: Step, x: number, y: number): SVGGElement {
  return s(
    "g",
    { class: `curve-mark ${hueOf(page, step.context)}` },
    s("title", null, `${step.rank}. ${contextName(page, step.context)}`),
    s("circle", { cx: x, cy: y, r: 9 }),
    s("text", { x, y: y + 4, "text-anchor": "middle" }, step.rank),
  );
}

function residuals(page: Page, steps: readonly Step[]): Child {
  const { order: words, context } = page.words;
  return table<Step>(page, {
    caption: words.remains,
    rows: steps,
    columns: [
      { title: "#", show: ({ rank }) => rank, class: "number" },
      { title: context.columns.context, show: (step) => contextLink(page, step.context) },
      { title: words.left.contexts, show: ({ residual }) => grouped(residual.contexts), class: "number" },
      { title: words.left.units, show: ({ residual }) => grouped(residual.units), class: "number" },
      { title: words.left.crossings, show: ({ residual }) => grouped(residual.crossings), class: "number" },
      {
        title: words.left.sharedTables,
        show: ({ residual }) => grouped(residual.sharedTables),
        class: "number",
      },
      { title: words.cost, show: ({ progress }) => grouped(progress.cutCost), class: "number" },
    ],
  });
}

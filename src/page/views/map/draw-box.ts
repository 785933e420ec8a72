import { type Child, s } from "../../dom.ts";
import { brief, percent } from "../../format.ts";
import type { Page } from "../../page.ts";
import { hueOf } from "../../parts/links.ts";
import { shorten } from "../../parts/shorten.ts";
import type { PlacedBox } from "./place-boxes.ts";

/** One context: name, size, cohesion, churn, what comes in and what goes out. */
export function drawBox(page: Page, box: PlacedBox, largestChurn: number, open: () => void): SVGGElement {
  const { context, width, height } = box;
  const { words } = page;
  const left = box.x - width / 2;
  const top = box.y - height / 2;
  const tables = context.members.filter((id) => page.atlas.nodes.get(id)?.kind === "table").length;
  const size = [words.count.units(context.members.length - tables), tables > 0 && words.count.tables(tables)]
    .filter(Boolean)
    .join(" · ");
  const inner = width - 32;
  const bar: Bar = (y, share, className) => [
    s("rect", { class: "bar-back", x: 18, y, width: inner, height: 5, rx: 2.5 }),
    s("rect", { class: `bar ${className}`, x: 18, y, width: Math.max(1, inner * share), height: 5, rx: 2.5 }),
  ];
  return s(
    "g",
    {
      class: `box ${hueOf(page, context.id)} ${box.outside ? "is-outside" : ""}`,
      transform: `translate(${left.toFixed(1)} ${top.toFixed(1)})`,
      role: "button",
      tabindex: "-1",
      "data-context": context.id,
      "data-focus": `box ${context.id}`,
      on: {
        click: open,
        keydown: (event: KeyboardEvent) => (event.key === "Enter" || event.key === " ") && open(),
      },
    },
    s("rect", { class: "box-card", width, height, rx: 9 }),
    s("path", { class: "box-strip", d: `M9,0h-0a9,9 0 0 0 -9,9v${height - 18}a9,9 0 0 0 9,9z` }),
    s(
      "text",
      { class: "box-name", x: 18, y: 25 },
      s("title", null, context.name),
      shorten(context.name, inner, 15, 650),
    ),
    s("text", { class: "box-note", x: 18, y: 42 }, shorten(size, inner, 11.5)),
    box.small ? bar(52, context.cohesion ?? 0, "is-cohesion") : figures(page, box, largestChurn, bar),
  );
}

type Bar = (y: number, share: number, className: string) => SVGElement[];

function figures(page: Page, box: PlacedBox, largestChurn: number, bar: Bar): Child {
  const { context, width, height } = box;
  const { map: words } = page.words;
  const low = height - 60;
  const note = (x: number, y: number, text: string, anchor = "start") =>
    s("text", { class: "box-note", x, y, "text-anchor": anchor }, text);
  return [
    note(18, low + 14, `${words.cohesion} ${context.cohesion === null ? "–" : percent(context.cohesion)}`),
    note(width - 14, low + 14, `${brief(context.churn ?? context.revisions)} ±`, "end"),
    bar(low + 20, context.cohesion ?? 0, "is-cohesion"),
    bar(low + 28, (context.churn ?? 0) / largestChurn, "is-churn"),
    note(18, height - 10, `${words.in} ${context.afferent}`),
    note(width - 14, height - 10, `${words.out} ${context.efferent}`, "end"),
  ];
}

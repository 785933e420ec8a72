import { s } from "../../dom.ts";
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
  const bar = (y: number, share: number, className: string) => [
    s("rect", { class: "bar-back", x: 18, y, width: inner, height: 5, rx: 2.5 }),
    s("rect", { class: `bar ${className}`, x: 18, y, width: Math.max(1, inner * share), height: 5, rx: 2.5 }),
  ];
  const low = height - 60;
  return s(
    "g",
    {
      class: `box ${hueOf(page, context.id)} ${box.outside ? "is-outside" : ""}`,
      transform: `translate(${left.toFixed(1)} ${top.toFixed(1)})`,
      role: "button",
      tabindex: "-1",
      "data-context": context.id,
      "data-focus": `box ${context.id}`,
      "aria-label": `${context.name}. ${size}. ${words.map.cohesion} ${context.cohesion === null ? words.shell.notKnown : percent(context.cohesion)}. ${words.map.in} ${context.afferent}, ${words.map.out} ${context.efferent}.`,
      on: {
        click: open,
        keydown: (event: KeyboardEvent) => (event.key === "Enter" || event.key === " ") && open(),
      },
    },
    s("title", null, context.name),
    s("rect", { class: "box-card", width, height, rx: 9 }),
    s("path", { class: "box-strip", d: `M9,0h-0a9,9 0 0 0 -9,9v${height - 18}a9,9 0 0 0 9,9z` }),
    s("text", { class: "box-name", x: 18, y: 25 }, shorten(context.name, inner, 15)),
    s("text", { class: "box-note", x: 18, y: 42 }, shorten(size, inner, 11.5)),
    s(
      "text",
      { class: "box-note", x: 18, y: low + 14 },
      `${words.map.cohesion} ${context.cohesion === null ? "–" : percent(context.cohesion)}`,
    ),
    s(
      "text",
      { class: "box-note", x: width - 14, y: low + 14, "text-anchor": "end" },
      `${brief(context.churn ?? context.revisions)} ±`,
    ),
    bar(low + 20, context.cohesion ?? 0, "is-cohesion"),
    bar(low + 28, (context.churn ?? 0) / largestChurn, "is-churn"),
    s("text", { class: "box-note", x: 18, y: height - 10 }, `${words.map.in} ${context.afferent}`),
    s(
      "text",
      { class: "box-note", x: width - 14, y: height - 10, "text-anchor": "end" },
      `${words.map.out} ${context.efferent}`,
    ),
  );
}

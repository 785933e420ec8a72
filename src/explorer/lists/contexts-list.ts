import type { Context } from "../../model/context.ts";
import { type ContextId, isTableId } from "../../model/ids.ts";
import type { Advice } from "../../model/plan.ts";
import { grouped, percent } from "../../reporters/copy/counted.ts";
import { EVERYTHING, KERNEL, membersOf, NOWHERE, remember, type World } from "../world/world.ts";
import { type Figure, type Line, LONG_NAME, rowLine, type Span, span } from "./line.ts";
import { type List, listOf, type Row, target } from "./list.ts";
import { contextName, type Scene } from "./scene.ts";

/** The contexts of one level, then what belongs to none, then the whole repository. */
export function contextsList(scene: Scene): List {
  const { world, looking, words, copy } = scene;
  const { level, sort } = looking;
  const ids = remember(world, `contexts ${level} ${sort}`, () => orderedContexts(world, level, sort));
  const head = {
    title: `${words.views.contexts} · ${copy.levels[level]}`,
    note: "",
    empty: words.none.rows,
    header: (width: number) => headerLine(scene, width),
  };
  return listOf(head, ids, (id) => contextRow(scene, id));
}

function orderedContexts(world: World, level: Context["level"], sort: Scene["looking"]["sort"]): ContextId[] {
  const known = world.report.grouping.contexts.filter((context) => context.level === level);
  const weight = (context: Context): number => {
    switch (sort) {
      case "order":
        return -rankOf(world, context);
      case "size":
        return context.lines;
      case "coupling":
        return context.afferent + context.efferent;
      case "churn":
        return context.churn ?? -1;
      case "confidence":
        return -context.confidence;
      case "name":
        return 0;
    }
  };
  const ordered = known.sort(
    (left, right) =>
      weight(right) - weight(left) || (left.name < right.name ? -1 : left.name > right.name ? 1 : 0),
  );
  return [
    ...ordered.map(({ id }) => id),
    ...[KERNEL, NOWHERE].filter((id) => membersOf(world, id).length > 0),
    EVERYTHING,
  ];
}

/** The place in the order of extraction; a smaller context has that of the macro context that it lies in. */
export function rankOf(world: World, context: Context): number {
  const own = world.ranks.get(context.id);
  if (own !== undefined) return own;
  const parent = context.parent === null ? undefined : world.contexts.get(context.parent);
  return parent === undefined ? Number.MAX_SAFE_INTEGER : rankOf(world, parent);
}

function headerLine({ words }: Scene, width: number): Line {
  const { units, tables, lines, ties, sure } = words.columns;
  return rowLine(
    width,
    [span(`     ${words.columns.context}`)],
    figuresOf([units, tables, lines, ties, sure]),
    LONG_NAME,
  );
}

/** How wide each column is, and which gives way first. */
function figuresOf([units = "", tables = "", lines = "", ties = "", sure = ""]: readonly string[]): Figure[] {
  return [
    { text: units, width: 5, rank: 0 },
    { text: tables, width: 5, rank: 2, tone: "data" },
    { text: lines, width: 7, rank: 4, tone: "quiet" },
    { text: ties, width: 7, rank: 3, tone: "quiet" },
    { text: sure, width: 4, rank: 1, tone: "quiet" },
  ];
}

function contextRow(scene: Scene, id: ContextId): Row {
  const { world } = scene;
  const context = world.contexts.get(id);
  const line = (width: number): Line => {
    const sizes = sizesOf(scene, id);
    if (context === undefined)
      return rowLine(width, [span(`     ${contextName(scene, id)}`, "quiet")], figuresOf(sizes), LONG_NAME);
    const number = String(world.ranks.get(id) ?? "").padStart(2);
    const name = [span(`${number} `, "quiet"), adviceMark(scene, id), span(context.name, "strong")];
    const ties = `${context.afferent}/${context.efferent}`;
    return rowLine(
      width,
      name,
      figuresOf([...sizes, grouped(context.lines), ties, percent(context.confidence)]),
      LONG_NAME,
    );
  };
  const about = context === undefined ? "" : aboutContext(scene, context);
  return { key: id, heading: false, target: target({ context: id, about }), line };
}

const MARKS: Readonly<Record<Advice, Span>> = {
  extract: { text: "● ", tone: "good" },
  pilot: { text: "◆ ", tone: "good" },
  keep: { text: "· ", tone: "quiet" },
  "modularise-first": { text: "○ ", tone: "bad" },
};

/** What the plan says to do with a context, as one letter's worth of colour. */
export function adviceMark({ world }: Scene, id: ContextId): Span {
  const judgement = world.report.plan.judgements.find(({ context }) => context === id);
  return judgement === undefined ? span("  ") : MARKS[judgement.advice];
}

/** Units and tables. */
function sizesOf({ world }: Scene, id: ContextId): [units: string, tables: string] {
  const members = membersOf(world, id);
  const tables = remember(world, `tables in ${id}`, () => members.filter(isTableId).length);
  return [grouped(members.length - tables), tables === 0 ? "" : grouped(tables)];
}

function aboutContext({ world, copy }: Scene, context: Context): string {
  const judgement = world.report.plan.judgements.find(({ context: judged }) => judged === context.id);
  const advice = judgement === undefined ? [] : [copy.plan.advice[judgement.advice].title];
  const cohesion =
    context.cohesion === null ? [] : [`${copy.summary.columns.cohesion} ${percent(context.cohesion)}`];
  const churn = context.churn === null ? [] : [`${copy.criteria.churn.title} ${grouped(context.churn)}`];
  return [...advice, ...cohesion, ...churn, context.words.slice(0, 6).join(", ")].join(" · ");
}

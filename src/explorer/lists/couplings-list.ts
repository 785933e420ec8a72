import type { Coupling, CouplingKind } from "../../model/graph.ts";
import { byCodeUnit, type ContextId } from "../../model/ids.ts";
import { grouped } from "../../reporters/copy/counted.ts";
import { KERNEL, NOWHERE, nodeOf, remember } from "../world/world.ts";
import { type Bundle, bundlesOf, countOf, strengthOf } from "./bundles.ts";
import { declarationRow } from "./declaration-row.ts";
import { type Line, rowLine, span } from "./line.ts";
import { type List, listOf, type Row, type Target, target } from "./list.ts";
import { contextName, nodeName, type Scene } from "./scene.ts";

/** A heading with all couplings below it. */
interface Heading {
  readonly group: string;
  readonly all: readonly Coupling[];
}

type Item = Heading | Bundle;

/** On a narrow screen the kind of tie says more than the end of a long name. */
const SHORT_NAME = 12;

/** Everybody leans on what all share: it says least about where to cut. */
const LAST: ReadonlySet<string> = new Set([KERNEL, NOWHERE]);

/** What ties a unit, a table or a whole context to others: together by the other context, or by kind. */
export function couplingsList(scene: Scene, of: Target): List {
  const { words, looking, world } = scene;
  const { direction, kinds, together, level } = looking;
  const key = `couplings ${of.node ?? of.context} ${direction} ${kinds.join()} ${together} ${level}`;
  const items = remember(world, key, () => itemsOf(scene, of));
  const name =
    of.node !== null ? nodeName(scene, of.node) : of.context !== null ? contextName(scene, of.context) : "";
  const head = {
    title: name === "" ? words.panes.couplings : `${words.panes.couplings} · ${name}`,
    note: "",
    empty: words.none.couplings,
  };
  const own = of.node === null ? [] : [null];
  return listOf<Item | null>(head, [...own, ...items], (item) => {
    if (item === null) return declarationRow(scene, of.node!, of.sightings);
    return "all" in item ? headingRow(scene, item) : bundleRow(scene, item);
  });
}

function itemsOf(scene: Scene, of: Target): Item[] {
  const groups = new Map<string, Bundle[]>();
  for (const bundle of bundlesOf(scene, of)) {
    const known = groups.get(bundle.group);
    if (known === undefined) groups.set(bundle.group, [bundle]);
    else known.push(bundle);
  }
  const total = (bundles: readonly Bundle[]): number =>
    bundles.reduce((sum, bundle) => sum + strengthOf(bundle), 0);
  return [...groups]
    .map(([group, bundles]) => ({ group, bundles, total: total(bundles) }))
    .sort(
      (left, right) =>
        Number(LAST.has(left.group)) - Number(LAST.has(right.group)) ||
        right.total - left.total ||
        byCodeUnit(left.group, right.group),
    )
    .flatMap(({ group, bundles }) => [
      { group, all: bundles.flatMap(({ couplings }) => couplings) },
      ...bundles.sort(
        (left, right) => strengthOf(right) - strengthOf(left) || byCodeUnit(left.key, right.key),
      ),
    ]);
}

function headingRow(scene: Scene, { group, all: couplings }: Heading): Row {
  const { copy, looking } = scene;
  const byContext = looking.together === "context";
  const title = byContext
    ? contextName(scene, group as ContextId)
    : copy.couplings[group as CouplingKind].title;
  const about = byContext ? "" : copy.couplings[group as CouplingKind].why;
  return {
    key: `group ${group}`,
    heading: true,
    target: target({ context: byContext ? (group as ContextId) : null, couplings, about }),
    line: (width) =>
      rowLine(
        width,
        [span(title, "heading")],
        [{ text: grouped(countOf(couplings)), width: 6, rank: 0, tone: "quiet" }],
      ),
  };
}

function bundleRow(scene: Scene, { key, arrow, kind, node, context, couplings }: Bundle): Row {
  const { copy, looking, world } = scene;
  const words = copy.couplings[kind];
  const arrowSpan = span(`  ${arrow} `, arrow === "←" ? "accent" : "plain");
  const count = countOf(couplings);
  const line = (width: number): Line => {
    if (node === null) {
      const name = looking.together === "context" ? words.title : contextName(scene, context);
      return rowLine(
        width,
        [arrowSpan, span(name)],
        [{ text: grouped(count), width: 6, rank: 0, tone: "quiet" }],
      );
    }
    const isTable = nodeOf(world, node)?.kind === "table";
    const wide = Math.min(24, Math.max(12, Math.floor(width * 0.36)));
    const text = `${words.count(count)}${accessOf(couplings)}`;
    return rowLine(
      width,
      [arrowSpan, span(nodeName(scene, node), isTable ? "data" : "plain")],
      [{ text, width: wide, rank: 0, tone: "quiet" }],
      SHORT_NAME,
    );
  };
  return { key, heading: false, target: target({ node, context, couplings, about: words.why }), line };
}

/** Whether tables are read or written, as far as the sightings tell. */
function accessOf(couplings: readonly Coupling[]): string {
  const ways = new Set<string>();
  for (const { evidence } of couplings)
    for (const seen of evidence)
      if ("access" in seen && seen.access !== undefined) ways.add(seen.access === "read" ? "r" : "w");
  return ways.size === 0 ? "" : ` ${[...ways].sort().join("")}`;
}

import type { Node } from "../../model/graph.ts";
import { byCodeUnit, type ContextId, type NodeId } from "../../model/ids.ts";
import { grouped, percent } from "../../reporters/copy/counted.ts";
import type { Copy } from "../../reporters/copy.ts";
import type { Sort } from "../state/looking.ts";
import { degrees, membersOf, nodeOf, remember, type World } from "../world/world.ts";
import { type Figure, type Line, LONG_NAME, rowLine, span } from "./line.ts";
import { type List, listOf, type Row, target } from "./list.ts";
import { contextName, type Scene } from "./scene.ts";

/** The units and tables of a context, below a row for the context as a whole. */
export function membersList(scene: Scene, context: ContextId | null): List {
  const { world, looking, words } = scene;
  const members =
    context === null
      ? []
      : remember(world, `members ${context} ${looking.sort}`, () => sorted(world, context, looking.sort));
  const head = {
    title: context === null ? words.panes.members : `${words.panes.members} · ${contextName(scene, context)}`,
    note: "",
    empty: words.none.members,
    header: (width: number) => {
      const { member, role, lines, churn, sure } = words.columns;
      return rowLine(width, [span(`  ${member}`)], figuresOf([role, lines, churn, sure]), LONG_NAME);
    },
  };
  if (context === null || members.length === 0) return listOf(head, [], () => wholeRow(scene, context!));
  const rows: readonly (NodeId | null)[] = [null, ...members];
  return listOf(head, rows, (id) => (id === null ? wholeRow(scene, context) : memberRow(scene, id)));
}

function sorted(world: World, context: ContextId, sort: Sort): NodeId[] {
  const ties = degrees(world);
  const weight = (id: NodeId): number => {
    const node = nodeOf(world, id);
    switch (sort) {
      case "order":
      case "size":
        return node?.kind === "unit" ? node.lines : 0;
      case "coupling":
        return ties.get(id) ?? 0;
      case "churn":
        return node?.kind === "unit" ? (node.churn ?? -1) : -1;
      case "confidence":
        return -(world.memberships.get(id)?.confidence ?? 2);
      case "name":
        return 0;
    }
  };
  const keyed = membersOf(world, context).map((id) => ({
    id,
    weight: weight(id),
    name: nodeOf(world, id)?.name ?? id,
  }));
  return keyed
    .sort((left, right) => right.weight - left.weight || byCodeUnit(left.name, right.name))
    .map(({ id }) => id);
}

function wholeRow({ words }: Scene, context: ContextId): Row {
  return {
    key: "whole",
    heading: true,
    target: target({ context }),
    line: (width) => rowLine(width, [span(`  ${words.wholeContext}`, "quiet")], []),
  };
}

/** One unit or table, with how big and how sure of its place it is. */
export function memberRow(scene: Scene, id: NodeId): Row {
  const { world, copy } = scene;
  const node = nodeOf(world, id);
  return {
    key: id,
    heading: false,
    target: target({ node: id, about: node === undefined ? "" : aboutNode(node, copy) }),
    line: (width) => {
      const name = [...marksOf(scene, id), span(node?.name ?? id, node?.kind === "table" ? "data" : "plain")];
      return rowLine(width, name, node === undefined ? [] : figuresOf(figureTexts(scene, node)), LONG_NAME);
    },
  };
}

function figureTexts({ world, copy }: Scene, node: Node): string[] {
  const confidence = world.memberships.get(node.id)?.confidence ?? null;
  const sure = confidence === null ? "" : percent(confidence);
  if (node.kind === "table") return [roleOf(node, copy), "", "", sure];
  return [roleOf(node, copy), grouped(node.lines), node.churn === null ? "" : grouped(node.churn), sure];
}

/** How wide each column is, and which gives way first. */
function figuresOf([role = "", lines = "", churn = "", sure = ""]: readonly string[]): Figure[] {
  return [
    { text: role, width: 10, rank: 2, tone: "quiet", words: true },
    { text: lines, width: 6, rank: 1 },
    { text: churn, width: 6, rank: 4, tone: "quiet" },
    { text: sure, width: 4, rank: 3, tone: /^[0-5]?\d%$/.test(sure) ? "bad" : "quiet" },
  ];
}

/** Marked by the user, decided by people, or contested. */
function marksOf({ world, marked }: Scene, id: NodeId): Line {
  const chosen = marked.has(id) ? span("✓", "accent") : span(" ");
  const decided = world.memberships.get(id)?.decided === true;
  const place = decided ? span("!", "accent") : world.contested.has(id) ? span("?", "bad") : span(" ");
  return [chosen, place];
}

export function roleOf(node: Node, copy: Copy): string {
  if (node.kind === "table") return node.form;
  return node.role === null ? copy.forms[node.form] : copy.roles[node.role];
}

function aboutNode(node: Node, copy: Copy): string {
  if (node.kind === "table") return `${node.id} · ${node.columns.map(({ name }) => name).join(", ")}`;
  const churn = node.churn === null ? null : grouped(node.churn);
  return `${node.id} · ${copy.explanation.history(node.revisions, churn)}`;
}

import type { Decision } from "../../model/decision.ts";
import type { ContextId, NodeId } from "../../model/ids.ts";
import { decisionText } from "../what-if/decision-text.ts";
import { deltasOf, orderChanges } from "../what-if/deltas.ts";
import { remember } from "../world/world.ts";
import { type Line, rowLine, span } from "./line.ts";
import { type List, listOf, type Row, target } from "./list.ts";
import { contextName, nodeName, type Scene } from "./scene.ts";

/** What was decided, in order; what was saved is told from what was not. */
export function decisionsList(scene: Scene): List {
  const { decisions, saved, words } = scene;
  const head = { title: words.views.decisions, note: "", empty: words.none.decisions };
  return listOf(head, decisions, (decision, index) => {
    const isSaved = saved.includes(decision);
    return {
      key: String(index),
      heading: false,
      target: target({ decision: index, about: decision.reason, ...aboutOf(decision) }),
      line: (width) =>
        rowLine(
          width,
          [span(isSaved ? "  " : "+ ", "accent"), span(decisionText(decision, words))],
          [
            { text: decision.reason, width: Math.floor(width * 0.35), rank: 2, tone: "quiet", words: true },
            {
              text: isSaved ? words.whatIf.saved : words.whatIf.unsaved,
              width: 9,
              rank: 1,
              tone: isSaved ? "quiet" : "accent",
              words: true,
            },
          ],
        ),
    };
  });
}

function aboutOf(decision: Decision): { readonly node?: NodeId; readonly context?: ContextId } {
  if ("targets" in decision) return { node: decision.targets[0] as NodeId };
  return "context" in decision ? { context: decision.context as ContextId } : {};
}

/** Measures, cut and order before and after, then every unit that is elsewhere now. */
export function changesList(scene: Scene): List {
  const { base, world, words, looking } = scene;
  const lines = remember(
    world,
    `changes ${looking.level} ${base.report.grouping.contexts.length} ${words.whatIf.order}`,
    () => [...measureLines(scene), ...orderLines(scene), ...movedRows(scene)],
  );
  return listOf({ title: words.panes.changes, note: "", empty: words.whatIf.same }, lines, (row) => row);
}

function measureLines({ base, world, looking, words }: Scene): Row[] {
  return deltasOf(base.report, world.report, looking.level, words.whatIf).map((delta) => {
    const tone = delta.better > 0 ? "good" : delta.better < 0 ? "bad" : delta.changed ? "strong" : "quiet";
    const value = delta.changed ? `${delta.before} → ${delta.after}` : delta.after;
    return textRow(delta.title, (width) =>
      rowLine(
        width,
        [span(delta.title, delta.changed ? "plain" : "quiet")],
        [{ text: value, width: 18, rank: 0, tone }],
      ),
    );
  });
}

function orderLines({ base, world, words }: Scene): Row[] {
  const changes = orderChanges(base.report, world.report);
  return [
    textRow("order", (width) => rowLine(width, [span(words.whatIf.order, "heading")], []), true),
    ...changes.map(({ name, rank, by }) =>
      textRow(`order ${name}`, (width) => {
        const [text, tone] =
          by === null
            ? (["✦", "accent"] as const)
            : by > 0
              ? ([`↑${by}`, "good"] as const)
              : by < 0
                ? ([`↓${-by}`, "bad"] as const)
                : (["", "quiet"] as const);
        return rowLine(
          width,
          [span(`${String(rank).padStart(3)} ${name}`)],
          [{ text, width: 4, rank: 0, tone }],
        );
      }),
    ),
  ];
}

function movedRows(scene: Scene): Row[] {
  const { base, world, looking, words } = scene;
  const moved = [...base.memberships.values()].filter(
    ({ node, [looking.level]: home }) => world.memberships.get(node)?.[looking.level] !== home,
  );
  if (moved.length === 0) return [];
  return [
    textRow(
      "moved",
      (width) =>
        rowLine(
          width,
          [span(words.panes.members, "heading")],
          [{ text: String(moved.length), width: 5, rank: 0, tone: "quiet" }],
        ),
      true,
    ),
    ...moved.map(({ node, [looking.level]: from }): Row => {
      const to = world.memberships.get(node)?.[looking.level];
      const was = base.contexts.get(from)?.name ?? from;
      const text = words.whatIf.moved(
        nodeName(scene, node),
        was,
        to === undefined ? words.kernel : contextName(scene, to),
      );
      return {
        ...textRow(`moved ${node}`, (width) => rowLine(width, [span(`  ${text}`)], [])),
        target: target({ node, about: text }),
      };
    }),
  ];
}

function textRow(key: string, line: (width: number) => Line, heading = false): Row {
  return { key, heading, target: target({}), line };
}

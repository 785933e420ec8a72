import { Graph, layout } from "@dagrejs/dagre";
import type { MapArrow, MapBox } from "./map-model.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedBox extends MapBox {
  /** The middle of the box. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedMap {
  readonly boxes: readonly PlacedBox[];
  /** Bends of the arrow between two contexts, by `from>to`. */
  readonly bends: ReadonlyMap<string, readonly Point[]>;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 24;

/**
 * Places boxes in layers, so that most arrows run one way (Sugiyama, Tagawa, Toda 1981; drawn by dagre).
 * Tries both directions and keeps the one whose shape fits the screen better.
 */
export function placeBoxes(boxes: readonly MapBox[], arrows: readonly MapArrow[], aspect: number): PlacedMap {
  const across = placed(boxes, arrows, "LR");
  const down = placed(boxes, arrows, "TB");
  return fit(across, aspect) >= fit(down, aspect) ? across : down;
}

/** How large the map can be drawn on a screen of this shape. */
function fit(map: PlacedMap, aspect: number): number {
  return Math.min(aspect / map.width, 1 / map.height);
}

function placed(boxes: readonly MapBox[], arrows: readonly MapArrow[], rankdir: "LR" | "TB"): PlacedMap {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir,
    nodesep: 30,
    ranksep: rankdir === "LR" ? 76 : 58,
    edgesep: 16,
    marginx: MARGIN,
    marginy: MARGIN,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  const largest = Math.max(1, ...boxes.map(({ context }) => context.lines));
  for (const { context } of boxes) graph.setNode(context.id, sizeOf(context.lines / largest));
  for (const { border } of arrows)
    graph.setEdge(border.from, border.to, { width: 34, height: 20, labelpos: "c" });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    boxes: boxes.map((box) => ({
      ...box,
      ...(graph.node(box.context.id) as Point & { width: number; height: number }),
    })),
    bends: new Map(
      graph
        .edges()
        .map((edge: { v: string; w: string }) => [
          `${edge.v}>${edge.w}`,
          (graph.edge(edge) as { points: Point[] }).points,
        ]),
    ),
    width,
    height,
  };
}

/** Boxes grow with the lines of code in them, within what a label needs and a screen bears. */
function sizeOf(share: number): { width: number; height: number } {
  const grown = Math.sqrt(share);
  return { width: Math.round(186 + 58 * grown), height: Math.round(96 + 26 * grown) };
}

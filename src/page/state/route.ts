import { LEVELS, type Level } from "../../model/context.ts";
import { COUPLING_KINDS, type CouplingKind } from "../../model/graph.ts";
import type { ContextId, NodeId } from "../../model/ids.ts";

export const VIEW_NAMES = [
  "overview",
  "map",
  "matrix",
  "data",
  "hotspots",
  "order",
  "context",
  "words",
  "readiness",
  "board",
  "guide",
] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/** What the drawer beside the view unfolds. */
export type Unfolded =
  | {
      readonly about: "border";
      readonly from: ContextId;
      readonly to: ContextId;
      readonly kind?: CouplingKind;
    }
  | { readonly about: "node"; readonly node: NodeId };

/** Where a reader is. All of it stands in the address, so every view is a permalink. */
export interface Route {
  readonly view: ViewName;
  readonly level: Level;
  /** The context that the view is about: its dossier, or the inside of it on the map. */
  readonly context: ContextId | null;
  readonly kinds: readonly CouplingKind[];
  /** On the map: the weak arrows too. */
  readonly everyArrow: boolean;
  /** Of a context: its dossier, or its canvas. */
  readonly paper: Paper;
  readonly unfolded: Unfolded | null;
}

export const PAPERS = ["dossier", "canvas"] as const;
export type Paper = (typeof PAPERS)[number];

/** Imports and type references say little that calls do not; what changes together is a hint, not a tie in code. */
export const USUAL_KINDS: readonly CouplingKind[] = COUPLING_KINDS.filter(
  (kind) => !["import", "type-reference", "table-mapping", "co-change"].includes(kind),
);

/** `#map?level=meso&kinds=call,join` */
export function formatRoute(route: Route): string {
  const query = new URLSearchParams();
  if (route.level !== "macro") query.set("level", route.level);
  if (route.context !== null) query.set("context", route.context);
  if (route.kinds.join() !== USUAL_KINDS.join()) query.set("kinds", route.kinds.join());
  if (route.everyArrow) query.set("arrows", "all");
  if (route.paper !== "dossier") query.set("paper", route.paper);
  const { unfolded } = route;
  if (unfolded?.about === "node") query.set("node", unfolded.node);
  if (unfolded?.about === "border") {
    query.set("from", unfolded.from);
    query.set("to", unfolded.to);
    if (unfolded.kind) query.set("kind", unfolded.kind);
  }
  const text = query.toString();
  return `#${route.view}${text && `?${text}`}`;
}

/** The route that an address names; what it does not name, or names wrongly, is as usual. */
export function parseRoute(fragment: string, usualLevel: Level): Route {
  const [name = "", text = ""] = fragment.replace(/^#/, "").split("?", 2);
  const query = new URLSearchParams(text);
  return {
    view: oneOf(VIEW_NAMES, name) ?? "overview",
    level: oneOf(LEVELS, query.get("level")) ?? usualLevel,
    context: query.get("context") as ContextId | null,
    kinds: parseKinds(query.get("kinds")),
    everyArrow: query.get("arrows") === "all",
    paper: oneOf(PAPERS, query.get("paper")) ?? "dossier",
    unfolded: parseUnfolded(query),
  };
}

function parseKinds(text: string | null): readonly CouplingKind[] {
  if (text === null) return USUAL_KINDS;
  const named = text.split(",");
  return COUPLING_KINDS.filter((kind) => named.includes(kind));
}

function parseUnfolded(query: URLSearchParams): Unfolded | null {
  const node = query.get("node");
  if (node !== null) return { about: "node", node: node as NodeId };
  const from = query.get("from");
  const to = query.get("to");
  if (from === null || to === null) return null;
  const kind = oneOf(COUPLING_KINDS, query.get("kind"));
  return { about: "border", from: from as ContextId, to: to as ContextId, ...(kind && { kind }) };
}

function oneOf<Name extends string>(names: readonly Name[], text: string | null): Name | undefined {
  return names.find((name) => name === text);
}

import type { Coupling, CouplingKind } from "../../model/graph.ts";
import type { ContextId, NodeId } from "../../model/ids.ts";
import { couplingsOf, crossings, homeOf } from "../world/world.ts";
import type { Target } from "./list.ts";
import type { Scene } from "./scene.ts";

/** Ties that have no direction. */
const MUTUAL: ReadonlySet<CouplingKind> = new Set(["join", "transaction", "co-change"]);

/** Couplings that are told in one row: of one kind, one way, with one other end. */
export interface Bundle {
  /** The heading that it stands below. */
  readonly group: string;
  readonly key: string;
  readonly arrow: "→" | "←" | "↔";
  readonly kind: CouplingKind;
  /** The node at the other end; null where the row sums up many. */
  readonly node: NodeId | null;
  readonly context: ContextId;
  readonly couplings: readonly Coupling[];
}

/** The couplings of a unit or table with each other one, or of a context with each other one, as they are filtered now. */
export function bundlesOf(scene: Scene, of: Target): Bundle[] {
  const { kinds, direction } = scene.looking;
  const bundles = new Map<string, Bundle & { readonly couplings: Coupling[] }>();
  for (const coupling of allOf(scene, of)) {
    if (kinds.length > 0 && !kinds.includes(coupling.kind)) continue;
    const arrow = arrowOf(scene, of, coupling);
    if ((direction === "in" && arrow === "→") || (direction === "out" && arrow === "←")) continue;
    const bundle = bundleFor(scene, of, coupling, arrow);
    const known = bundles.get(bundle.key);
    if (known === undefined) bundles.set(bundle.key, { ...bundle, couplings: [coupling] });
    else known.couplings.push(coupling);
  }
  return [...bundles.values()];
}

/** How much holds the two ends together. */
export function strengthOf({ couplings }: Pick<Bundle, "couplings">): number {
  return couplings.reduce((sum, { strength }) => sum + strength, 0);
}

/** How many sightings there are. */
export function countOf(couplings: readonly Coupling[]): number {
  return couplings.reduce((sum, { count }) => sum + count, 0);
}

function allOf({ world, looking }: Scene, { node, context }: Target): readonly Coupling[] {
  if (node !== null) return couplingsOf(world, node);
  return context === null ? [] : (crossings(world, looking.level).get(context) ?? []);
}

function arrowOf({ world, looking }: Scene, of: Target, { from, kind }: Coupling): Bundle["arrow"] {
  if (MUTUAL.has(kind)) return "↔";
  const outgoing = of.node !== null ? from === of.node : homeOf(world, from, looking.level) === of.context;
  return outgoing ? "→" : "←";
}

function bundleFor(scene: Scene, of: Target, { from, to, kind }: Coupling, arrow: Bundle["arrow"]): Bundle {
  const { world, looking } = scene;
  const outgoing = of.node !== null ? from === of.node : homeOf(world, from, looking.level) === of.context;
  const other = outgoing ? to : from;
  const context = homeOf(world, other, looking.level);
  const node = of.node === null ? null : other;
  const group = looking.together === "context" ? context : kind;
  return { group, key: `${arrow} ${kind} ${node ?? context}`, arrow, kind, node, context, couplings: [] };
}

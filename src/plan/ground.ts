import type { Grouping } from "../model/context.ts";
import type { DependencyGraph, TableNode, UnitNode } from "../model/graph.ts";
import type { NodeId } from "../model/ids.ts";
import { append } from "./group-by.ts";
import { type KernelUse, kernelUseOf } from "./kernel.ts";
import { type Links, linksOf, positionsOf } from "./links.ts";
import { type Reach, reachOf } from "./reach.ts";
import { servicesOf } from "./services.ts";
import type { PlanSources } from "./sources.ts";

/** What holds for the code whatever contexts it is seen in. */
export interface Ground {
  readonly units: ReadonlyMap<NodeId, UnitNode>;
  readonly tables: ReadonlyMap<NodeId, TableNode>;
  /** The position of every node. */
  readonly positions: ReadonlyMap<NodeId, number>;
  readonly links: Links;
  readonly kernel: ReadonlySet<NodeId>;
  readonly kernelUse: KernelUse;
  /** Units that a request can be made to: they hold data, send messages or are injected. */
  readonly services: ReadonlySet<NodeId>;
  /** Units that a table is mapped to. */
  readonly mapped: ReadonlySet<NodeId>;
  /** What each unit inherits from or implements. */
  readonly bases: ReadonlyMap<NodeId, readonly NodeId[]>;
  readonly reach: Reach;
  readonly sources: PlanSources;
}

export function groundOf(graph: DependencyGraph, grouping: Grouping, sources: PlanSources): Ground {
  const units = new Map<NodeId, UnitNode>();
  const tables = new Map<NodeId, TableNode>();
  for (const node of graph.nodes) {
    if (node.kind === "unit") units.set(node.id, node);
    else tables.set(node.id, node);
  }
  const positions = positionsOf(graph, grouping);
  const links = linksOf(graph.couplings, positions);
  const kernel = new Set(grouping.sharedKernel.map(({ node }) => node));
  const reach = reachOf(links, sources.messages, units);
  const mapped = new Set(links.of["table-mapping"].map(({ coupling }) => coupling.from));
  return {
    units,
    tables,
    positions,
    links,
    kernel,
    kernelUse: kernelUseOf(links, new Set([...kernel].map((id) => positions.get(id)!))),
    services: servicesOf(units, links, { kernel, mapped, reach }),
    mapped,
    bases: basesOf(links),
    reach,
    sources,
  };
}

function basesOf({ of }: Links): Map<NodeId, NodeId[]> {
  const bases = new Map<NodeId, NodeId[]>();
  for (const { coupling } of of.inheritance) append(bases, coupling.from, coupling.to);
  return bases;
}

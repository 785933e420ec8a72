import type { Grouping } from "../model/context.ts";
import type { TransactionStep } from "../model/fact.ts";
import type { Coupling, DependencyGraph, SourceEvidence, TableNode, UnitNode } from "../model/graph.ts";
import type { NodeId } from "../model/ids.ts";
import { distinctKeys } from "./distinct-keys.ts";
import { append } from "./group-by.ts";
import { type KernelUse, kernelUseOf } from "./kernel.ts";
import { type Links, linkUp } from "./links.ts";
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
  /** The distinct keys of each coupling by foreign keys. */
  readonly foreignKeys: ReadonlyMap<Coupling, readonly SourceEvidence[]>;
  /** The positions of the tables that each transaction writes. */
  readonly written: readonly (readonly number[])[];
  /** Positions of what nobody needs at hand: services, which are asked, and modules of a framework, which only wire. */
  readonly farAway: ReadonlySet<number>;
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
  const members = [...grouping.memberships, ...grouping.sharedKernel].map(({ node }) => node);
  const nodes = graph.nodes.map(({ id }) => id);
  const { positions, links } = linkUp(graph.couplings, [...nodes, ...members]);
  const kernel = new Set(grouping.sharedKernel.map(({ node }) => node));
  const reach = reachOf(links, sources.messages, units);
  const mapped = new Set(links.of["table-mapping"].map(({ coupling }) => coupling.from));
  const services = servicesOf(units, links, { kernel, mapped, reach });
  const modules = [...units.values()].filter(({ role }) => role === "module").map(({ id }) => id);
  return {
    units,
    tables,
    positions,
    links,
    kernel,
    kernelUse: kernelUseOf(links, new Set([...kernel].map((id) => positions.get(id)!))),
    services,
    farAway: new Set([...services, ...modules].map((id) => positions.get(id)!)),
    mapped,
    bases: basesOf(links),
    foreignKeys: new Map(links.of["foreign-key"].map(({ coupling }) => [coupling, distinctKeys(coupling)])),
    written: sources.transactions.map(({ steps }) => writtenBy(steps, positions)),
    reach,
    sources,
  };
}

function basesOf({ of }: Links): Map<NodeId, NodeId[]> {
  const bases = new Map<NodeId, NodeId[]>();
  for (const { coupling } of of.inheritance) append(bases, coupling.from, coupling.to);
  return bases;
}

function writtenBy(steps: readonly TransactionStep[], positions: ReadonlyMap<NodeId, number>): number[] {
  return steps.flatMap(({ table, access }) => (access === "write" ? (positions.get(table) ?? []) : []));
}

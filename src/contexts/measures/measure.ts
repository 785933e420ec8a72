import type { Measures } from "../../model/context.ts";
import type { DependencyGraph } from "../../model/graph.ts";
import { degeneracy } from "./degeneracy.ts";
import { interPartitionCalls } from "./inter-partition-calls.ts";
import { interfaceNumber } from "./interface-number.ts";
import { type Link, linkedUnits } from "./links.ts";
import { modularity } from "./modularity.ts";
import { structuralModularity } from "./structural-modularity.ts";
import { transactionalPurity } from "./transactional-purity.ts";
import { turboMq } from "./turbo-mq.ts";

/**
 * All measures of one level. `contextOf` gives the context of every node of the graph, or -1 for what is in none;
 * `links` are the same on every level, and need be collected only once.
 */
export function measure(
  graph: DependencyGraph,
  contextOf: Int32Array,
  contexts: number,
  links?: readonly Link[],
): Measures {
  const linked = linkedUnits(graph, contextOf, contexts, links);
  return {
    contexts,
    ...degeneracy(linked.sizes.filter((size) => size > 0)),
    modularity: modularity(linked),
    structuralModularity: structuralModularity(linked),
    interPartitionCalls: interPartitionCalls(linked),
    interfaceNumber: interfaceNumber(linked),
    turboMq: turboMq(linked),
    transactionalPurity: transactionalPurity(graph, contextOf),
  };
}

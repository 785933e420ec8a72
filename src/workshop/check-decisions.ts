import { targetsIn } from "../contexts/decisions/targets.ts";
import { contextIdOf, levelOfId } from "../contexts/describe-contexts.ts";
import type { Grouping } from "../model/context.ts";
import type { Decision, Decisions } from "../model/decision.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { DependencyGraph, Node } from "../model/graph.ts";
import { firstFew } from "./first-few.ts";
import { nearest } from "./nearest.ts";

/** What is wrong with decisions: nothing of it ends a run. */
export interface DecisionCheck {
  /** Targets and contexts that are not (or no longer) there, each with the nearest name. */
  readonly diagnostics: readonly Diagnostic[];
  /** Decisions that cannot both hold, each with the lines of both. */
  readonly conflicts: readonly string[];
}

/**
 * Holds decisions against the code as it is today. `grouping` is what came out without them: contexts are known by its
 * names and by the names that decisions give.
 */
export function checkDecisions(
  decisions: Decisions,
  graph: DependencyGraph,
  grouping: Grouping,
): DecisionCheck {
  return {
    diagnostics: [...unknownTargets(decisions, graph), ...unknownContexts(decisions, grouping)],
    conflicts: firstFew(conflictsIn(decisions, graph)),
  };
}

/** To look for a near name takes time: not every line of a long file is worth it. */
const HINTS = 100;

function unknownTargets(decisions: Decisions, graph: DependencyGraph): Diagnostic[] {
  const find = targetsIn(graph);
  const nodes = graph.nodes;
  const files = new Set<string>(nodes.map(({ file }) => file));
  const missing = decisions.flatMap((decision) =>
    targetsOf(decision).flatMap((target) => (find(target).length === 0 ? [{ decision, target }] : [])),
  );
  return missing.map(({ decision, target }, at) => {
    const near = at < HINTS ? (nearestNode(target, nodes) ?? nearest(target, files)) : null;
    return unknown(decision, `"${target}"`, near);
  });
}

/** People misspell names or move files, seldom both: the nearest name first, and of its bearers the nearest id. */
function nearestNode(target: string, nodes: readonly Node[]): string | null {
  if (/[/.]\w*$/.test(target) && !target.includes("#")) return null;
  const name = target.slice(target.lastIndexOf("#") + 1).replace(/^table:/, "");
  const near = nearest(
    name,
    nodes.map((node) => node.name),
  );
  const bearers = nodes.filter((node) => node.name === near).map(({ id }) => id);
  if (bearers.length === 1 && target === name) return near;
  return nearest(target, bearers) ?? bearers[0] ?? null;
}

function unknownContexts(decisions: Decisions, grouping: Grouping): Diagnostic[] {
  const given = decisions.flatMap((decision) => namesGivenBy(decision));
  const names = new Set([...grouping.contexts.flatMap(({ id, name }) => [id, name]), ...given]);
  const ids = new Set([...names].map((name) => slugOf(name)));
  return decisions.flatMap((decision) =>
    contextsOf(decision)
      .filter((context) => !ids.has(slugOf(context)))
      .map((context) => unknown(decision, `context "${context}"`, nearest(context, names))),
  );
}

/** Names are compared as ids are: without case, spaces and signs; an id also without its level. */
function slugOf(reference: string): string {
  const level = levelOfId(reference);
  return contextIdOf("macro", level === null ? reference : reference.slice(level.length + 1));
}

function unknown({ kind, line }: Decision, what: string, near: string | null): Diagnostic {
  const hint = near === null ? "" : `; the nearest is "${near}"`;
  const place = line > 0 ? `Line ${line}: ` : "";
  return {
    severity: "warning",
    code: "unknown-decision-target",
    message: `${place}${kind} names ${what}, which is not in this code${hint}.`,
  };
}

function targetsOf(decision: Decision): readonly string[] {
  switch (decision.kind) {
    case "split":
      return decision.into.flatMap(({ targets }) => targets);
    case "pin":
    case "must-link":
    case "cannot-link":
    case "ignore":
    case "shared":
      return decision.targets;
    case "rename":
    case "merge":
    case "note":
      return [];
  }
}

/** Contexts that must exist. A pin may open a new one. */
function contextsOf(decision: Decision): readonly string[] {
  if (decision.kind === "rename" || decision.kind === "split") return [decision.context];
  return decision.kind === "merge" ? decision.contexts : [];
}

function namesGivenBy(decision: Decision): readonly string[] {
  if (decision.kind === "rename") return [decision.name];
  if (decision.kind === "pin") return [decision.context];
  if (decision.kind === "split") return decision.into.map(({ name }) => name);
  return decision.kind === "merge" && decision.name !== null ? [decision.name] : [];
}

/** What a decision demands of one node. */
interface Demand {
  readonly decision: Decision;
  readonly node: number;
  /** Two demands of one node conflict where these differ. */
  readonly place: string;
}

function* conflictsIn(decisions: Decisions, graph: DependencyGraph): Generator<string> {
  const find = targetsIn(graph);
  const firstOf = new Map<number, Demand>();
  for (const demand of decisions.flatMap((decision) => demandsOf(decision, find))) {
    const first = firstOf.get(demand.node);
    if (!first) firstOf.set(demand.node, demand);
    else if (first.place !== demand.place) yield clash(first, demand, graph.nodes[demand.node]!.id);
  }
  yield* linkConflicts(decisions, find, graph, firstOf);
  yield* renameConflicts(decisions);
}

function clash(first: Demand, second: Demand, node: string): string {
  return `line ${first.decision.line} (${first.place}) and line ${second.decision.line} (${second.place}) both decide on ${node}`;
}

function demandsOf(decision: Decision, find: (target: string) => readonly number[]): Demand[] {
  const demand = (targets: readonly string[], place: string): Demand[] =>
    targets.flatMap((target) => find(target).map((node) => ({ decision, node, place })));
  if (decision.kind === "pin") return demand(decision.targets, `pin to ${decision.context}`);
  if (decision.kind === "ignore" || decision.kind === "shared")
    return demand(decision.targets, decision.kind);
  if (decision.kind !== "split") return [];
  return decision.into.flatMap(({ name, targets }) => demand(targets, `split into ${name}`));
}

/** Linked nodes must not be kept apart, nor pinned to different contexts. */
function* linkConflicts(
  decisions: Decisions,
  find: (target: string) => readonly number[],
  graph: DependencyGraph,
  demanded: ReadonlyMap<number, Demand>,
): Generator<string> {
  const apart = decisions.flatMap((decision) => {
    if (decision.kind !== "cannot-link") return [];
    const targets = decision.targets.map((name) => ({ name, nodes: find(name) }));
    const known = targets.filter(({ nodes }) => nodes.length > 0);
    return known.length < 2 ? [] : [{ line: decision.line, targets: known }];
  });
  for (const link of decisions.filter((decision) => decision.kind === "must-link")) {
    const linked = new Set(link.targets.flatMap((target) => find(target)));
    for (const { line, targets } of apart) {
      const both = targets.filter(({ nodes }) => nodes.some((node) => linked.has(node)));
      if (both.length < 2) continue;
      const names = both.map(({ name }) => name).join(" and ");
      yield `line ${link.line} (must-link) and line ${line} (cannot-link) both decide on ${names}`;
    }
    const pinned = [...linked].flatMap((node) => demanded.get(node) ?? []);
    const other = pinned.find(({ place }) => place !== pinned[0]!.place);
    if (other) yield clash(pinned[0]!, other, `${graph.nodes[other.node]!.id}, linked by line ${link.line}`);
  }
}

function renameConflicts(decisions: Decisions): string[] {
  const first = new Map<string, Decision & { kind: "rename" }>();
  return decisions.flatMap((decision) => {
    if (decision.kind !== "rename") return [];
    const earlier = first.get(decision.context);
    first.set(decision.context, earlier ?? decision);
    if (!earlier || earlier.name === decision.name) return [];
    return [`line ${earlier.line} and line ${decision.line} both rename ${decision.context}`];
  });
}

import type { ContextId, NodeId } from "./ids.ts";

/** Large pieces first, then smaller: each micro context lies inside one meso, each meso inside one macro context. */
export const LEVELS = ["macro", "meso", "micro"] as const;
export type Level = (typeof LEVELS)[number];

/** A candidate bounded context: software proposes, people decide. */
export interface Context {
  readonly id: ContextId;
  readonly level: Level;
  readonly name: string;
  /** The context of the next larger level that it lies in; null at the macro level. */
  readonly parent: ContextId | null;
  /** Units and tables, sorted by id. */
  readonly members: readonly NodeId[];
  /** Its most telling words, most telling first. */
  readonly words: readonly string[];
  /** Share of its members' coupling weight that stays inside, 0 to 1; null where they have none. */
  readonly cohesion: number | null;
  /** Ca: distinct units of other contexts that depend on it. */
  readonly afferent: number;
  /** Ce: distinct units of other contexts that it depends on. */
  readonly efferent: number;
  /** I = Ce / (Ca + Ce) (Martin 1994); null when it touches no other context. */
  readonly instability: number | null;
  readonly lines: number;
  readonly revisions: number;
  readonly churn: number | null;
  readonly endpoints: number;
  /** Mean confidence of its units, 0 to 1. */
  readonly confidence: number;
  /** Better than chance? `none`: its members hang together no more than random ones would. */
  readonly structure: "strong" | "weak" | "none";
}

/** A context that pulls at a unit, and the share of perturbed runs in which the unit went there. */
export interface Pull {
  readonly context: ContextId;
  readonly share: number;
}

/** Where one node belongs on every level. */
export interface Membership {
  readonly node: NodeId;
  readonly macro: ContextId;
  readonly meso: ContextId;
  readonly micro: ContextId;
  /** Share of perturbed runs in which it stays with its own macro context, 0 to 1. */
  readonly confidence: number;
  /** The two or three contexts that pull, strongest first; empty unless its place is contested. */
  readonly pulls: readonly Pull[];
  /** Set by a decision of people, not by the algorithm. */
  readonly decided: boolean;
}

/** A node that many contexts lean on and none can own. */
export interface SharedNode {
  readonly node: NodeId;
  /** Macro contexts that use it. */
  readonly usedBy: readonly ContextId[];
}

/** What one macro context means by a word: the members or columns of it that it uses, sorted. */
export interface Meaning {
  readonly context: ContextId;
  readonly uses: readonly string[];
}

/** A unit or table that several contexts use for different members or columns: a word with several meanings. */
export interface AmbiguousWord {
  readonly node: NodeId;
  /** 0: all use the same members; 1: no two use the same. */
  readonly separation: number;
  readonly meanings: readonly Meaning[];
}

/** What the grouping chose by itself, so that a run can be understood and repeated. */
export interface Choice {
  /** Micro contexts that were aimed at; null where the shortest description chose. */
  readonly aimedAt: number | null;
  /** Resolution of the partition that the search began with. */
  readonly resolution: number;
  /** Bits per step of the map equation; lower describes the couplings in fewer words. */
  readonly codeLength: number;
  /** Perturbed runs behind every confidence. */
  readonly runs: number;
  /** Units and tables that nothing ties to anything: they were placed by their folder, or stand apart. */
  readonly untied: number;
}

/** The measures of one level of the grouping; each is explained in `contexts/measures/`. */
export interface Measures {
  readonly contexts: number;
  readonly largestShare: number;
  readonly singletons: number;
  readonly nonExtremeDistribution: number;
  readonly modularity: number;
  readonly structuralModularity: number;
  readonly interPartitionCalls: number;
  readonly interfaceNumber: number;
  readonly turboMq: number;
  readonly transactionalPurity: number | null;
}

/** How the structure that was found compares with chance. */
export interface Verdict {
  readonly structure: "strong" | "weak" | "none";
  readonly modularity: number;
  /** Mean modularity of the same algorithm on rewired graphs of the same degrees. */
  readonly chance: number;
  /** (modularity − chance) / standard deviation of chance. */
  readonly zScore: number;
}

/** The whole of what `contexts/` says. */
export interface Grouping {
  readonly contexts: readonly Context[];
  readonly memberships: readonly Membership[];
  readonly sharedKernel: readonly SharedNode[];
  readonly measures: Readonly<Record<Level, Measures>>;
  readonly verdict: Verdict;
  /** Nodes whose place is contested; those come first where a decision would change most. */
  readonly contested: readonly NodeId[];
  /** Words with several meanings, the most separate first. */
  readonly ambiguous: readonly AmbiguousWord[];
  readonly choice: Choice;
}

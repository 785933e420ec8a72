import type { Border, Dossier } from "./dossier.ts";
import type { ContextId } from "./ids.ts";
import type { Readiness } from "./readiness.ts";

/** Why a context is worth extracting: each observed in its own unit, counted as its share of the whole repository. */
export const IMPACT_CRITERIA = [
  "churn",
  "revisions",
  "authors",
  "endpoints",
  "size",
  "hotspots",
  "roadmap",
] as const;
export type ImpactCriterion = (typeof IMPACT_CRITERIA)[number];

/** What must be cut to extract a context: each thing over its border has a fixed price in points. */
export const COUPLING_CRITERIA = [
  "calls-in",
  "calls-out",
  "shared-tables",
  "foreign-keys",
  "joins",
  "transactions",
  "inheritance",
  "shared-code",
  "co-change",
] as const;
export type CouplingCriterion = (typeof COUPLING_CRITERIA)[number];

/** Everything that a score may be made of. A criterion without words in `reporters/copy.ts` does not compile. */
export const CRITERIA = [...IMPACT_CRITERIA, ...COUPLING_CRITERIA] as const;
export type CriterionName = (typeof CRITERIA)[number];

/** In which order candidates are taken from one and the same simulation of what remains. */
export const STRATEGIES = ["impact-first", "leaf-first", "quick-wins"] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** What a team may change about the judgement. Opinion, so all of it is a setting. */
export interface PlanSettings {
  /** The strategy whose order the steps follow. */
  readonly strategy: Strategy;
  /** Multiplies the weight of a criterion; 1 where it says nothing, 0 switches it off. */
  readonly criteria: Readonly<Partial<Record<CriterionName, number>>>;
  /** How much will change next year: a weight per context (id or name) or per path (`src/orders/`). */
  readonly roadmap: Readonly<Record<string, number>>;
  /** Days after which a change counts half. */
  readonly halfLifeDays: number;
}

export const DEFAULT_PLAN_SETTINGS: PlanSettings = {
  strategy: "impact-first",
  criteria: {},
  roadmap: {},
  halfLifeDays: 180,
};

/** One stated reason for a place in the order. */
export interface Reason {
  readonly criterion: CriterionName;
  /** What was measured, in the criterion's own unit. */
  readonly observed: number;
  /** Lines of code, statements or commits behind it; null where the criterion counts none. */
  readonly places: number | null;
  /** Whole points; the contributions sum exactly to the score. Impact adds, coupling takes away. */
  readonly contribution: number;
}

/** The monolith that is left after a step. */
export interface Residual {
  readonly contexts: number;
  readonly units: number;
  readonly tables: number;
  readonly lines: number;
  /** Couplings between two of the contexts that are left, all kinds together. */
  readonly crossings: number;
  /** Tables of the contexts that are left which another one of them touches. */
  readonly sharedTables: number;
  /** Mean instability of the contexts that are left; null when none of them touches another. */
  readonly instability: number | null;
}

/** How far the plan has come after a step: shares of the whole from 0 to 1, against what was paid. */
export interface Progress {
  readonly units: number;
  readonly churn: number;
  readonly endpoints: number;
  /** Points of all cuts so far. */
  readonly cutCost: number;
}

/** One step of the extraction plan: a candidate, its place in the order, and why. */
export interface Step {
  readonly context: ContextId;
  /** 1 is the context to extract first. */
  readonly rank: number;
  /** Impact minus coupling with what is still inside when its turn comes, in points: the whole repository has 10,000. */
  readonly score: number;
  /** The positive part of the score. */
  readonly impact: number;
  /** The negative part of the score, as a positive number: the price of the cut at its turn. */
  readonly coupling: number;
  readonly reasons: readonly Reason[];
  readonly residual: Residual;
  readonly progress: Progress;
}

/** The order that one strategy gives; every strategy runs through the same simulation. */
export interface StrategyOrder {
  readonly strategy: Strategy;
  /** In order, each with the strategy's own value and the price of the cut at its turn. */
  readonly turns: readonly {
    readonly context: ContextId;
    readonly value: number;
    readonly coupling: number;
  }[];
  /** Share of pairs of contexts that come in the same order as in the steps, 0 to 1; null with one context. */
  readonly agreement: number | null;
}

export const ADVICE = ["extract", "pilot", "keep", "modularise-first"] as const;
export type Advice = (typeof ADVICE)[number];

/** Why a context is to be extracted or kept. `observed` is what was found, `limit` where the line is drawn. */
export const ADVICE_REASONS = [
  "high-impact", // its share of all impact, against an even share
  "low-impact",
  "coherent", // share of its coupling weight that stays inside
  "mixed",
  "loose", // price of its cut per point of impact
  "tangled",
  "foundation", // share of the other contexts that use it, while it owns little
  "shared-writes", // share of its tables that others write as well
  "spanning-transactions", // transactions that write on both sides
  "no-structure", // its members hang together no more than chance would have it
  "small", // share of all lines
  "few-tables",
  "not-critical", // its place by impact, counted from the most critical
] as const;
export type AdviceReason = (typeof ADVICE_REASONS)[number];

export interface StatedReason<Code extends string> {
  readonly code: Code;
  readonly observed: number;
  readonly limit: number | null;
}

/** Hints on size (domain words: a head, two pizzas, two weeks); `limit` is the rule of thumb. */
export const SIZE_HINTS = [
  "more-than-one-head",
  "more-than-two-pizzas",
  "more-than-two-weeks",
  "too-small",
] as const;
export type SizeHint = (typeof SIZE_HINTS)[number];

/** What drives the effort of an extraction. */
export const EFFORT_DRIVERS = [
  "units-moved",
  "untested-units",
  "inbound-methods",
  "outbound-methods",
  "events",
  "shared-code",
  "shared-tables",
  "foreign-keys",
  "joins",
  "transactions",
  "inheritance",
  "routes",
] as const;
export type EffortDriver = (typeof EFFORT_DRIVERS)[number];

/** Effort in points, as a range: never a date. The drivers sum to it. */
export interface Effort {
  readonly low: number;
  readonly high: number;
  readonly drivers: readonly {
    readonly driver: EffortDriver;
    readonly count: number;
    readonly low: number;
    readonly high: number;
  }[];
}

/** What is said about one context, judged on the whole monolith. */
export interface Judgement {
  readonly context: ContextId;
  readonly advice: Advice;
  readonly reasons: readonly StatedReason<AdviceReason>[];
  /** Its place by score when nothing is extracted yet; 1 is the best. */
  readonly standing: number;
  readonly score: number;
  readonly impact: number;
  readonly coupling: number;
  /** What the score is made of, when nothing is extracted yet. */
  readonly contributions: readonly Reason[];
  readonly effort: Effort;
  readonly hints: readonly StatedReason<SizeHint>[];
  /** Micro steps inside it, when splitting it further pays; empty otherwise. */
  readonly split: readonly MicroStep[];
}

/** A smaller piece inside a large one, in the order in which to cut it off. */
export interface MicroStep {
  readonly context: ContextId;
  readonly rank: number;
  readonly score: number;
  readonly coupling: number;
  readonly lines: number;
}

export const REPOSITORY_ADVICE = ["split", "modular-monolith-first", "leave"] as const;
export type RepositoryAdvice = (typeof REPOSITORY_ADVICE)[number];

/** Why the whole repository is to be split or left as it is. */
export const REPOSITORY_REASONS = [
  "structure-beyond-chance", // z-score of the modularity
  "structure-like-chance",
  "few-lines",
  "many-lines",
  "few-contexts",
  "extractable-share", // share of all impact in contexts that can be extracted
  "tangled-share", // share of all impact in contexts that must be taken apart first
  "written-by-several", // share of tables
  "few-authors",
  "many-authors",
] as const;
export type RepositoryReason = (typeof REPOSITORY_REASONS)[number];

/** An honest verdict on the whole repository. */
export interface RepositoryJudgement {
  readonly advice: RepositoryAdvice;
  readonly reasons: readonly StatedReason<RepositoryReason>[];
}

/** What one thing over the border costs, in points; made of the size of the repository, never of its couplings. */
export interface Price {
  readonly criterion: CouplingCriterion;
  readonly each: number;
  /** For every further place that it is done from. */
  readonly perPlace: number;
}

/** The whole of what `plan/` says. */
export interface Plan {
  readonly settings: PlanSettings;
  readonly prices: readonly Price[];
  readonly repository: RepositoryJudgement;
  /** Every macro context, in the order of the chosen strategy. */
  readonly steps: readonly Step[];
  readonly strategies: readonly StrategyOrder[];
  /** One for every macro context, sorted by context. */
  readonly judgements: readonly Judgement[];
  /** What to do on Monday: the pilot first, then what is worth extracting, priced while all others stay inside. */
  readonly agenda: readonly Step[];
  /** Everything that lies between two macro contexts, each thing once. */
  readonly border: Border;
  /** One for every macro context, sorted by context. */
  readonly dossiers: readonly Dossier[];
  readonly readiness: Readiness;
}

import type { Level } from "../../model/context.ts";
import type { DiagnosticCode } from "../../model/diagnostic.ts";
import type { Reading, Resolution, Role, UnitForm } from "../../model/fact.ts";
import type { CouplingKind } from "../../model/graph.ts";
import type {
  Advice,
  AdviceReason,
  CriterionName,
  RepositoryAdvice,
  RepositoryReason,
  SizeHint,
  Strategy,
} from "../../model/plan.ts";
import type { DossierCopy, SharedDossierCopy } from "./dossier-copy.ts";

/** The words for one kind of coupling. */
export interface CouplingCopy {
  /** A short heading: `Method calls`. */
  readonly title: string;
  /** n sightings, said in words: `3 calls`. */
  readonly count: (n: number) => string;
  /** Why it matters once the two sides are separate services. */
  readonly why: string;
}

/** The words for one criterion of the ranking. */
export interface CriterionCopy {
  readonly title: string;
  /** What was observed, as a reason a person can argue with. */
  readonly reason: (observed: number) => string;
  readonly why: string;
}

/** The words for one kind of trouble. */
export interface DiagnosticCopy {
  /** n occurrences, said in words: `3 files have syntax errors`. */
  readonly count: (n: number) => string;
  /** What it means for the result, or what to do about it. */
  readonly advice: string;
}

/** The words for a verdict. */
export interface VerdictCopy {
  readonly title: string;
  /** What it means, in one sentence. */
  readonly meaning: string;
}

/** Says why: what was observed, and where the line is drawn. */
export type ReasonCopy = (observed: number, limit: number | null) => string;

/** The words for verdicts and their reasons. */
export interface PlanCopy {
  readonly advice: Readonly<Record<Advice, VerdictCopy>>;
  readonly adviceReasons: Readonly<Record<AdviceReason, ReasonCopy>>;
  readonly repositoryAdvice: Readonly<Record<RepositoryAdvice, VerdictCopy>>;
  readonly repositoryReasons: Readonly<Record<RepositoryReason, ReasonCopy>>;
  readonly sizeHints: Readonly<Record<SizeHint, ReasonCopy>>;
  readonly strategies: Readonly<Record<Strategy, string>>;
}

export type Structure = "strong" | "weak" | "none";

/** What commands and screens say alike, in one language. A kind without words does not compile. */
export interface SharedCopy {
  readonly couplings: Readonly<Record<CouplingKind, CouplingCopy>>;
  readonly criteria: Readonly<Record<CriterionName, CriterionCopy>>;
  readonly plan: PlanCopy;
  readonly dossier: SharedDossierCopy;
  readonly diagnostics: Readonly<Record<DiagnosticCode, DiagnosticCopy>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly forms: Readonly<Record<UnitForm, string>>;
  readonly levels: Readonly<Record<Level, string>>;
  readonly resolutions: Readonly<Record<Resolution, string>>;
  readonly readings: Readonly<Record<Reading, string>>;
  /** Why files were left out, by class; one without words is shown by its name. */
  readonly skipped: Readonly<Partial<Record<string, string>>>;
  readonly structures: Readonly<Record<Structure, { readonly title: string; readonly verdict: string }>>;
}

/** What only commands say: the page does not carry it. */
export interface CommandCopy {
  /** What is being done while somebody waits; a phase without words is shown by its name. */
  readonly phases: Readonly<Partial<Record<string, string>>>;
  readonly summary: SummaryCopy;
  readonly explanation: ExplanationCopy;
}

/** Everything the tool says to people, in one language. */
export interface Copy extends SharedCopy, CommandCopy {
  readonly dossier: DossierCopy;
}

/** The words of the terminal summary. */
export interface SummaryCopy {
  readonly files: (read: string, seen: string) => string;
  readonly units: (n: number) => string;
  readonly tables: (n: number) => string;
  readonly endpoints: (n: number) => string;
  readonly couplings: (n: number) => string;
  readonly commits: (n: number) => string;
  readonly callsResolved: (share: string) => string;
  readonly uncommitted: (n: number) => string;
  readonly contexts: (level: string) => string;
  readonly columns: {
    readonly context: string;
    readonly units: string;
    readonly tables: string;
    readonly lines: string;
    readonly endpoints: string;
    readonly revisions: string;
    readonly cohesion: string;
    readonly afferent: string;
    readonly efferent: string;
    readonly confidence: string;
  };
  readonly moreContexts: (n: number) => string;
  readonly sharedKernel: (n: number) => string;
  readonly extractFirst: string;
  /** Where the verdict is to leave the repository as it is. */
  readonly extractIfAny: string;
  readonly noSteps: string;
  readonly gains: string;
  readonly costs: string;
  readonly points: (impact: string, coupling: string) => string;
  readonly verdict: string;
  readonly modularity: (found: string, chance: string) => string;
  readonly coverage: string;
  readonly leftOut: string;
  readonly packageChosen: (name: string, reason: string) => string;
  readonly morePackages: (n: number) => string;
  readonly moreTroubles: (n: number) => string;
  readonly everythingRead: string;
  readonly written: string;
  readonly next: string;
  readonly hints: {
    readonly page: string;
    readonly analysis: string;
    readonly explain: string;
    readonly list: string;
  };
}

/** The words of `explain`. */
export interface ExplanationCopy {
  readonly notCoupled: (left: string, right: string) => string;
  readonly sameContext: (level: string, context: string) => string;
  readonly otherContexts: (level: string, left: string, right: string) => string;
  readonly sharedNeighbours: string;
  readonly belongsTo: string;
  readonly confidence: (share: string) => string;
  readonly decided: string;
  readonly contested: string;
  readonly pull: (context: string, share: string) => string;
  readonly shared: (contexts: string) => string;
  readonly pulledBy: string;
  readonly inside: string;
  readonly outside: string;
  readonly strength: (value: string) => string;
  readonly moreEvidence: (n: number) => string;
  readonly moreNeighbours: (n: number) => string;
  readonly members: (n: number) => string;
  readonly history: (revisions: number, churn: string | null) => string;
  readonly unknown: (name: string) => string;
  readonly ambiguous: (name: string, n: number) => string;
  readonly didYouMean: string;
}

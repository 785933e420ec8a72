import type { AnswerUse, Column, Method, Reading, Resolution, Role, UnitForm } from "./fact.ts";
import type { CommitHash, FilePath, NodeId } from "./ids.ts";

/** The kinds of tie between two nodes. Adding one makes its weight and its words fail to compile until they exist. */
export const COUPLING_KINDS = [
  "call",
  "construction",
  "injection",
  "inheritance",
  "type-reference",
  "import",
  "table-mapping",
  "table-access",
  "join",
  "foreign-key",
  "transaction",
  "co-change",
] as const;
export type CouplingKind = (typeof COUPLING_KINDS)[number];

/** One sighting of a coupling: a line of source, with what stands there. */
export interface SourceEvidence {
  readonly file: FilePath;
  readonly line: number;
  /** The called method, for calls; the method that the statement stands in, for data. */
  readonly method?: string;
  /** The method or function that the call stands in. */
  readonly fromMethod?: string;
  readonly how?: Resolution;
  readonly answer?: AnswerUse;
  readonly inLoop?: boolean;
  readonly access?: "read" | "write";
  readonly columns?: readonly string[];
  readonly reading?: Reading;
  readonly source?: string;
  readonly statement?: string;
  /** `extends`, `implements`, `constraint`, `relation`, the form of a transaction … */
  readonly form?: string;
  /** Units that the evidence passes through, for transactions. */
  readonly path?: readonly NodeId[];
}

/** One sighting of co-change: a commit. */
export interface HistoryEvidence {
  readonly commit: CommitHash;
}

export type Evidence = SourceEvidence | HistoryEvidence;

/** One kind of tie from one node to another. */
export interface Coupling {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly kind: CouplingKind;
  /** 0 (absent) to 1 (as tied as this kind gets): n sightings count n / (n + 1); co-change counts its degree. */
  readonly strength: number;
  /** How many sightings there are; `evidence` may list fewer. */
  readonly count: number;
  readonly evidence: readonly Evidence[];
}

export interface UnitNode {
  readonly kind: "unit";
  readonly id: NodeId;
  readonly name: string;
  readonly file: FilePath;
  readonly line: number;
  readonly lines: number;
  readonly form: UnitForm;
  readonly role: Role | null;
  readonly complexity: number;
  readonly methods: readonly Method[];
  readonly fields: readonly string[];
  readonly exported: boolean;
  readonly debtMarkers: number;
  /** Which of its methods calls which other of its own, sorted, each pair once. */
  readonly selfCalls: readonly (readonly [fromMethod: string, method: string])[];
  readonly comment: string;
  /** Commits that touched its file. */
  readonly revisions: number;
  /** Lines added + deleted in its file in the recent window; null where history does not tell. */
  readonly churn: number | null;
  /** Author numbers of its file with their revisions. */
  readonly authors: readonly (readonly [author: number, revisions: number])[];
  /** First and last day that its file changed; empty without history. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** The package of the monorepo that it belongs to; empty in a single package. */
  readonly package: string;
}

export interface TableNode {
  readonly kind: "table";
  readonly id: NodeId;
  readonly name: string;
  readonly schema: string | null;
  readonly form: "table" | "view" | "collection";
  readonly columns: readonly Column[];
  readonly source: string;
  readonly file: FilePath;
  readonly line: number;
  /** False where code uses a table that nothing declares. */
  readonly declared: boolean;
}

export type Node = UnitNode | TableNode;

/** A commit that some evidence points to. */
export interface CommitNote {
  readonly commit: CommitHash;
  readonly day: string;
  readonly author: number;
  readonly subject: string;
}

/** Nodes sorted by id, couplings by from, to and kind: the same facts always give the same graph. */
export interface DependencyGraph {
  readonly nodes: readonly Node[];
  readonly couplings: readonly Coupling[];
  /** The commits that evidence names, sorted by day and hash. */
  readonly commits: readonly CommitNote[];
}

/** How much each kind of coupling matters. Opinion, so it is a setting. */
export type Weights = Readonly<Record<CouplingKind, number>>;

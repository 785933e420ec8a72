import type { CommitHash, FilePath, NodeId } from "./ids.ts";

/** A line of the repository where somebody can go and look. Lines count from 1. */
export interface Place {
  readonly file: FilePath;
  readonly line: number;
}

/** What part a unit plays, where the code itself tells (a decorator, a base class, a registration, a suffix). */
export const ROLES = [
  "controller",
  "resolver",
  "service",
  "repository",
  "entity",
  "dto",
  "guard",
  "job",
  "message-handler",
  "middleware",
  "module",
  "migration",
  "configuration",
  "test",
] as const;
export type Role = (typeof ROLES)[number];

/** How a unit is written down. A `module` is the functions and variables of one file together. */
export type UnitForm = "class" | "interface" | "object" | "module";

/** A method of a unit that others can call, as it is declared. */
export interface Method {
  readonly name: string;
  readonly line: number;
  /** Parameters and return type as the source has them, at most 200 characters: `(id: string): Promise<Order>`. */
  readonly signature: string;
}

/** The smallest thing that can be moved to another service. */
export interface UnitDeclared {
  readonly kind: "unit";
  readonly id: NodeId;
  readonly name: string;
  readonly form: UnitForm;
  readonly role: Role | null;
  readonly place: Place;
  /** Lines of source that it spans. */
  readonly lines: number;
  /** Cyclomatic complexity: 1 + branches, summed over its functions (McCabe 1976). */
  readonly complexity: number;
  readonly methods: readonly Method[];
  /** Names of fields and columns: with the methods, the vocabulary of the unit. */
  readonly fields: readonly string[];
  /** Is it visible outside its file? */
  readonly exported: boolean;
  /** Counted TODO, FIXME, HACK and XXX comments. */
  readonly debtMarkers: number;
  /** The words of its leading comment, if any: names of contexts are taken from them too. */
  readonly comment?: string;
}

/** How the target of a call was found, from what the code states to what it merely suggests. */
export const RESOLUTIONS = [
  "import", // a function, class or object reached through imports
  "declared-type", // the type is written down: parameter, field, return annotation, JSDoc
  "inferred-type", // the type follows from an initialiser, a return value or a generic
  "injected-token", // dependency injection by token and its provider
  "injected-name", // dependency injection by name (Awilix style)
  "container", // looked up in a container: get(X), resolve(X)
  "implementation", // declared on an interface or abstract class; this is one of its implementations
  "callback", // handed over to be called later: app.get("/x", handler)
  "checker", // the type checker
] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** What becomes of the answer of a call: used, only waited for (`await charge();`), or ignored: it may become an event. */
export type AnswerUse = "awaited" | "used" | "ignored";

/** `this.billing.charge()` in Orders is a call from Orders to Billing. */
export interface Call {
  readonly kind: "call";
  readonly from: NodeId;
  /** The method or function that the call stands in; empty at the top of a module. */
  readonly fromMethod: string;
  readonly to: NodeId;
  readonly method: string;
  readonly how: Resolution;
  readonly answer: AnswerUse;
  readonly inLoop: boolean;
  readonly place: Place;
}

/** One method of a unit calls another of the same unit: no coupling, but a step on the way to data. */
export interface SelfCall {
  readonly kind: "self-call";
  readonly unit: NodeId;
  readonly fromMethod: string;
  readonly method: string;
}

/** `new Invoice()`. */
export interface Construction {
  readonly kind: "construction";
  readonly from: NodeId;
  readonly fromMethod: string;
  readonly to: NodeId;
  readonly place: Place;
}

export interface Inheritance {
  readonly kind: "inheritance";
  readonly from: NodeId;
  readonly to: NodeId;
  readonly form: "extends" | "implements" | "mixin";
  readonly place: Place;
}

/** A type, decorator argument or value of another unit is named, without being called. */
export interface TypeReference {
  readonly kind: "type-reference";
  readonly from: NodeId;
  readonly to: NodeId;
  readonly place: Place;
}

/** A unit's file imports another unit; barrels are followed to the unit that is meant. */
export interface Import {
  readonly kind: "import";
  readonly from: NodeId;
  readonly to: NodeId;
  readonly place: Place;
}

/** A unit gets an instance of another one from outside: constructor, property, token or name. */
export interface Injection {
  readonly kind: "injection";
  readonly from: NodeId;
  readonly to: NodeId;
  readonly how: Resolution;
  readonly place: Place;
}

export type Protocol = "http" | "graphql" | "trpc" | "rpc" | "websocket";

/** Where the outside world comes in. */
export interface Endpoint {
  readonly kind: "endpoint";
  readonly unit: NodeId;
  readonly protocol: Protocol;
  /** `GET`, `POST` …; `query`, `mutation`, `subscription`; `message`. */
  readonly verb: string;
  readonly path: string;
  /** The method of the unit that answers. */
  readonly handler: string;
  readonly place: Place;
}

/** An event, queue or topic that a unit publishes to or listens on: a seam that exists already. */
export interface Message {
  readonly kind: "message";
  readonly unit: NodeId;
  readonly direction: "publishes" | "subscribes";
  readonly channel: string;
  readonly method: string;
  readonly place: Place;
}

export interface Column {
  readonly name: string;
  /** As the source has it; empty where it does not say. */
  readonly type: string;
  readonly nullable: boolean;
}

/** How a fact about data was read, from the surest to the least sure. */
export const READINGS = [
  "schema", // a declarative schema: Prisma, an entity, a model definition
  "sql-parser", // a statement that a real SQL parser understood
  "query-builder", // a chain of calls on a query builder or repository
  "token-scan", // a statement that no parser understood; the names were found by scanning its tokens
  "partial", // put together at run time: only its constant part was read
] as const;
export type Reading = (typeof READINGS)[number];

/** A table, view or collection of the final schema. */
export interface TableDeclared {
  readonly kind: "table";
  readonly id: NodeId;
  readonly name: string;
  readonly schema: string | null;
  readonly form: "table" | "view" | "collection";
  readonly columns: readonly Column[];
  readonly reading: Reading;
  /** Which idiom said so: `prisma`, `typeorm`, `sql`, `knex` … */
  readonly source: string;
  readonly place: Place;
}

/** This class (or object) is how the code sees that table. */
export interface TableMapped {
  readonly kind: "table-mapping";
  readonly unit: NodeId;
  readonly table: NodeId;
  readonly place: Place;
}

export interface TableAccess {
  readonly kind: "table-access";
  readonly unit: NodeId;
  readonly method: string;
  readonly table: NodeId;
  readonly access: "read" | "write";
  readonly columns: readonly string[];
  readonly reading: Reading;
  readonly source: string;
  /** The statement or expression, at most 300 characters. */
  readonly statement: string;
  readonly place: Place;
}

/** Two tables that one query brings together. The smaller id comes first. */
export interface Join {
  readonly kind: "join";
  readonly left: NodeId;
  readonly right: NodeId;
  /** The unit whose query it is; null for a view or a bare SQL file. */
  readonly unit: NodeId | null;
  readonly reading: Reading;
  readonly source: string;
  readonly statement: string;
  readonly place: Place;
}

export interface ForeignKey {
  readonly kind: "foreign-key";
  /** The table that holds the key. */
  readonly from: NodeId;
  readonly to: NodeId;
  readonly columns: readonly string[];
  readonly references: readonly string[];
  /** A `relation` exists in the mapper only; the database need not know it. */
  readonly form: "constraint" | "relation";
  readonly reading: Reading;
  readonly source: string;
  readonly place: Place;
}

/** One table that a transaction touches, and the calls that lead there. */
export interface TransactionStep {
  readonly table: NodeId;
  readonly access: "read" | "write";
  /** Units passed on the way, beginning with the one that opens the transaction. */
  readonly path: readonly NodeId[];
  readonly place: Place;
}

export interface Transaction {
  readonly kind: "transaction";
  readonly unit: NodeId;
  readonly method: string;
  /** `dataSource.transaction`, `$transaction`, `@Transactional`, `BEGIN` … */
  readonly form: string;
  readonly source: string;
  readonly steps: readonly TransactionStep[];
  readonly place: Place;
}

/** A test file that reaches a unit through its imports. */
export interface TestReach {
  readonly kind: "test-reach";
  readonly test: FilePath;
  readonly unit: NodeId;
}

/** What one commit changed. Merges are left out; renames are followed to today's names. */
export interface ChangeSet {
  readonly kind: "change-set";
  readonly commit: CommitHash;
  /** Day of the author's date, `YYYY-MM-DD`, UTC. */
  readonly day: string;
  /** Authors are numbered in the order of their first commit; see `Contributor`. */
  readonly author: number;
  readonly subject: string;
  /** Dependency bots, release tools: they say nothing about coupling. */
  readonly bot: boolean;
  /** Files of today, sorted; files that no longer exist are left out. */
  readonly files: readonly FilePath[];
  /** How many files the commit touched in all, also those not listed. */
  readonly touched: number;
}

/** What history says of one file of today, over its whole life under all its names. */
export interface FileHistory {
  readonly kind: "file-history";
  readonly file: FilePath;
  /** Commits that touched it (no merges, no bots). */
  readonly revisions: number;
  /** Commits per author number, sorted by number. */
  readonly authors: readonly (readonly [author: number, revisions: number])[];
  readonly firstDay: string;
  readonly lastDay: string;
  /** Lines added and deleted in the recent window; null where blobs are missing. */
  readonly added: number | null;
  readonly deleted: number | null;
}

/** A person (or several addresses of one). The name is present only when the user asked for names. */
export interface Contributor {
  readonly kind: "contributor";
  readonly author: number;
  readonly revisions: number;
  readonly bot: boolean;
  readonly name?: string;
}

/** What leaves a trace in a repository. */
export const TRACE_KINDS = [
  "dockerfile",
  "compose",
  "kubernetes",
  "helm",
  "infrastructure-as-code",
  "ci-build",
  "ci-test",
  "ci-deploy",
  "platform-deploy",
  "unit-tests",
  "end-to-end-tests",
  "contract-tests",
  "coverage-limit",
  "metrics",
  "tracing",
  "structured-logging",
  "error-tracking",
  "health-check",
  "configuration-by-environment",
  "message-broker",
  "in-process-events",
  "job-queue",
  "cache",
  "migrations",
  "schemas-per-context",
  "codeowners",
  "contribution-guide",
  "decision-records",
  "api-description",
  "dependency-rules",
  "workspaces",
  "feature-flags",
  "graceful-shutdown",
  "rate-limiting",
] as const;
export type TraceKind = (typeof TRACE_KINDS)[number];

/** What bites after a split and can be seen before it. */
export const HAZARD_KINDS = [
  "http-without-timeout",
  "no-graceful-shutdown",
  "server-side-session",
  "state-in-memory",
  "consumer-without-deduplication",
  "producer-without-key",
  "answers-of-different-shape",
  "local-files",
] as const;
export type HazardKind = (typeof HAZARD_KINDS)[number];

/** A sign of deployment, testing, monitoring … in the repository. */
export interface Trace {
  readonly kind: "trace";
  readonly trace: TraceKind;
  /** What exactly: `prom-client`, `Dockerfile`, `.github/workflows/test.yml` … */
  readonly what: string;
  readonly place: Place;
}

/** A line that is harmless in one process and bites in two. */
export interface Hazard {
  readonly kind: "hazard";
  readonly hazard: HazardKind;
  readonly what: string;
  readonly place: Place;
}

/** What an analyzer saw. A fact is an observation: it carries no weight and no opinion. */
export type Fact =
  | UnitDeclared
  | Call
  | SelfCall
  | Construction
  | Inheritance
  | TypeReference
  | Import
  | Injection
  | Endpoint
  | Message
  | TableDeclared
  | TableMapped
  | TableAccess
  | Join
  | ForeignKey
  | Transaction
  | TestReach
  | ChangeSet
  | FileHistory
  | Contributor
  | Trace
  | Hazard;
export type FactKind = Fact["kind"];

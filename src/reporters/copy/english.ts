import type { SharedCopy } from "./copy.ts";
import { counted } from "./counted.ts";
import { englishCriteria } from "./english-criteria.ts";
import { englishDiagnostics } from "./english-diagnostics.ts";
import { englishDossier } from "./english-dossier.ts";
import { englishPlan } from "./english-plan.ts";

export const english: SharedCopy = {
  couplings: {
    call: {
      title: "Method calls",
      count: (n) => counted(n, "call"),
      why: "Becomes a request over the network once the callee moves out.",
    },
    construction: {
      title: "Constructions",
      count: (n) => counted(n, "construction"),
      why: "Who creates an object needs its class at hand: the class moves along, or a factory stays behind.",
    },
    injection: {
      title: "Injections",
      count: (n) => counted(n, "injection"),
      why: "The seam is there already: a client of the new service can be injected instead.",
    },
    inheritance: {
      title: "Inheritance",
      count: (n) => counted(n, "inheritance", "inheritances"),
      why: "A base class on the other side has to be copied, shared as a library, or replaced by composition.",
    },
    "type-reference": {
      title: "Types",
      count: (n) => counted(n, "type reference"),
      why: "A shared type becomes part of the contract between the two services.",
    },
    import: {
      title: "Imports",
      count: (n) => counted(n, "import"),
      why: "The file cannot be compiled without the other one.",
    },
    "table-mapping": {
      title: "Mappings",
      count: (n) => counted(n, "mapping"),
      why: "The class and its table are one thing: whoever owns the one owns the other.",
    },
    "table-access": {
      title: "Table accesses",
      count: (n) => counted(n, "access", "accesses"),
      why: "A table that two services write is the first thing to take apart.",
    },
    join: {
      title: "Joins",
      count: (n) => counted(n, "join"),
      why: "A join across the border becomes two queries, a read model or a copy.",
    },
    "foreign-key": {
      title: "Foreign keys",
      count: (n) => counted(n, "foreign key"),
      why: "The constraint has to be dropped before the tables can part, and the code must keep the promise.",
    },
    transaction: {
      title: "Transactions",
      count: (n) => counted(n, "transaction"),
      why: "One transaction over two databases is none: it needs a saga with compensations.",
    },
    "co-change": {
      title: "Changed together",
      count: (n) => counted(n, "commit"),
      why: "What changes together wants to be deployed together.",
    },
  },
  criteria: englishCriteria,
  plan: englishPlan,
  dossier: englishDossier,
  diagnostics: englishDiagnostics,
  roles: {
    controller: "controller",
    resolver: "resolver",
    service: "service",
    repository: "repository",
    entity: "entity",
    dto: "data transfer object",
    guard: "guard",
    job: "job",
    "message-handler": "message handler",
    middleware: "middleware",
    module: "module",
    migration: "migration",
    configuration: "configuration",
    test: "test",
  },
  forms: { class: "class", interface: "interface", object: "object", module: "module" },
  levels: { macro: "macro", meso: "meso", micro: "micro" },
  resolutions: {
    import: "through its import",
    "declared-type": "by the declared type",
    "inferred-type": "by the inferred type",
    "injected-token": "by its injection token",
    "injected-name": "by its injected name",
    container: "looked up in the container",
    implementation: "as an implementation of the interface",
    callback: "handed over as a callback",
    checker: "by the type checker",
  },
  readings: {
    schema: "from a schema",
    "sql-parser": "parsed SQL",
    "query-builder": "from a query builder",
    "token-scan": "names scanned in SQL that did not parse",
    partial: "from the constant part of SQL built at run time",
  },
  skipped: {
    test: "tests",
    generated: "generated code",
    vendored: "vendored code",
    "build-output": "build output",
    declaration: "type declarations",
    asset: "assets and documents",
    "other-package": "other packages",
    excluded: "excluded",
    "user-interface": "user interface",
    tooling: "build and lint tooling",
    unsupported: "in languages that are not read",
    "too-large": "too large",
    binary: "binary",
    unreadable: "unreadable",
  },
  structures: {
    strong: {
      title: "Clear structure",
      verdict: "The code falls into these contexts far more clearly than chance would have it.",
    },
    weak: {
      title: "Weak structure",
      verdict: "There is some structure, but it is soft: modularise inside the monolith before cutting.",
    },
    none: {
      title: "No defensible structure",
      verdict: "These contexts are no better than chance: do not split along them.",
    },
  },
};

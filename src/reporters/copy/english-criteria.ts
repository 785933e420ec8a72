import type { Copy } from "./copy.ts";
import { counted, grouped } from "./counted.ts";

/** The words for each criterion of the ranking. */
export const englishCriteria: Copy["criteria"] = {
  churn: {
    title: "Churn",
    reason: (n) => `${counted(n, "line")} changed recently`,
    why: "What changes most gains most from being deployed on its own.",
  },
  revisions: {
    title: "Revisions",
    reason: (n) => `${counted(n, "revision")} of its files`,
    why: "What is touched most often waits most often for the release of everything else.",
  },
  authors: {
    title: "Authors",
    reason: (n) => `${counted(n, "person", "people")} worked on it`,
    why: "The more people work on it, the more of them the extraction sets free.",
  },
  endpoints: {
    title: "Endpoints",
    reason: (n) => `${counted(n, "endpoint")} answered`,
    why: "What the outside world uses most gains most from being scaled on its own.",
  },
  size: {
    title: "Size",
    reason: (n) => `${counted(n, "line")} of code`,
    why: "Large pieces first: what goes out makes the monolith easier to grasp.",
  },
  hotspots: {
    title: "Hotspots",
    reason: (n) => `${grouped(n)} points of complexity that changes often`,
    why: "Complex code that changes often is where time is lost today.",
  },
  roadmap: {
    title: "Roadmap",
    reason: (n) => `weight ${grouped(n)} on the roadmap`,
    why: "What will change most next year, as the team sees it.",
  },
  "calls-in": {
    title: "Calls in",
    reason: (n) => `${counted(n, "method")} called from outside`,
    why: "Each becomes part of the interface of the new service.",
  },
  "calls-out": {
    title: "Calls out",
    reason: (n) => `${counted(n, "method")} of others called`,
    why: "Each becomes a request back to the monolith.",
  },
  "shared-tables": {
    title: "Shared tables",
    reason: (n) => `${counted(n, "table")} shared with others`,
    why: "A table that two services write has to be taken apart first.",
  },
  "foreign-keys": {
    title: "Foreign keys",
    reason: (n) => `${counted(n, "foreign key")} over its border`,
    why: "A foreign key over the border cannot be cut without moving data.",
  },
  joins: {
    title: "Joins",
    reason: (n) => `${counted(n, "join")} over its border`,
    why: "A join over the border becomes two queries, a read model or a copy.",
  },
  transactions: {
    title: "Transactions",
    reason: (n) => `${counted(n, "transaction")} over its border`,
    why: "A transaction that writes on both sides needs a saga with compensations.",
  },
  inheritance: {
    title: "Inheritance",
    reason: (n) => `${counted(n, "base class", "base classes")} on the other side`,
    why: "Classes cannot inherit over the network.",
  },
  "shared-code": {
    title: "Shared code",
    reason: (n) => `${counted(n, "unit")} of shared code used`,
    why: "Each needs a decision: duplicate it, share it as a library, or own it.",
  },
  "co-change": {
    title: "Co-change",
    reason: (n) => `${counted(n, "commit")} that also changed others`,
    why: "What changes together with others will need releases in step with them.",
  },
};

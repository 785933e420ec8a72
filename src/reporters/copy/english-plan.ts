import type { PlanCopy } from "./copy.ts";
import { counted, decimal, grouped, percent } from "./counted.ts";

/** The words for verdicts and their reasons. */
export const englishPlan: PlanCopy = {
  advice: {
    extract: { title: "extract", meaning: "Worth what its cut costs." },
    pilot: {
      title: "pilot",
      meaning: "Small and on its own: learn with it how a service is built, deployed and watched.",
    },
    keep: { title: "keep", meaning: "Extracting it gains little: it stays in the monolith." },
    "modularise-first": {
      title: "modularise first",
      meaning: "Too entangled to be cut: draw its border inside the monolith first.",
    },
  },
  adviceReasons: {
    "high-impact": (n, limit) => `${percent(n)} of all impact${evenShare(limit)}`,
    "low-impact": (n, limit) => `only ${percent(n)} of all impact${evenShare(limit)}`,
    coherent: (n) => `${percent(n)} of its coupling stays inside`,
    mixed: (n) => `only ${percent(n)} of its coupling stays inside`,
    loose: (n) => `its cut costs ${decimal(n)} per point of impact`,
    tangled: (n) => `its cut costs ${decimal(n)} per point of impact`,
    foundation: (n) => `${percent(n)} of the other contexts lean on it`,
    "shared-writes": (n) => `${percent(n)} of its tables are written by others as well`,
    "spanning-transactions": (n) => `${counted(n, "transaction")} that write on both sides`,
    "no-structure": () => "its members hang together no more than chance would have it",
    small: (n) => `${percent(n)} of all lines`,
    "few-tables": (n) => counted(n, "table"),
    "not-critical": (n) => `number ${grouped(n)} by impact`,
  },
  repositoryAdvice: {
    split: { title: "Split", meaning: "The pieces are there, and what they gain is worth their cuts." },
    "modular-monolith-first": {
      title: "Modular monolith first",
      meaning: "Draw the borders inside the monolith and keep them before anything leaves it.",
    },
    leave: { title: "Leave it as it is", meaning: "If it still serves, do not change it." },
  },
  repositoryReasons: {
    "structure-beyond-chance": (n) => `structure ${deviations(n)} beyond chance`,
    "structure-like-chance": (n) => `structure only ${deviations(n)} beyond chance`,
    "few-lines": (n) => `only ${counted(n, "line")} of code`,
    "many-lines": (n) => `${counted(n, "line")} of code`,
    "few-contexts": (n) => `only ${counted(n, "context")}`,
    "extractable-share": (n) => `${percent(n)} of all impact lies in contexts that can be extracted`,
    "tangled-share": (n) => `${percent(n)} of all impact lies in contexts that must be taken apart first`,
    "written-by-several": (n) => `${percent(n)} of the tables are written by several contexts`,
    "few-authors": (n) => `only ${counted(n, "person", "people")} worked on it`,
    "many-authors": (n) => `${counted(n, "person", "people")} worked on it`,
  },
  sizeHints: {
    "more-than-one-head": (n) => `${counted(n, "line")}: more than one head can hold`,
    "more-than-two-pizzas": (n) => `${counted(n, "person", "people")}: more than two pizzas feed`,
    "more-than-two-weeks": (n) => `${counted(n, "line")}: more than two weeks would rewrite`,
    "too-small": (n) => `${counted(n, "line")}: hardly a service of its own`,
  },
  strategies: { "impact-first": "impact first", "leaf-first": "leaf first", "quick-wins": "quick wins" },
};

function deviations(n: number): string {
  return `${n < 10 ? decimal(n) : grouped(Math.round(n))} standard deviations`;
}

function evenShare(limit: number | null): string {
  return limit === null ? "" : ` (an even share is ${percent(limit)})`;
}

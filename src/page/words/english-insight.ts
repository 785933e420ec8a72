import type { InsightWords } from "./insight-words.ts";

export const englishInsight: InsightWords = {
  terms: {
    none: "No table or class is used for different things by different contexts.",
    noneWord: "No word is typical of more than one context.",
    apart: "One name, several meanings",
    apartNote:
      "A table or class of which contexts use different columns or methods is a word with several meanings: a proposal to split it.",
    vocabulary: "Words that several contexts claim",
    vocabularyNote: "Typical of each of them. Ask each what it means by it.",
    overlap: (share) => `${share} in common`,
    propose: (names) => `could become ${names}`,
  },
  readiness: {
    none: "This analysis looked for no traces of deployment, tests and operations.",
    hazards: "What bites after the split",
    hazardsNote: "Harmless in one process, not in two.",
    question: "No trace found. Is there one?",
    traces: "found",
  },
};

/** The words of the views on language and on readiness. */
export interface InsightWords {
  readonly terms: {
    readonly none: string;
    readonly noneWord: string;
    readonly apart: string;
    readonly apartNote: string;
    readonly vocabulary: string;
    readonly vocabularyNote: string;
    readonly overlap: (share: string) => string;
    readonly propose: (names: string) => string;
  };
  readonly readiness: {
    readonly none: string;
    readonly hazards: string;
    readonly hazardsNote: string;
    readonly question: string;
    readonly traces: string;
  };
}

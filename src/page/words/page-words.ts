import type { ViewName } from "../state/route.ts";
import type { BoardWords } from "./board-words.ts";
import type { DossierWords } from "./dossier-words.ts";
import type { InsightWords } from "./insight-words.ts";

/** Every sentence of the page that the terminal does not say too, in one language. */
export interface PageWords {
  readonly views: Readonly<Record<ViewName, { readonly title: string; readonly lead: string }>>;
  readonly groups: { readonly see: string; readonly decide: string; readonly change: string };
  readonly shell: ShellWords;
  readonly count: CountWords;
  readonly overview: OverviewWords;
  readonly map: MapWords;
  readonly matrix: MatrixWords;
  readonly data: DataWords;
  readonly order: OrderWords;
  readonly context: ContextWords;
  readonly evidence: EvidenceWords;
  readonly search: SearchWords;
  readonly hotspots: HotspotWords;
  readonly dossier: DossierWords;
  readonly insight: InsightWords;
  readonly board: BoardWords;
}

export interface ShellWords {
  readonly skip: string;
  readonly navigation: string;
  readonly search: string;
  readonly light: string;
  readonly dark: string;
  readonly print: string;
  readonly present: string;
  readonly language: string;
  readonly close: string;
  readonly level: string;
  readonly kinds: string;
  readonly asTable: string;
  readonly showMore: (n: number) => string;
  readonly none: string;
  readonly notKnown: string;
  readonly commit: string;
  readonly uncommitted: (n: number) => string;
  readonly sortBy: (column: string) => string;
}

export interface CountWords {
  readonly units: (n: number) => string;
  readonly tables: (n: number) => string;
  readonly contexts: (n: number) => string;
  readonly couplings: (n: number) => string;
  readonly endpoints: (n: number) => string;
  readonly lines: (n: number) => string;
  readonly revisions: (n: number) => string;
}

export interface OverviewWords {
  readonly headline: (contexts: number) => string;
  readonly chance: string;
  readonly found: string;
  readonly chanceNote: (z: string) => string;
  readonly pieces: string;
  readonly piecesNote: string;
  readonly figures: string;
  readonly crossing: string;
  readonly crossingNote: string;
  readonly sharedTables: string;
  readonly sharedTablesNote: string;
  readonly purity: string;
  readonly purityNote: string;
  readonly contested: string;
  readonly contestedNote: string;
  readonly guard: string;
  readonly guardNote: string;
  readonly largest: string;
  readonly singletons: string;
  readonly extremes: string;
  readonly firstSteps: string;
  readonly allSteps: string;
  readonly noSteps: string;
  readonly coverage: string;
  readonly read: (share: string) => string;
  readonly files: (n: number) => string;
  readonly parsed: string;
  readonly partial: string;
  readonly leftOut: string;
  readonly troubles: string;
  readonly everything: string;
  readonly kernel: string;
  readonly kernelNote: string;
  readonly usedBy: (n: number) => string;
}

export interface MapWords {
  readonly label: string;
  readonly help: string;
  readonly inside: (context: string) => string;
  readonly zoom: string;
  readonly larger: string;
  readonly smaller: string;
  readonly whole: string;
  readonly left: (n: number) => string;
  readonly strongest: string;
  readonly all: (hidden: number) => string;
  readonly cohesion: string;
  readonly churn: string;
  readonly in: string;
  readonly out: string;
  readonly legendArrow: string;
  readonly legendMutual: string;
  readonly none: string;
  readonly columns: {
    readonly from: string;
    readonly to: string;
    readonly sightings: string;
    readonly kinds: string;
  };
  readonly fit: string;
  readonly savePicture: string;
}

export interface MatrixWords {
  readonly label: string;
  readonly rowNote: string;
  readonly cycle: string;
  readonly inside: string;
  readonly cell: (from: string, to: string, n: number) => string;
}

export interface DataWords {
  readonly sharedOnly: string;
  readonly allTables: string;
  readonly read: string;
  readonly write: string;
  readonly owner: string;
  readonly table: string;
  readonly columns: string;
  readonly undeclared: string;
  readonly readLetter: string;
  readonly writeLetter: string;
  readonly writers: (n: number) => string;
  readonly noShared: string;
  readonly over: string;
  readonly nothingOver: string;
  readonly cell: (table: string, context: string, reads: number, writes: number) => string;
}

export interface OrderWords {
  readonly impact: string;
  readonly cost: string;
  readonly score: string;
  readonly points: (n: string) => string;
  readonly places: (n: number) => string;
  readonly whyFor: string;
  readonly whyAgainst: string;
  readonly step: (rank: number) => string;
  readonly open: string;
  readonly noPlan: string;
  readonly agenda: string;
  readonly remains: string;
  readonly remainsNote: string;
  readonly costSoFar: string;
  readonly curves: { readonly units: string; readonly churn: string; readonly endpoints: string };
  readonly strategies: string;
  readonly strategiesNote: string;
  readonly agreement: (share: string) => string;
  readonly left: {
    readonly contexts: string;
    readonly units: string;
    readonly crossings: string;
    readonly sharedTables: string;
  };
}

export interface ContextWords {
  readonly list: string;
  readonly members: string;
  readonly filter: string;
  readonly neighbours: string;
  readonly dependsOn: string;
  readonly usedBy: string;
  readonly tables: string;
  readonly owned: string;
  readonly alsoUsed: string;
  readonly endpoints: string;
  readonly vocabulary: string;
  readonly contested: string;
  readonly contestedNote: string;
  readonly people: string;
  readonly confidence: string;
  readonly instability: string;
  readonly parts: string;
  readonly partOf: string;
  readonly onMap: string;
  readonly columns: {
    readonly unit: string;
    readonly role: string;
    readonly lines: string;
    readonly revisions: string;
    readonly churn: string;
    readonly confidence: string;
    readonly file: string;
    readonly context: string;
    readonly verb: string;
    readonly path: string;
  };
}

export interface EvidenceWords {
  readonly title: string;
  readonly unfold: string;
  readonly between: (from: string, to: string) => string;
  readonly inside: (context: string) => string;
  readonly ties: (n: number) => string;
  readonly more: (n: number) => string;
  readonly inLoop: string;
  readonly answerIgnored: string;
  readonly answerAwaited: string;
  readonly author: (n: number) => string;
  readonly backwards: string;
  readonly whyHere: string;
  readonly stays: (share: string) => string;
  readonly decided: string;
  readonly pulls: string;
  readonly outgoing: string;
  readonly incoming: string;
  readonly nothing: string;
  readonly strongest: (n: number) => string;
  readonly via: string;
}

export interface SearchWords {
  readonly placeholder: string;
  readonly empty: string;
  readonly results: (n: number) => string;
  readonly context: string;
  readonly unit: string;
  readonly table: string;
  readonly endpoint: string;
  readonly hint: string;
}

export interface HotspotWords {
  readonly label: string;
  readonly area: string;
  readonly shade: string;
  readonly byContext: string;
  readonly top: string;
  readonly noHistory: string;
  readonly score: string;
}

/** The words of the dossier of a context and of its canvas. */
export interface DossierWords {
  readonly papers: { readonly dossier: string; readonly canvas: string };
  readonly verdict: string;
  readonly effort: (low: string, high: string) => string;
  readonly effortNote: string;
  readonly inbound: string;
  readonly inboundNote: string;
  readonly outbound: string;
  readonly outboundNote: string;
  readonly chatty: string;
  readonly loops: (n: number) => string;
  readonly sites: (n: number) => string;
  readonly sharedCode: string;
  readonly sharedCodeNote: string;
  readonly data: string;
  readonly dataNote: string;
  readonly foreignKeys: string;
  readonly joins: string;
  readonly transactions: string;
  readonly saga: string;
  readonly migration: string;
  readonly routes: string;
  readonly routesNote: string;
  readonly reaches: string;
  readonly untested: string;
  readonly untestedNote: string;
  readonly unused: string;
  readonly unusedNote: string;
  readonly inheritance: string;
  readonly cycles: string;
  readonly weakest: (methods: number, sites: number) => string;
  readonly unlocks: string;
  readonly unlocksNote: string;
  readonly moveUnit: string;
  readonly invertCall: string;
  readonly gain: (points: string) => string;
  readonly messages: string;
  readonly publishes: string;
  readonly subscribes: string;
  readonly team: string;
  readonly teamNote: (main: number) => string;
  readonly manyCooks: string;
  readonly spread: string;
  readonly median: (value: string) => string;
  readonly split: string;
  readonly files: (n: number) => string;
  readonly nothing: string;
  readonly canvas: CanvasWords;
}

/** The headings of the Bounded Context Canvas (ddd-crew, version 5). */
export interface CanvasWords {
  readonly lead: string;
  readonly name: string;
  readonly purpose: string;
  readonly purposeHint: string;
  readonly classification: string;
  readonly domain: readonly string[];
  readonly business: readonly string[];
  readonly evolution: readonly string[];
  readonly roles: string;
  readonly rolesHint: string;
  readonly inbound: string;
  readonly outbound: string;
  readonly language: string;
  readonly decisions: string;
  readonly decisionsHint: string;
  readonly assumptions: string;
  readonly assumptionsHint: string;
  readonly metrics: string;
  readonly questions: string;
  readonly data: string;
  readonly asks: (n: number) => string;
}

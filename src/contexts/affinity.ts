import { concepts } from "./evidence/concepts.ts";
import { confirmed } from "./evidence/confirmed.ts";
import { data } from "./evidence/data.ts";
import { folders } from "./evidence/folders.ts";
import { history } from "./evidence/history.ts";
import { names } from "./evidence/names.ts";
import { structure, tiesOf } from "./evidence/structure.ts";
import type { GroupingInput, PieceFeatures } from "./grouping-input.ts";
import { type Network, networkOf, Pairs } from "./network.ts";
import { remembered } from "./remembered.ts";
import { stemOf, topicOf, wordsOf } from "./words.ts";

/** What speaks for two pieces belonging together. */
export const EVIDENCE = ["structure", "names", "concepts", "data", "history", "folders"] as const;
export type EvidenceKind = (typeof EVIDENCE)[number];

/**
 * How much each kind of evidence may say: affinity per piece, structure being 1. Opinion; measured on real splits,
 * where halving or doubling any of them changes little.
 */
export type EvidenceWeights = Readonly<Record<EvidenceKind, number>>;

export const DEFAULT_EVIDENCE: EvidenceWeights = {
  structure: 1,
  names: 0.25,
  concepts: 0.15,
  data: 0.25,
  history: 0.2,
  folders: 1,
};

/** Weighs all evidence into one network over the pieces. */
export const affinityOf: (input: GroupingInput) => Network = remembered((input: GroupingInput) => {
  const { pieces, couplings, settings, evidence: weights } = input;
  const ties = tiesOf(input);
  const size = pieces.length;
  const fused = new Pairs(size);
  mix(fused, structure(ties, size), weights.structure);
  mix(fused, names(pieces.map(vocabularyOf)), weights.names);
  mix(fused, confirmed(concepts(pieces.map(topicOfPiece)), ties), weights.concepts);
  mix(fused, data(couplings, pieces, settings.weights), weights.data);
  mix(fused, history(couplings, pieces), weights.history * (settings.weights["co-change"] ?? 1));
  if (settings.folders && weights.folders > 0) {
    const places = pieces.map((piece) => (piece.kind === "code" ? piece.file : null));
    folders(places, fused).forEach((left, right, weight) => {
      fused.add(left, right, weight * weights.folders);
    });
  }
  return networkOf(fused);
});

/** The words a code piece is about come from its file's name, those of a table from its own. */
export function topicOfPiece(piece: Pick<PieceFeatures, "kind" | "file" | "names">): string[] {
  return topicOf(wordsOf(piece.kind === "code" ? stemOf(piece.file) : piece.names[0]!));
}

function vocabularyOf(piece: PieceFeatures): string[] {
  const own = piece.names.flatMap(wordsOf);
  return topicOf(piece.kind === "code" ? [...wordsOf(stemOf(piece.file)), ...own] : own);
}

/**
 * Adds one kind of evidence, scaled so that the pieces it speaks about have `weight` each on average: plenty of
 * evidence about a few pieces weighs on those few only.
 */
function mix(fused: Pairs, kind: Pairs, weight: number): void {
  const mass = kind.mass;
  if (!(mass > 0) || !(weight > 0)) return;
  const concerned = new Uint8Array(kind.size);
  kind.forEach((left, right) => {
    concerned[left] = 1;
    concerned[right] = 1;
  });
  const scale = (weight * concerned.reduce((sum, one) => sum + one, 0)) / mass;
  kind.forEach((left, right, value) => {
    fused.add(left, right, value * scale);
  });
}

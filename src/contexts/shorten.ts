import { Books } from "./code-books.ts";
import { type Flows, flowsOf, lengthOf } from "./code-length.ts";
import { compact, type Labels, lifted, singles } from "./labels.ts";
import { type Network, quotient } from "./network.ts";
import { LOOKS_PER_PIECE, Pulls, Queue } from "./queue.ts";
import { type Random, shuffled } from "./random.ts";

/** Groups, and the bits that a step takes with them. */
export interface Shortened {
  readonly labels: Labels;
  readonly codeLength: number;
}

/**
 * Shortens the code: moves single pieces, then whole groups, until neither gains (the core of Infomap). The result is
 * never longer than the start.
 */
export function shorten(network: Network, start: ArrayLike<number>, random: Random): Shortened {
  let best = compact(start).labels;
  let flows = flowsOf(network, best);
  let codeLength = lengthOf(flows);
  for (let settled = false; ; ) {
    const labels = best.slice();
    const moved = movePieces(network, labels, random, { flows });
    if (!moved && settled) return { labels: best, codeLength };
    const joined = joinGroups(network, labels, random);
    flows = flowsOf(network, joined.labels);
    const length = lengthOf(flows);
    if (length > codeLength - 1e-9) return { labels: best, codeLength };
    best = joined.labels;
    codeLength = length;
    settled = joined.settled;
  }
}

/** Moves single pieces between the groups that there are, until none shortens the code; no group is opened. */
export function settle(network: Network, start: ArrayLike<number>, random: Random): Labels {
  const { labels } = compact(start);
  movePieces(network, labels, random, { opens: false });
  return labels;
}

/** Moves whole groups into one another as long as the code gets shorter. Settled: at last, none moved at all. */
function joinGroups(
  network: Network,
  start: Labels,
  random: Random,
): { readonly labels: Labels; readonly settled: boolean } {
  let { labels, groups } = compact(start);
  for (;;) {
    const level = quotient(network, labels, groups);
    const own = singles(groups);
    const moved = movePieces(level, own, random);
    const joined = compact(own);
    if (joined.groups === groups) return { labels, settled: !moved };
    labels = lifted(labels, joined.labels);
    groups = joined.groups;
  }
}

interface MoveOptions {
  /** The flows of the groups as they are, if they are known; they are used up. */
  readonly flows?: Flows;
  /** May a piece go where nobody is? */
  readonly opens?: boolean;
}

/** Moves each piece to the neighbouring (or an empty) group that shortens the code most. Labels change in place. */
function movePieces(
  network: Network,
  labels: Labels,
  random: Random,
  { flows = flowsOf(network, labels), opens = true }: MoveOptions = {},
): boolean {
  if (network.total === 0) return false;
  const books = new Books(network, flows, opens);
  const queue = new Queue(shuffled(network.size, random));
  const pulls = new Pulls(network.size);
  let moved = false;
  for (let looks = LOOKS_PER_PIECE * network.size; looks > 0; looks--) {
    const piece = queue.next();
    if (piece < 0) break;
    const own = labels[piece]!;
    pulls.gather(network, labels, piece);
    const best = books.place(piece, own, pulls);
    pulls.clear();
    if (best === own) continue;
    labels[piece] = best;
    moved = true;
    queue.addNeighbours(network, labels, piece);
  }
  return moved;
}

import type { Network } from "./network.ts";
import { type Random, shuffle } from "./random.ts";

/** What pulls at one piece: the weight that ties it to each group next to it. */
export interface Pulls {
  /** Weight per label; only the labels in `groups` are set. */
  readonly weightTo: Float64Array;
  /** The labels next to the piece, `count` of them. */
  readonly groups: Uint32Array;
  readonly count: number;
}

/** Says where a piece goes, and keeps its own books; the label it has means that it stays. */
export type Place = (piece: number, pulls: Pulls) => number;

/** Moves gain, so a sweep ends by itself; this many looks per piece only guard against rounding. */
const LOOKS_PER_PIECE = 50;

/**
 * Looks at every piece in random order, moves it where `place` says, and looks again at the neighbours of what moved,
 * until nothing moves (the queue of Traag, Waltman and van Eck 2019). Labels change in place.
 */
export function sweep(network: Network, labels: Uint32Array, random: Random, place: Place): boolean {
  const queue = queueOf(network.size, random);
  const pulls = {
    weightTo: new Float64Array(network.size + 1),
    groups: new Uint32Array(network.size + 1),
    count: 0,
  };
  let moved = false;
  for (let looks = LOOKS_PER_PIECE * network.size; looks > 0; looks--) {
    const piece = queue.next();
    if (piece < 0) break;
    gather(network, labels, piece, pulls);
    const group = place(piece, pulls);
    for (let at = 0; at < pulls.count; at++) pulls.weightTo[pulls.groups[at]!] = 0;
    if (group === labels[piece]) continue;
    labels[piece] = group;
    moved = true;
    for (let at = network.offsets[piece]!; at < network.offsets[piece + 1]!; at++) {
      const neighbour = network.targets[at]!;
      if (labels[neighbour] !== group) queue.add(neighbour);
    }
  }
  return moved;
}

function gather(
  network: Network,
  labels: Uint32Array,
  piece: number,
  pulls: Pulls & { count: number },
): void {
  pulls.count = 0;
  for (let at = network.offsets[piece]!; at < network.offsets[piece + 1]!; at++) {
    const group = labels[network.targets[at]!]!;
    if (pulls.weightTo[group] === 0) pulls.groups[pulls.count++] = group;
    pulls.weightTo[group]! += network.weights[at]!;
  }
}

interface Queue {
  /** The next piece; -1 when none waits. */
  next(): number;
  /** Lets a piece wait, unless it waits already. */
  add(piece: number): void;
}

function queueOf(size: number, random: Random): Queue {
  const ring = Uint32Array.from({ length: size }, (_, piece) => piece);
  shuffle(ring, random);
  const waits = new Uint8Array(size).fill(1);
  let head = 0;
  let waiting = size;
  return {
    next() {
      if (waiting === 0) return -1;
      const piece = ring[head]!;
      head = head + 1 === size ? 0 : head + 1;
      waiting--;
      waits[piece] = 0;
      return piece;
    },
    add(piece) {
      if (waits[piece]) return;
      waits[piece] = 1;
      ring[(head + waiting) % size] = piece;
      waiting++;
    },
  };
}

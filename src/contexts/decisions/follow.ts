import { affinityOf } from "../affinity.ts";
import type { Draft } from "../draft.ts";
import { pullsAt } from "../place-untied.ts";
import type { Board } from "./board.ts";

/**
 * Lets pieces that nobody decided on follow those that people moved, where the pull beyond chance is larger there
 * (the gain of Louvain's local move). Only neighbours of what moved are asked: the rest of the picture stays.
 */
export function follow(board: Board, draft: Draft): void {
  const network = affinityOf(draft.input);
  const moved = [...board.decided].filter((piece) => board.micro[piece] !== draft.micro[piece]);
  const neighbours = new Set<number>();
  for (const piece of moved) {
    for (let at = network.offsets[piece]!; at < network.offsets[piece + 1]!; at++)
      neighbours.add(network.targets[at]!);
  }
  const masses = new Map<number, number>();
  board.micro.forEach((micro, piece) => {
    masses.set(micro, (masses.get(micro) ?? 0) + network.degrees[piece]!);
  });
  const scale = network.total === 0 ? 0 : 1 / network.total;
  for (const piece of [...neighbours].sort((left, right) => left - right)) {
    const own = board.micro[piece]!;
    if (own < 0 || board.decided.has(piece)) continue;
    const degree = network.degrees[piece]!;
    const pulls = pullsAt(network, board.micro, piece);
    const gainOf = (micro: number): number =>
      (pulls.get(micro) ?? 0) - scale * degree * (masses.get(micro)! - (micro === own ? degree : 0));
    const goals = new Set(
      moved.map((one) => board.micro[one]!).filter((micro) => micro >= 0 && pulls.has(micro)),
    );
    const best = [...goals].reduce((left, right) => (gainOf(right) > gainOf(left) ? right : left), own);
    if (best === own) continue;
    masses.set(own, masses.get(own)! - degree);
    masses.set(best, masses.get(best)! + degree);
    board.micro[piece] = best;
  }
}

import { editDistance } from "../reporters/explain/edit-distance.ts";

/** The known word nearest to what was typed, if any is near enough to have been meant. */
export function closest(typed: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(typed.length / 3));
  let best: string | undefined;
  let nearest = limit + 1;
  for (const word of known) {
    const distance = editDistance(typed.toLowerCase(), word.toLowerCase(), limit);
    if (distance < nearest) [best, nearest] = [word, distance];
  }
  return best;
}

/** Names that need more edits than this share of their length are no help. */
const FARTHEST = 0.5;

/** The name that takes the fewest edits to become; null where none is near. Ties go to the first. */
export function nearest(wanted: string, names: Iterable<string>): string | null {
  let best: string | null = null;
  let fewest = Math.floor(wanted.length * FARTHEST) + 1;
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) >= fewest) continue;
    const edits = editsBetween(wanted.toLowerCase(), name.toLowerCase(), fewest);
    if (edits < fewest) {
      fewest = edits;
      best = name;
    }
  }
  return best;
}

/** Edit distance (Levenshtein 1966), given up once it cannot be below `limit`. */
function editsBetween(left: string, right: string, limit: number): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const replaced = row[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    if (Math.min(...next) >= limit) return limit;
    row = next;
  }
  return row[right.length]!;
}

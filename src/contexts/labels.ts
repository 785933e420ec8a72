/** The groups that pieces are in: one number per piece. */
export type Labels = Int32Array;

/** Every piece in a group of its own. */
export function singles(size: number): Labels {
  const labels = new Int32Array(size);
  for (let piece = 0; piece < size; piece++) labels[piece] = piece;
  return labels;
}

/** Renumbers labels by first appearance: 0, 1, 2 … */
export function compact(labels: ArrayLike<number>): { labels: Labels; groups: number } {
  let largest = -1;
  for (let at = 0; at < labels.length; at++) if (labels[at]! > largest) largest = labels[at]!;
  const numbers = new Int32Array(largest + 1);
  const compacted = new Int32Array(labels.length);
  let groups = 0;
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at]!;
    if (numbers[label] === 0) numbers[label] = ++groups;
    compacted[at] = numbers[label]! - 1;
  }
  return { labels: compacted, groups };
}

/** Where pieces are once their groups are in the groups of a coarser grouping. */
export function lifted(labels: Labels, coarser: ArrayLike<number>): Labels {
  const result = new Int32Array(labels.length);
  for (let piece = 0; piece < labels.length; piece++) result[piece] = coarser[labels[piece]!]!;
  return result;
}

/** Pieces per label, for labels below `groups`. */
export function sizesOf(labels: ArrayLike<number>, groups: number): Int32Array {
  const sizes = new Int32Array(groups);
  for (let piece = 0; piece < labels.length; piece++) sizes[labels[piece]!]!++;
  return sizes;
}

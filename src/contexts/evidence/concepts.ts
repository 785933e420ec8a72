import { Pairs } from "../network.ts";

/** A concept of more pieces than this is a word of the whole system. */
const WIDEST = 40;

/**
 * Affinity of concepts: pieces whose names, without the words of roles, are equal (`order`: OrderController,
 * order.service) share a concept of g pieces and bind 1/(g − 1) each; a piece whose concept begins with a shorter one
 * (`order line` with `order`) binds 1/g to each piece of the longest such concept. Endings say nothing: `retry strategy`
 * and `price strategy` are of a kind, not of a context.
 */
export function concepts(topics: readonly (readonly string[])[]): Pairs {
  const groups = new Map<string, number[]>();
  topics.forEach((words, piece) => {
    if (words.length === 0) return;
    const key = words.join(" ");
    const group = groups.get(key);
    if (group) group.push(piece);
    else groups.set(key, [piece]);
  });
  const pairs = new Pairs(topics.length);
  for (const group of groups.values()) {
    if (group.length <= WIDEST) bind(pairs, group, group, 1 / (group.length - 1));
  }
  topics.forEach((words, piece) => {
    const wider = widerConcept(groups, words);
    if (wider) bind(pairs, [piece], wider, 1 / wider.length);
  });
  return pairs;
}

/** The pieces of the longest concept that this one begins with. */
function widerConcept(
  groups: ReadonlyMap<string, number[]>,
  words: readonly string[],
): readonly number[] | null {
  for (let length = words.length - 1; length > 0; length--) {
    const group = groups.get(words.slice(0, length).join(" "));
    if (group && group.length <= WIDEST) return group;
  }
  return null;
}

function bind(pairs: Pairs, left: readonly number[], right: readonly number[], weight: number): void {
  for (const i of left) for (const j of right) if (left !== right || i < j) pairs.add(i, j, weight);
}

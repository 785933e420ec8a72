import type { CallSite, Project } from "../project.ts";

/** Does a reader care about what is called so? */
export type IsMeant = (name: string) => boolean;

/**
 * The calls whose last name is meant, in the order of the project. A name is asked about once, however many calls have
 * it: a reader whose words hardly occur costs next to nothing.
 */
export function callsNamed({ calls }: Pick<Project, "calls">, isMeant: IsMeant): readonly CallSite[] {
  return meantIn(indexOf(calls), isMeant).map((at) => calls[at] as CallSite);
}

/** Positions by name. */
export type NameIndex = ReadonlyMap<string, readonly number[]>;

/** The positions of all names that are meant, rising, each once. */
export function meantIn(index: NameIndex, isMeant: IsMeant): readonly number[] {
  const found = new Set<number>();
  for (const [name, positions] of index) if (isMeant(name)) for (const at of positions) found.add(at);
  return [...found].sort((a, b) => a - b);
}

const indexes = new WeakMap<readonly CallSite[], NameIndex>();

/** Every reader asks it, so it is made once for a project. */
function indexOf(calls: readonly CallSite[]): NameIndex {
  const known = indexes.get(calls);
  if (known !== undefined) return known;
  const index = new Map<string, number[]>();
  for (let at = 0; at < calls.length; at++) {
    const { name } = calls[at] as CallSite;
    const positions = index.get(name);
    if (positions === undefined) index.set(name, [at]);
    else positions.push(at);
  }
  indexes.set(calls, index);
  return index;
}

import { byCodeUnit } from "../../model/ids.ts";
import type { Author } from "./number-authors.ts";

/** What one file went through: commits in all and by signature, first and last day. */
export interface Age {
  revisions: number;
  readonly signatures: Map<number, number>;
  firstDay: string;
  lastDay: string;
}

/** The age of a file that nothing has happened to; `day` is the day of its first commit to come. */
export function newAge(day: string): Age {
  return { revisions: 0, signatures: new Map(), firstDay: day, lastDay: day };
}

/** Counts one commit. */
export function grow(age: Age, signature: number, day: string): void {
  age.revisions++;
  age.signatures.set(signature, (age.signatures.get(signature) ?? 0) + 1);
  if (day < age.firstDay) age.firstDay = day;
  if (day > age.lastDay) age.lastDay = day;
}

/** Two lives that turned out to be of one file. */
export function mergeAges(known: Age | undefined, more: Age): Age {
  if (known === undefined) return more;
  const signatures = new Map(known.signatures);
  for (const [signature, count] of more.signatures) {
    signatures.set(signature, (signatures.get(signature) ?? 0) + count);
  }
  return {
    revisions: known.revisions + more.revisions,
    signatures,
    firstDay: [known.firstDay, more.firstDay].sort(byCodeUnit)[0] as string,
    lastDay: [known.lastDay, more.lastDay].sort(byCodeUnit)[1] as string,
  };
}

/** Commits per number of an author, sorted by number. */
export function revisionsByAuthor(age: Age, authors: readonly Author[]): (readonly [number, number])[] {
  const revisions = new Map<number, number>();
  for (const [signature, count] of age.signatures) {
    const { number } = authors[signature] as Author;
    revisions.set(number, (revisions.get(number) ?? 0) + count);
  }
  return [...revisions].sort(([left], [right]) => left - right);
}

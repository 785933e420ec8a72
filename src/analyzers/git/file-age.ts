import type { Author } from "./number-authors.ts";

/** What one file went through: commits in all, first and last day (counted from 1970), the newest of its signings. */
export interface Age {
  revisions: number;
  firstDay: number;
  lastDay: number;
  signing: number;
}

const NONE = -1;

/**
 * Who committed to which file. A large history has hundreds of thousands of these, so they are chains of numbers: each
 * signing knows the one before it of the same file.
 */
export class Signings {
  #signatures = new Int32Array(1024);
  #before = new Int32Array(1024);
  #length = 0;

  /** Counts one commit; `age` is null for the first one of a file. */
  grow(age: Age | null, signature: number, day: number): Age {
    const signing = this.#add(signature, age === null ? NONE : age.signing);
    if (age === null) return { revisions: 1, firstDay: day, lastDay: day, signing };
    age.revisions++;
    age.signing = signing;
    if (day < age.firstDay) age.firstDay = day;
    if (day > age.lastDay) age.lastDay = day;
    return age;
  }

  /** Commits per number of an author, sorted by number. `ages` are of one file, which had several lives. */
  byAuthor(ages: readonly Age[], authors: readonly Author[]): (readonly [number, number])[] {
    const revisions = new Map<number, number>();
    for (const age of ages) {
      for (let at = age.signing; at !== NONE; at = this.#before[at] as number) {
        const { number } = authors[this.#signatures[at] as number] as Author;
        revisions.set(number, (revisions.get(number) ?? 0) + 1);
      }
    }
    return [...revisions].sort(([left], [right]) => left - right);
  }

  #add(signature: number, before: number): number {
    if (this.#length === this.#signatures.length) {
      this.#signatures = doubled(this.#signatures);
      this.#before = doubled(this.#before);
    }
    this.#signatures[this.#length] = signature;
    this.#before[this.#length] = before;
    return this.#length++;
  }
}

function doubled(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

import type { Change } from "./parse-log.ts";

/** A file through all its names. `today` is its path in the present, or null if it is gone. */
export class Life {
  today: string | null;
  /** Set when this turns out to be another life under an earlier name. */
  sameAs: Life | null = null;
  /** Was its beginning seen? Then nothing older belongs to it. */
  begun = false;

  constructor(today: string | null) {
    this.today = today;
  }

  /** The life that this one is a part of. */
  whole(): Life {
    let life: Life = this;
    while (life.sameAs !== null) life = life.sameAs;
    return life;
  }
}

/**
 * Follows files back through time. Feed it commits from the newest to the oldest: whatever happened to a path before
 * a rename gave it that name happened to the file under its old name. A path that exists today and was never renamed
 * into is one file for ever, even if it was deleted and came back.
 */
export class Lives {
  readonly #exists: (path: string) => boolean;
  readonly #current = new Map<string, Life>();

  constructor(exists: (path: string) => boolean) {
    this.#exists = exists;
  }

  /** The lives that a commit touched, each once. */
  touch(changes: readonly Change[]): Life[] {
    const renames = changes.filter((change) => change.status === "R" && change.from !== undefined);
    const touched = changes.map((change) => this.#lifeOf(change.path));
    const moved = renames.map((rename) => this.#lifeOf(rename.path));
    for (const { status, path } of changes) if (status === "A") this.#lifeOf(path).begun = true;
    // All at once: two files may have changed places.
    for (const rename of renames) this.#leave(rename.path);
    renames.forEach((rename, at) => {
      this.#arrive(rename.from as string, moved[at] as Life);
    });
    return [...new Set(touched)];
  }

  /** The path of today of what is called `path` at this point of the way back; null if it is gone. */
  present(path: string): string | null {
    return this.#lifeOf(path).whole().today;
  }

  #lifeOf(path: string): Life {
    const known = this.#current.get(path);
    if (known !== undefined) return known;
    const life = new Life(this.#exists(path) ? path : null);
    this.#current.set(path, life);
    return life;
  }

  /** Before it was renamed to `path`, the file was elsewhere; what was at `path` then was another one. */
  #leave(path: string): void {
    this.#current.set(path, new Life(null));
  }

  #arrive(path: string, life: Life): void {
    const later = this.#current.get(path);
    // Newer commits under the old name that no path of today explains were made on a branch before the rename.
    if (later !== undefined && later.today === null && !later.begun && later.whole() !== life.whole()) {
      later.whole().sameAs = life.whole();
    }
    this.#current.set(path, life);
  }
}

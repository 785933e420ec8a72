import type { Change } from "./parse-log.ts";

/** A file through all its names. `today` is its path in the present, or null if it is gone. */
export class Life {
  today: string | null;
  /** Set when this turns out to be another life under an earlier name. */
  sameAs: Life | null = null;
  /** Was its beginning seen? Then nothing older belongs to it. */
  begun = false;
  /** Set where a rename ended the life of a path: under which name, and as which life, it went on before that. */
  before: { readonly path: string; readonly life: Life } | null = null;

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
    for (const rename of renames) this.#recall(rename.path, rename.from as string);
    const moved = renames.map((rename) => this.#lifeOf(rename.path));
    for (const { status, path } of changes) if (status === "A") this.#lifeOf(path).begun = true;
    // All at once: two files may have changed places.
    renames.forEach((rename, at) => {
      this.#leave(rename.path, rename.from as string, moved[at] as Life);
    });
    renames.forEach((rename, at) => {
      this.#arrive(rename.from as string, moved[at] as Life);
    });
    return [...new Set(touched.map((life) => life.whole()))];
  }

  /** The path of today of what is called `path` at this point of the way back; null if it is gone. */
  present(path: string): string | null {
    return this.#lifeOf(path).whole().today;
  }

  #lifeOf(path: string): Life {
    const known = this.#current.get(path);
    if (known !== undefined && !(known.begun && known.today === null)) return known;
    const life = new Life(known === undefined && this.#exists(path) ? path : null);
    this.#current.set(path, life);
    return life;
  }

  /** Branches that were rebased hold one rename twice: what lies between the two is one file with the rest. */
  #recall(path: string, from: string): void {
    const life = this.#lifeOf(path);
    if (life.before?.path === from) join(life, life.before.life);
  }

  /** Before it was renamed to `path`, the file was elsewhere; what was at `path` then was another one. */
  #leave(path: string, from: string, life: Life): void {
    const other = new Life(null);
    other.before = { path: from, life };
    this.#current.set(path, other);
  }

  #arrive(path: string, life: Life): void {
    const later = this.#current.get(path);
    // Newer commits under the old name that no path of today explains were made on a branch before the rename.
    if (later !== undefined && !later.begun) join(later, life);
    this.#current.set(path, life);
  }
}

/** Makes a life that leads nowhere a part of another one. */
function join(part: Life, life: Life): void {
  const [dead, whole] = [part.whole(), life.whole()];
  if (dead !== whole && dead.today === null) dead.sameAs = whole;
}

import type { Age } from "./file-age.ts";
import type { Change } from "./parse-log.ts";
import type { LoggedPath } from "./paths.ts";

/** A file through all its names. `today` is its path in the present, or null if it is gone. */
export class Life {
  today: string | null;
  /** Set when this turns out to be another life under an earlier name. */
  sameAs: Life | null = null;
  /** Was its beginning seen? Then nothing older belongs to it. */
  begun = false;
  /** Set where a rename ended the life of a path: under which name, and as which life, it went on before that. */
  before: { readonly path: LoggedPath; readonly life: Life } | null = null;
  /** What it went through, if anybody counts. */
  age: Age | null = null;
  /** The number of the last commit that touched it. */
  touched = 0;

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
  /** By the numbers of paths. */
  readonly #current: (Life | undefined)[] = [];
  #commits = 0;

  constructor(exists: (path: string) => boolean) {
    this.#exists = exists;
  }

  /** The lives that a commit touched, each once. */
  touch(changes: readonly Change[]): Life[] {
    const commit = ++this.#commits;
    if (changes.some(isRename)) return eachOnce(this.#rename(changes), commit);
    const once: Life[] = [];
    for (const { path } of changes) addOnce(once, this.#lifeOf(path), commit);
    this.#begin(changes);
    return once;
  }

  /** The path of today of what is called `path` at this point of the way back; null if it is gone. */
  present(path: LoggedPath): string | null {
    return this.#lifeOf(path).whole().today;
  }

  #begin(changes: readonly Change[]): void {
    for (const { status, path } of changes) if (status === "A") this.#lifeOf(path).begun = true;
  }

  #rename(changes: readonly Change[]): Life[] {
    const touched = changes.map((change) => this.#lifeOf(change.path));
    const renames = changes.filter(isRename);
    for (const rename of renames) this.#recall(rename.path, rename.from);
    const moved = renames.map((rename) => this.#lifeOf(rename.path));
    this.#begin(changes);
    // All at once: two files may have changed places.
    renames.forEach((rename, at) => {
      this.#leave(rename.path, rename.from, moved[at] as Life);
    });
    renames.forEach((rename, at) => {
      this.#arrive(rename.from, moved[at] as Life);
    });
    return touched;
  }

  #lifeOf({ number, text }: LoggedPath): Life {
    const known = this.#current[number];
    if (known !== undefined && !(known.begun && known.today === null)) return known;
    const life = new Life(known === undefined && this.#exists(text) ? text : null);
    this.#current[number] = life;
    return life;
  }

  /** Branches that were rebased hold one rename twice: what lies between the two is one file with the rest. */
  #recall(path: LoggedPath, from: LoggedPath): void {
    const life = this.#lifeOf(path);
    if (life.before?.path === from) join(life, life.before.life);
  }

  /** Before it was renamed to `path`, the file was elsewhere; what was at `path` then was another one. */
  #leave(path: LoggedPath, from: LoggedPath, life: Life): void {
    const other = new Life(null);
    other.before = { path: from, life };
    this.#current[path.number] = other;
  }

  #arrive(path: LoggedPath, life: Life): void {
    const later = this.#current[path.number];
    // Newer commits under the old name that no path of today explains were made on a branch before the rename.
    if (later !== undefined && !later.begun) join(later, life);
    this.#current[path.number] = life;
  }
}

function isRename(change: Change): change is Change & { readonly from: LoggedPath } {
  return change.status === "R" && change.from !== undefined;
}

function eachOnce(lives: readonly Life[], commit: number): Life[] {
  const once: Life[] = [];
  for (const life of lives) addOnce(once, life, commit);
  return once;
}

function addOnce(once: Life[], life: Life, commit: number): void {
  const whole = life.whole();
  if (whole.touched !== commit) once.push(whole);
  whole.touched = commit;
}

/** Makes a life that leads nowhere a part of another one. */
function join(part: Life, life: Life): void {
  const [dead, whole] = [part.whole(), life.whole()];
  if (dead !== whole && dead.today === null) dead.sameAs = whole;
}

import { CHANGING } from "../model/cache.ts";
import type { FilePath } from "../model/ids.ts";
import { largestReadable } from "./classify-path.ts";
import { decodeText, isGuessed } from "./decode-text.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { KeptTexts } from "./kept-texts.ts";
import { noteFailure } from "./note-failure.ts";
import type { ReadingRoom } from "./reading-room.ts";
import type { FileClass, Package, Repository, RepositoryFile, ShadowGit } from "./repository.ts";
import type { Troubles } from "./troubles.ts";

/** What was found out about a folder. */
export interface Opened {
  readonly name: string;
  readonly root: string;
  readonly files: readonly RepositoryFile[];
  readonly packages: readonly Package[];
  readonly git: ShadowGit | null;
  readonly uncommitted: number;
  readonly troubles: Troubles;
  readonly texts: KeptTexts;
  readonly room: ReadingRoom;
}

/** The repository as it lies in a folder. */
export class FolderRepository implements Repository {
  readonly name: string;
  readonly files: readonly RepositoryFile[];
  readonly packages: readonly Package[];
  readonly git: ShadowGit | null;
  readonly uncommitted: number;
  readonly diagnostics: Repository["diagnostics"];
  readonly #opened: Opened;
  readonly #classes: ReadonlyMap<string, FileClass>;
  readonly #fingerprints = new Map<FilePath, string>();

  constructor(opened: Opened) {
    this.#opened = opened;
    this.name = opened.name;
    this.files = opened.files;
    this.packages = opened.packages;
    this.git = opened.git;
    this.uncommitted = opened.uncommitted;
    this.diagnostics = opened.troubles.list();
    this.#classes = new Map(opened.files.map((file) => [file.path, file.class]));
  }

  has(path: FilePath): boolean {
    return this.#classes.has(path);
  }

  text(path: FilePath): string | null {
    const fingerprint = this.#opened.texts.fingerprint(path);
    if (fingerprint === null) {
      const bytes = this.#bytes(path);
      return bytes === null ? null : decodeText(bytes);
    }
    this.#note(path, fingerprint);
    return this.#opened.texts.take(path);
  }

  fingerprint(path: FilePath): string | null {
    const known = this.#fingerprints.get(path) ?? this.#opened.texts.fingerprint(path);
    if (known === null) this.#bytes(path);
    return known ?? this.#fingerprints.get(path) ?? null;
  }

  /** They last until the next file is read. */
  #bytes(path: FilePath): Buffer | null {
    const kind = this.#classes.get(path);
    if (kind === undefined || kind === "too-large" || kind === "binary" || kind === "unreadable") return null;
    const { root, troubles, room } = this.#opened;
    const read = room.read(`${root}/${path}`, largestReadable(path));
    if (!("bytes" in read)) {
      noteFailure(troubles, path, read.failure);
      return null;
    }
    if (isGuessed(read.bytes)) {
      const message = "The file is neither UTF-8 nor UTF-16; it was read as Latin-1.";
      troubles.note("undecodable-text", path, message);
    }
    this.#note(path, fingerprintOf(read.bytes));
    return read.bytes;
  }

  #note(path: FilePath, fingerprint: string): void {
    const known = this.#fingerprints.get(path) ?? fingerprint;
    this.#fingerprints.set(path, known === fingerprint ? fingerprint : CHANGING);
  }

  troubles(): Repository["diagnostics"] {
    return this.#opened.troubles.list();
  }
}

import { createHash } from "node:crypto";
import { CHANGING } from "../model/cache.ts";
import type { FilePath } from "../model/ids.ts";
import { largestReadable } from "./classify-path.ts";
import { decodeText, isGuessed } from "./decode-text.ts";
import { noteFailure } from "./note-failure.ts";
import { readRegularFile } from "./read-regular-file.ts";
import type { Reading } from "./read-repository.ts";
import type { FileClass, Package, Repository, RepositoryFile, ShadowGit } from "./repository.ts";

/** The repository as it lies in a folder. */
export class FolderRepository implements Repository {
  readonly name: string;
  readonly files: readonly RepositoryFile[];
  readonly packages: readonly Package[];
  readonly git: ShadowGit | null;
  readonly uncommitted: number;
  readonly diagnostics: Repository["diagnostics"];
  readonly #reading: Reading;
  readonly #classes: ReadonlyMap<string, FileClass>;
  readonly #fingerprints = new Map<FilePath, string>();

  constructor(
    reading: Reading,
    files: readonly RepositoryFile[],
    packages: readonly Package[],
    uncommitted: number,
  ) {
    this.#reading = reading;
    this.name = reading.name;
    this.files = files;
    this.packages = packages;
    this.git = reading.git;
    this.uncommitted = uncommitted;
    this.diagnostics = reading.troubles.list();
    this.#classes = new Map(files.map((file) => [file.path, file.class]));
  }

  has(path: FilePath): boolean {
    return this.#classes.has(path);
  }

  text(path: FilePath): string | null {
    const bytes = this.#bytes(path);
    return bytes === null ? null : decodeText(bytes);
  }

  fingerprint(path: FilePath): string | null {
    const known = this.#fingerprints.get(path);
    if (known === undefined) this.#bytes(path);
    return known ?? this.#fingerprints.get(path) ?? null;
  }

  #bytes(path: FilePath): Buffer | null {
    const kind = this.#classes.get(path);
    if (kind === undefined || kind === "too-large" || kind === "binary" || kind === "unreadable") return null;
    const { root, troubles } = this.#reading;
    const read = readRegularFile(`${root}/${path}`, largestReadable(path));
    if (!("bytes" in read)) {
      noteFailure(troubles, path, read.failure);
      return null;
    }
    if (isGuessed(read.bytes)) {
      const message = "The file is neither UTF-8 nor UTF-16; it was read as Latin-1.";
      troubles.note("undecodable-text", path, message);
    }
    this.#note(path, createHash("sha256").update(read.bytes).digest("hex"));
    return read.bytes;
  }

  #note(path: FilePath, fingerprint: string): void {
    const known = this.#fingerprints.get(path) ?? fingerprint;
    this.#fingerprints.set(path, known === fingerprint ? fingerprint : CHANGING);
  }

  troubles(): Repository["diagnostics"] {
    return this.#reading.troubles.list();
  }
}

import type { FilePath } from "../model/ids.ts";
import { largestReadable } from "./classify-path.ts";
import { decodeText } from "./decode-text.ts";
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
    const kind = this.#classes.get(path);
    if (kind === undefined || kind === "too-large" || kind === "binary" || kind === "unreadable") return null;
    const { root, troubles } = this.#reading;
    const read = readRegularFile(`${root}/${path}`, largestReadable(path));
    if (!("bytes" in read)) {
      troubles.note("unreadable-file", path, "The file cannot be read.");
      return null;
    }
    const { text, guessed } = decodeText(read.bytes);
    if (guessed)
      troubles.note(
        "undecodable-text",
        path,
        "The file is neither UTF-8 nor UTF-16; it was read as Latin-1.",
      );
    return text;
  }

  troubles(): Repository["diagnostics"] {
    return this.#reading.troubles.list();
  }
}

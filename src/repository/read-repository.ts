import type { FilePath } from "../model/ids.ts";
import type { Settings } from "../model/settings.ts";
import { choosePackages } from "./choose-packages.ts";
import { classifyContent } from "./classify-content.ts";
import { classifier } from "./classify-file.ts";
import { largestReadable } from "./classify-path.ts";
import { type CommittedFiles, isCommitted } from "./committed-files.ts";
import { decodeText, isBinary } from "./decode-text.ts";
import { findPackages, packageFinder } from "./find-packages.ts";
import { packageSources } from "./package-sources.ts";
import { readRegularFile } from "./read-regular-file.ts";
import type { FileClass, Package, Repository, RepositoryFile, ShadowGit } from "./repository.ts";
import type { Troubles } from "./troubles.ts";
import type { WalkedFile } from "./walk-folder.ts";

export interface Reading {
  readonly root: string;
  readonly name: string;
  readonly files: readonly WalkedFile[];
  readonly commit: CommittedFiles | null;
  readonly git: ShadowGit | null;
  readonly settings: Settings;
  readonly included: (path: string) => boolean;
  readonly excluded: (path: string) => boolean;
  readonly troubles: Troubles;
}

/** Finds packages, chooses among them, and says of every file what it is. */
export function readRepository(reading: Reading): Repository {
  const { troubles } = reading;
  const paths = reading.files.map((file) => file.path);
  const found = findPackages(paths, (path) => readJson(reading, path));
  const packageOf = packageFinder(found.map((one) => one.folder));
  const classify = classifier(paths, packageOf, reading);
  const sources = packageSources(
    paths,
    packageOf,
    (path) => classify(path) === "source",
    (path, length) => readHead(reading, path, length),
  );
  const packages = choosePackages(found, reading.settings.packages, sources);
  noteScope(packages, troubles);
  const chosen = new Set(packages.filter((one) => one.chosen).map((one) => one.folder));
  const look = new Look(reading);
  const files = reading.files.map(({ path, size }): RepositoryFile => {
    const folder = packageOf(path);
    const byPath = classify(path);
    const elsewhere = !chosen.has(folder) && !reading.included(path) && !staysInScope(byPath, folder);
    const kind = elsewhere ? classElsewhere(byPath) : look.classOf(path, size, byPath);
    return { path: path as FilePath, size, class: kind, package: folder };
  });
  const gone = look.goneFiles((path) => chosen.has(packageOf(path)) && isRead(classify(path)));
  noteUncommitted(look.changed + gone, troubles);
  return new FolderRepository(reading, files, packages, look.changed + gone);
}

/** A schema at the root of a workspace is everybody's. */
function staysInScope(byPath: FileClass, folder: string): boolean {
  return byPath === "schema" && folder === "";
}

function classElsewhere(byPath: FileClass): FileClass {
  return byPath === "asset" || byPath === "excluded" ? byPath : "other-package";
}

function isRead(kind: FileClass): boolean {
  return kind === "source" || kind === "schema";
}

const MEBIBYTE = 1024 * 1024;

/** Looks into the files whose path says that they are code, and compares them with the commit. */
class Look {
  readonly #reading: Reading;
  readonly #seen = new Set<string>();
  changed = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  classOf(path: string, size: number, byPath: FileClass): FileClass {
    this.#seen.add(path);
    if (!isRead(byPath) && byPath !== "test") return byPath;
    const { troubles, root, included } = this.#reading;
    if (size > largestReadable(path)) {
      troubles.note(
        "file-too-large",
        path,
        `The file is larger than ${largestReadable(path) / MEBIBYTE} MiB.`,
      );
      return "too-large";
    }
    if (byPath === "test") return byPath;
    const read = readRegularFile(`${root}/${path}`, largestReadable(path));
    if (!("bytes" in read)) {
      troubles.note("unreadable-file", path, "The file cannot be read.");
      return "unreadable";
    }
    if (isBinary(read.bytes)) {
      troubles.note("binary-file", path, "The file is named like code but holds no text.");
      return "binary";
    }
    this.#compare(path, read.bytes);
    if (byPath === "schema" || included(path)) return byPath;
    const kind = classifyContent(path, read.bytes);
    if (kind === "minified") troubles.note("minified-file", path, "The file is minified, so it is not read.");
    return kind === "minified" ? "build-output" : (kind ?? byPath);
  }

  /** How many files of the commit are no longer there. A sparse checkout leaves out most: that is no change. */
  goneFiles(inScope: (path: string) => boolean): number {
    const committed = [...(this.#reading.commit?.keys() ?? [])].filter(inScope);
    const gone = committed.filter((path) => !this.#seen.has(path)).length;
    return gone * 2 > committed.length ? 0 : gone;
  }

  #compare(path: string, bytes: Buffer): void {
    const { commit } = this.#reading;
    if (commit === null) return;
    const blob = commit.get(path);
    if (blob === undefined || !isCommitted(bytes, blob)) this.changed++;
  }
}

class FolderRepository implements Repository {
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

function readJson({ root, troubles }: Reading, path: string): Readonly<Record<string, unknown>> | null {
  const read = readRegularFile(`${root}/${path}`, largestReadable(path));
  if (!("bytes" in read)) return null;
  try {
    const value: unknown = JSON.parse(decodeText(read.bytes).text);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  troubles.note("broken-configuration", path, "The file is no JSON object.");
  return path.endsWith("package.json") ? {} : null;
}

function readHead({ root }: Reading, path: string, length: number): string {
  const read = readRegularFile(`${root}/${path}`, largestReadable(path));
  return "bytes" in read ? read.bytes.toString("latin1", 0, length) : "";
}

function noteScope(packages: readonly Package[], troubles: Troubles): void {
  if (packages.length < 2) return;
  const chosen = packages.filter((one) => one.chosen).map((one) => one.name);
  const shown = chosen.slice(0, 5).join(", ") + (chosen.length > 5 ? ", …" : "");
  const message = `${chosen.length} of ${packages.length} packages are analysed: ${shown}. Use --package to choose others.`;
  troubles.add({ severity: "note", code: "scope-chosen", message, count: chosen.length });
}

function noteUncommitted(count: number, troubles: Troubles): void {
  if (count === 0) return;
  const message = "Files differ from the newest commit; the analysis shows them as they are now.";
  troubles.add({ severity: "note", code: "uncommitted-changes", message, count });
}

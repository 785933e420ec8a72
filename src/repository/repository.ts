import type { Diagnostic } from "../model/diagnostic.ts";
import type { FilePath } from "../model/ids.ts";
import type { PackageNote } from "../model/report.ts";

/** Why a file takes part in the analysis or not. Only `source`, `schema` and `test` files are ever parsed. */
export const FILE_CLASSES = [
  "source", // code of the chosen packages
  "schema", // .sql, .prisma and what else declares data
  "test",
  "generated",
  "vendored",
  "build-output",
  "declaration", // .d.ts
  "user-interface", // code that only draws, of a package that is a server as well
  "tooling", // build and lint configuration, scripts, examples: code beside the product
  "asset", // images, styles, documents, data
  "other-package", // code of packages that were not chosen
  "excluded", // by --exclude
  "too-large",
  "binary",
  "unreadable",
] as const;
export type FileClass = (typeof FILE_CLASSES)[number];

export interface RepositoryFile {
  readonly path: FilePath;
  readonly class: FileClass;
  /** The folder of its package; empty for the root package. */
  readonly package: string;
}

/** A package of the repository, whatever workspace tool declares it. */
export interface Package extends PackageNote {
  /** The parsed package.json, or an empty object where it is broken or missing. */
  readonly manifest: Readonly<Record<string, unknown>>;
}

export interface RunLimits {
  /** Seconds without output after which git is stopped. */
  readonly stallSeconds?: number;
  /** Added to the environment of this one run. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Variables to leave out of the environment of this one run. */
  readonly without?: readonly string[];
}

/** How a run of git ended. */
export type RunEnd = "done" | "failed" | "stalled";

/** What to start git with so that nothing of the repository is executed; null where there is no usable history. */
export interface ShadowGit {
  /** The absolute path of the git program. */
  readonly program: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly head: string;
  readonly shallow: boolean;
  readonly partial: boolean;
  /** Where the analysed folder lies inside its git work tree, `""` or `apps/server/`. */
  readonly prefix: string;
  /** Starts a run that somebody will soon ask for with the same arguments: what it prints waits for them. */
  begin(args: readonly string[]): void;
  /**
   * Starts git in the shadow directory and hands over what it prints, piece by piece. Always resolves; the program
   * is stopped, with everything that it started, when it says nothing for `stallSeconds`.
   */
  run(args: readonly string[], onOutput: (bytes: Buffer) => void, limits?: RunLimits): Promise<RunEnd>;
  /** Stops what still runs and removes the shadow directory. */
  close(): void;
}

/** Somebody's code as data. The only door to their files. */
export interface Repository {
  /** The last part of its path. */
  readonly name: string;
  /** Every file seen, sorted by path. */
  readonly files: readonly RepositoryFile[];
  readonly packages: readonly Package[];
  /** What went wrong while it was opened. */
  readonly diagnostics: readonly Diagnostic[];
  readonly git: ShadowGit | null;
  /** Files that differ from the commit; 0 without history. */
  readonly uncommitted: number;
  has(path: FilePath): boolean;
  /** The decoded text, or null where it cannot be read (a diagnostic is kept). Never throws, never follows a link. */
  text(path: FilePath): string | null;
  /** A digest of the bytes that the text is decoded from; null where there is no text, `CHANGING` where it changed. */
  fingerprint(path: FilePath): string | null;
  /** Everything that went wrong so far, opening included; call it at the end. */
  troubles(): readonly Diagnostic[];
}

import type { FilePath } from "../model/ids.ts";
import type { Repository } from "../repository/repository.ts";

/** What was read of a repository: each file with the fingerprint of its bytes, null where it could not be read. */
export type Reads = readonly (readonly [FilePath, string | null])[];

/** A repository that remembers which files it was asked for. */
export function watchReads(repository: Repository): {
  readonly watched: Repository;
  readonly reads: () => Reads;
} {
  const paths = new Set<FilePath>();
  const text = (path: FilePath): string | null => {
    paths.add(path);
    return repository.text(path);
  };
  const fingerprint = (path: FilePath): string | null => {
    paths.add(path);
    return repository.fingerprint(path);
  };
  const watched: Repository = {
    name: repository.name,
    files: repository.files,
    packages: repository.packages,
    diagnostics: repository.diagnostics,
    git: repository.git,
    uncommitted: repository.uncommitted,
    has: (path) => repository.has(path),
    text,
    fingerprint,
    troubles: () => repository.troubles(),
  };
  return { watched, reads: () => [...paths].map((path) => [path, repository.fingerprint(path)] as const) };
}

/** Do all these files still read as they did? */
export function readsTheSame(repository: Repository, reads: Reads): boolean {
  return reads.every(([path, fingerprint]) => repository.fingerprint(path) === fingerprint);
}

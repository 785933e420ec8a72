import type { FileIr, ImportIr } from "../ir.ts";
import type { Link } from "./link.ts";

/** The `export * from` of one file: which of them may have a name. */
export interface Stars {
  /** Those behind which some file of the repository exports the name, in their order. */
  readonly byName: ReadonlyMap<string, readonly ImportIr[]>;
  /** Those that lead to a library, which may export anything. */
  readonly open: ReadonlySet<ImportIr>;
}

/** The stars of a file that may lead to a name, in their order: a barrel of a thousand files is not searched file by file. */
export function starsWith(link: Link, file: FileIr, name: string): readonly ImportIr[] {
  if (file.starExports.length < 2) return file.starExports;
  const { byName, open } = starsOf(link, file);
  const named = byName.get(name) ?? [];
  if (open.size === 0) return named;
  return file.starExports.filter((star) => open.has(star) || named.includes(star));
}

function starsOf(link: Link, file: FileIr): Stars {
  const known = link.stars.get(file);
  if (known !== undefined) return known;
  const byName = new Map<string, ImportIr[]>();
  const open = new Set<ImportIr>();
  for (const star of file.starExports) {
    for (const behind of filesBehind(star)) {
      if (behind === null) open.add(star);
      else for (const name of behind.exports.keys()) note(byName, name, star);
    }
  }
  const stars = { byName, open };
  link.stars.set(file, stars);
  return stars;
}

/** The file that a star leads to, and all that its own stars lead to; null stands for a library. */
function filesBehind(star: ImportIr): ReadonlySet<FileIr | null> {
  const files = new Set<FileIr | null>([star.target]);
  for (const file of files) for (const next of file?.starExports ?? []) files.add(next.target);
  return files;
}

function note(stars: Map<string, ImportIr[]>, name: string, star: ImportIr): void {
  const known = stars.get(name);
  if (known === undefined) stars.set(name, [star]);
  else if (known.at(-1) !== star) known.push(star);
}

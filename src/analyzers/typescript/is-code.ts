import type { FileClass, RepositoryFile } from "../../repository/repository.ts";

const CODE = /\.[cm]?[jt]sx?$/;

/** Is it a file of TypeScript or JavaScript, and of this class? */
export function isCode({ path, class: found }: RepositoryFile, wanted: FileClass): boolean {
  return found === wanted && CODE.test(path);
}

import { lineAt } from "../../../src/analyzers/typescript/ir.ts";
import { type LinkedProject, linkProject } from "../../../src/analyzers/typescript/link/linked-project.ts";
import type { CallSite } from "../../../src/analyzers/typescript/project.ts";
import { parseFile } from "../../../src/analyzers/typescript/syntax/parse.ts";
import type { Repository } from "../../../src/repository/repository.ts";
import { memoryRepository } from "./memory-repository.ts";

/** The linked project of a repository's sources. */
export function linkRepository(repository: Repository): LinkedProject {
  const paths = repository.files
    .filter(({ path, class: kind }) => kind === "source" && /\.[cm]?[jt]sx?$/.test(path))
    .map(({ path }) => path);
  const files = paths.map((path) => parseFile(path, repository.text(path) ?? ""));
  return linkProject(repository, files);
}

export function link(texts: Readonly<Record<string, string>>): LinkedProject {
  return linkRepository(memoryRepository(texts));
}

/** `till.ts:3 → src/shop.ts#Shop.sell`, one for each target of each call that has one. */
export function callsOf(project: LinkedProject): string[] {
  return project.calls.flatMap((site) =>
    project.targets(site).map(({ unit, method }) => `${placeOf(site)} → ${unit}.${method}`),
  );
}

export function placeOf({ file, expr }: CallSite): string {
  return `${file.path}:${lineAt(file, expr.pos)}`;
}

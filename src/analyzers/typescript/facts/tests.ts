import type { TestReach } from "../../../model/fact.ts";
import { byCodeUnit, type FilePath, type NodeId } from "../../../model/ids.ts";
import type { Repository } from "../../../repository/repository.ts";
import type { FileIr } from "../ir.ts";
import type { LinkedProject } from "../link/linked-project.ts";

const MODULE_NAME =
  /\b(?:from|import|require|mock|doMock|unstable_mockModule)\s*\(?\s*["'`]([^"'`\n]{1,300})["'`]/g;

/** Which units tests reach through their imports. Tests are not parsed: the names of the modules are enough. */
export function testFacts(
  repository: Repository,
  project: LinkedProject,
  tests: readonly FilePath[],
): TestReach[] {
  const facts: TestReach[] = [];
  const behind = new Map<FileIr, readonly NodeId[]>();
  for (const path of tests) {
    const text = repository.text(path);
    if (text === null) continue;
    const reached = new Set<NodeId>();
    const from = { path } as FileIr;
    for (const [, name = ""] of text.matchAll(MODULE_NAME)) {
      const file = project.link.resolveModule(from, name);
      if (!file) continue;
      const units = behind.get(file) ?? unitsBehind(project, file);
      behind.set(file, units);
      for (const unit of units) reached.add(unit);
    }
    for (const unit of [...reached].sort(byCodeUnit)) facts.push({ kind: "test-reach", test: path, unit });
  }
  return facts;
}

/** The units of a file; of a barrel, those of the files that it passes on. */
function unitsBehind(project: LinkedProject, file: FileIr): NodeId[] {
  const own = file.classes.flatMap(({ unit }) => unit ?? []);
  const passed = file.starExports.flatMap((star) => {
    const target = project.link.resolveModule(file, star.module);
    return target ? [target.unit!, ...target.classes.flatMap(({ unit }) => unit ?? [])] : [];
  });
  return [file.unit!, ...own, ...passed];
}

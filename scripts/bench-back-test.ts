import { basename } from "node:path";
import { LEVELS } from "../src/model/context.ts";
import { DEFAULT_SETTINGS } from "../src/model/settings.ts";
import { backTestHistory } from "../src/pipeline/back-test-history.ts";
import { openRepository } from "../src/repository/open-repository.ts";

/** Prints, per repository and level, the share of later commits that stay inside one context; returns the exit code. */
export async function benchBackTest(roots: readonly string[]): Promise<number> {
  if (roots.length === 0) {
    console.error("npm run bench:quality -- --back-test <repository>…");
    return 2;
  }
  console.log("repository\tlevel\tcommits\tcontexts\tlocal\tby chance\tgain\tfolders\tlocal\tby chance");
  for (const root of roots) {
    const repository = await openRepository(root, DEFAULT_SETTINGS);
    try {
      const tests = await backTestHistory(repository, DEFAULT_SETTINGS, () => {});
      for (const level of LEVELS) {
        const { commits, contextCount, contexts, chance, gain, folderCount, folders, folderChance } =
          tests[level];
        const cells = [basename(root), level, commits, contextCount, percent(contexts), percent(chance)];
        const beside = [gain.toFixed(2), folderCount, percent(folders), percent(folderChance)];
        console.log([...cells, ...beside].join("\t"));
      }
    } finally {
      repository.git?.close();
    }
  }
  return 0;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import { ANALYZERS } from "../../src/analyzers/index.ts";
import type { Findings } from "../../src/model/findings.ts";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { collectFindings, observeAll } from "../../src/pipeline/collect-findings.ts";
import { openRepository } from "../../src/repository/open-repository.ts";

/** What all analyzers say of a folder. History only counts where the folder has one of its own. */
export async function analyzeFolder(folder: string): Promise<Findings> {
  const settings = { ...DEFAULT_SETTINGS, history: existsSync(join(folder, ".git")) };
  const repository = await openRepository(folder, settings);
  try {
    return collectFindings(repository, await observeAll(repository, ANALYZERS, settings, () => {}));
  } finally {
    repository.git?.close();
  }
}

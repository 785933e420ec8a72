import type { Findings } from "../model/findings.ts";
import type { Means } from "../model/means.ts";
import type { Settings } from "../model/settings.ts";
import type { Repository } from "../repository/repository.ts";

/** Says how far the work has come; `total` is 0 while it is unknown. */
export type Progress = (phase: string, done: number, total: number) => void;

/** Reads one language, file format or history, and says what it saw. Never executes what it reads. */
export interface Analyzer {
  readonly name: string;
  /** What it will surely ask of git: git begins while the folder is still being opened. */
  readonly ahead?: readonly (readonly string[])[];
  appliesTo(repository: Repository): boolean;
  analyze(repository: Repository, settings: Settings, progress: Progress, means?: Means): Promise<Findings>;
}

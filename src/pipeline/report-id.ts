import { digestOf } from "../cache/digest.ts";
import type { Observation } from "../cache/observe.ts";
import type { Decisions } from "../model/decision.ts";
import type { Settings } from "../model/settings.ts";
import type { Repository } from "../repository/repository.ts";

/** The digest of everything that a report depends on; null where the same repository may give another one next time. */
export function reportId(
  repository: Repository,
  observations: readonly Observation[],
  settings: Settings,
  decisions: Decisions,
): string | null {
  const ids = observations.map(({ id }) => id);
  if (ids.includes(null)) return null;
  const { name, files, packages, git, uncommitted } = repository;
  const classes = files.map(({ path, class: kind }) => [path, kind]);
  const about = { name, classes, packages, commit: git?.head, uncommitted, troubles: repository.troubles() };
  return digestOf({ about, ids, settings, decisions });
}

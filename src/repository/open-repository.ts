import { realpathSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Settings } from "../model/settings.ts";
import { UsageError } from "../model/usage-error.ts";
import { addTracked } from "./add-tracked.ts";
import { type CommittedFiles, committedFiles } from "./committed-files.ts";
import { ignoreRulesOf } from "./ignore-rules.ts";
import { findWorkTree } from "./locate-history.ts";
import { matchGlobs } from "./match-globs.ts";
import { noteNpmTraps } from "./npm-traps.ts";
import { openShadowGit } from "./open-shadow-git.ts";
import { readRepository } from "./read-repository.ts";
import type { Repository, ShadowGit } from "./repository.ts";
import { Troubles } from "./troubles.ts";
import { walkFolder } from "./walk-folder.ts";

/** What will be asked of git about a history with this newest commit. */
export type Ahead = (head: string) => readonly (readonly string[])[];

/**
 * Opens somebody's folder as data. Needs no git, executes nothing, follows no link; what is wrong with the code or
 * its history becomes a diagnostic. Throws `UsageError` where the request itself cannot be met. git works on what is
 * asked `ahead` while the folder is read.
 */
export async function openRepository(
  root: string,
  settings: Settings,
  ahead: Ahead = () => [],
): Promise<Repository> {
  const place = placeOf(root);
  const included = matchGlobs(settings.include, "--include");
  const excluded = matchGlobs(settings.exclude, "--exclude");
  const troubles = new Troubles();
  const rules = ignoreRulesOf(place, findWorkTree(place)?.prefix ?? "");
  const [history, walked] = await Promise.all([
    settings.history ? openHistory(place, ahead, troubles) : NO_HISTORY,
    walkFolder(place, rules, troubles),
  ]);
  const { git, commit } = history;
  noteNpmTraps(place, commit, troubles);
  const paths = commit === null ? walked : addTracked(place, walked, commit.blobs.keys());
  try {
    const name = basename(place) || "repository";
    return readRepository({ root: place, name, paths, commit, git, settings, included, excluded, troubles });
  } catch (error) {
    git?.close();
    throw error;
  }
}

interface History {
  readonly git: ShadowGit | null;
  readonly commit: CommittedFiles | null;
}

const NO_HISTORY: History = { git: null, commit: null };

function placeOf(root: string): string {
  const shown = JSON.stringify(root);
  let place: string;
  try {
    place = realpathSync(resolve(root));
  } catch {
    throw new UsageError(`There is no folder ${shown}.`);
  }
  if (!statSync(place).isDirectory())
    throw new UsageError(`${shown} is a file; give the folder that it lies in.`);
  return place;
}

async function openHistory(place: string, ahead: Ahead, troubles: Troubles): Promise<History> {
  const result = await openShadowGit(place, process.env);
  if (!("git" in result)) {
    troubles.add({ severity: "warning", code: result.code, message: result.message });
    return NO_HISTORY;
  }
  const { git } = result;
  if (git.shallow) {
    const message =
      "The clone is shallow: its history ends early, so what changed together is known in part.";
    troubles.add({ severity: "warning", code: "shallow-history", message });
  }
  for (const args of ahead(git.head)) git.begin(args);
  const commit = await committedFiles(git);
  return { git: commit === null ? giveUp(git, troubles) : git, commit };
}

/** A commit that does not list the folder: it is new, or its objects are broken. */
function giveUp(git: ShadowGit, troubles: Troubles): ShadowGit | null {
  if (git.prefix === "") {
    const message = "The files of the commit cannot be listed, so uncommitted work is not told apart.";
    troubles.add({ severity: "warning", code: "history-failed", message });
    return git;
  }
  const message = "The folder is not part of the newest commit of the work tree that it lies in.";
  troubles.add({ severity: "warning", code: "no-history", message });
  git.close();
  return null;
}

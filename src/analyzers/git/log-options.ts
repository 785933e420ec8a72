import { LOG_FORMAT } from "./parse-log.ts";

/** What every `git log` of ours says, so that no setting of anybody changes its output or starts a program. */
export const PLAIN_LOG: readonly string[] = [
  ...["-z", "--root", "--no-merges", "--no-show-signature", "--no-mailmap", "--no-notes", "--no-decorate"],
  ...["--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all", "-O/dev/null"],
];

/** Asks for every commit with the paths that it changed; `renames` says how hard git looks for renames. */
export function namesLog(renames: "-M" | "-M100%"): readonly string[] {
  return ["log", ...PLAIN_LOG, "--name-status", renames, LOG_FORMAT, "HEAD", "--"];
}

/** What every `git log` of ours says, so that no setting of anybody changes its output or starts a program. */
export const PLAIN_LOG: readonly string[] = [
  ...["-z", "--root", "--no-merges", "--no-show-signature", "--no-mailmap", "--no-notes", "--no-decorate"],
  ...["--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all", "-O/dev/null"],
];

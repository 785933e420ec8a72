import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Stage } from "../stage.ts";
import type { GitCase } from "./case.ts";

/** Pipes in the place of files: whoever opens one waits for a writer that never comes. */
const READ_AROUND: Readonly<Record<string, (stage: Stage) => void>> = {
  "hang-orderfile": (stage) => settingToPipe(stage, "diff", "orderFile"),
  "hang-mailmap-file": (stage) => settingToPipe(stage, "mailmap", "file"),
  "hang-info-attributes": ({ repository }) => replaceByPipe(join(repository, ".git/info/attributes")),
  "hang-excludesfile": (stage) => settingToPipe(stage, "core", "excludesFile"),
  "hang-index": ({ repository }) => replaceByPipe(join(repository, ".git/index")),
  "hang-grafts": ({ repository }) => replaceByPipe(join(repository, ".git/info/grafts")),
  "hang-shallow": ({ repository }) => replaceByPipe(join(repository, ".git/shallow")),
  "hang-ignorerevs": (stage) => settingToPipe(stage, "blame", "ignoreRevsFile"),
};

/** The same among the files that people work on. */
const IN_THE_TREE: Readonly<Record<string, (stage: Stage) => void>> = {
  "hang-mailmap": ({ repository }) => replaceByPipe(join(repository, ".mailmap")),
  "hang-gitattributes": ({ repository }) => replaceByPipe(join(repository, ".gitattributes")),
  "hang-gitignore": ({ repository }) => replaceByPipe(join(repository, ".gitignore")),
};

/** Files without which there is no history. */
const NEEDED: readonly GitCase[] = [
  {
    name: "hang-include-fifo",
    build: (stage) => settingToPipe(stage, "include", "path"),
    refused: "history-timeout",
    ordinary: "hangs",
  },
  {
    name: "hang-config",
    build: ({ repository }) => replaceByPipe(join(repository, ".git/config")),
    refused: "history-timeout",
    ordinary: "hangs",
  },
  {
    name: "hang-head",
    build: ({ repository }) => replaceByPipe(join(repository, ".git/HEAD")),
    refused: "history-timeout",
    ordinary: "hangs",
  },
  {
    name: "hang-packed-refs",
    build: ({ repository, git }) => {
      git("pack-refs", "--all");
      replaceByPipe(join(repository, ".git/packed-refs"));
    },
    refused: "history-timeout",
    ordinary: "hangs",
  },
  {
    name: "hang-alternates",
    build: ({ repository }) => replaceByPipe(join(repository, ".git/objects/info/alternates")),
    refused: "foreign-objects",
    ordinary: "hangs",
  },
  {
    name: "hang-loose-obj",
    build: ({ repository, git }) => {
      const tree = git("rev-parse", "HEAD~2^{tree}").trim();
      replaceByPipe(join(repository, ".git/objects", tree.slice(0, 2), tree.slice(2)));
    },
    refused: "foreign-objects",
    ordinary: "hangs",
  },
  {
    name: "hang-commit-graph",
    build: ({ repository }) => replaceByPipe(join(repository, ".git/objects/info/commit-graph")),
    refused: "foreign-objects",
    ordinary: "hangs",
  },
];

export const PIPES: readonly GitCase[] = [
  ...Object.entries(READ_AROUND).map(([name, build]): GitCase => ({ name, build, ordinary: "hangs" })),
  ...Object.entries(IN_THE_TREE).map(
    ([name, build]): GitCase => ({ name, build, told: ["not-regular-file"], ordinary: "hangs" }),
  ),
  ...NEEDED,
];

function settingToPipe({ repository, configure }: Stage, section: string, key: string): void {
  const pipe = join(repository, ".git/pipe");
  replaceByPipe(pipe);
  configure(`[${section}]\n\t${key} = ${pipe}`);
}

function replaceByPipe(path: string): void {
  rmSync(path, { force: true });
  mkdirSync(join(path, ".."), { recursive: true });
  execFileSync("mkfifo", [path]);
}

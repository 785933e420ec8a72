import { execFileSync } from "node:child_process";
import { renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OTHER_OWNER, runGit, type Stage } from "../stage.ts";
import type { GitCase } from "./case.ts";

/** Histories that are somebody else's, or none. */
export const REFUSALS: readonly GitCase[] = [
  {
    name: "alternate-refs-cmd",
    build: (stage) => {
      borrowObjects(stage);
      stage.configure(`[core]\n\talternateRefsCommand = ${stage.payload("alternate-refs-cmd")}`);
    },
    refused: "foreign-objects",
    ordinary: "harmless",
  },
  {
    name: "owner-other",
    build: ({ configure, payload }) => configure(`[core]\n\tfsmonitor = ${payload("owner-other")}`),
    wrapper: OTHER_OWNER,
    refused: "foreign-owner",
    ordinary: "harmless",
  },
  {
    name: "embedded-bare",
    build: ({ repository, git, write, payload }) => {
      git("clone", "--quiet", "--bare", ".", "inner");
      write({ "inner/order.ts": "export class Order {}\n" });
      const inner = join(repository, "inner");
      runGit(inner, ["config", "core.fsmonitor", payload("embedded-bare")]);
      runGit(inner, ["config", "core.bare", "false"]);
      runGit(inner, ["config", "core.worktree", inner]);
    },
    root: "inner",
    refused: "history-failed",
    ordinary: "fires",
  },
  {
    name: "worktree-outside",
    build: ({ configure }) => configure("[core]\n\tworktree = /etc"),
    ordinary: "harmless",
  },
  { name: "alternates", build: borrowObjects, refused: "foreign-objects", ordinary: "harmless" },
  {
    name: "linked-objects",
    build: ({ repository, outside }) => {
      renameSync(join(repository, ".git/objects"), join(outside, "objects"));
      symlinkSync(join(outside, "objects"), join(repository, ".git/objects"));
    },
    refused: "foreign-objects",
    ordinary: "harmless",
  },
  {
    name: "linked-loose-object",
    build: ({ repository, outside, git }) => {
      const head = git("rev-parse", "HEAD").trim();
      const object = join(repository, ".git/objects", head.slice(0, 2), head.slice(2));
      renameSync(object, join(outside, "object"));
      symlinkSync(join(outside, "object"), object);
    },
    refused: "foreign-objects",
    ordinary: "harmless",
  },
  {
    name: "gitfile-elsewhere",
    build: ({ repository, outside }) => {
      renameSync(join(repository, ".git"), join(outside, "private.git"));
      writeFileSync(join(repository, ".git"), "gitdir: ../outside/private.git\n");
    },
    refused: "foreign-objects",
    ordinary: "harmless",
  },
  {
    name: "no-commits",
    build: ({ git }) => void git("update-ref", "-d", "HEAD"),
    refused: "no-history",
    ordinary: "harmless",
  },
  {
    name: "unknown-extension",
    build: ({ configure }) =>
      configure("[core]\n\trepositoryformatversion = 1\n[extensions]\n\tfancy = true"),
    refused: "history-failed",
    ordinary: "harmless",
  },
  {
    name: "corrupt-objects",
    build: ({ repository, git }) => {
      const tree = git("rev-parse", "HEAD~2^{tree}").trim();
      rmSync(join(repository, ".git/objects", tree.slice(0, 2), tree.slice(2)));
    },
    refused: "history-failed",
    ordinary: "harmless",
  },
];

function borrowObjects({ repository, outside, write }: Stage): void {
  execFileSync("cp", ["-r", join(repository, ".git"), join(outside, "other")]);
  rmSync(join(repository, ".git/objects"), { recursive: true });
  write({ ".git/objects/info/alternates": `${join(outside, "other/objects")}\n` });
}

import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { carve, expectHarmless } from "./carve.ts";
import { runGit, type Stage, stage, strike } from "./stage.ts";

interface Nothing {
  /** Leaves nothing to analyse; says in which folder. */
  readonly build: (set: Stage) => string;
  readonly said: RegExp;
  readonly args?: readonly string[];
}

/** Folders that have a history and no files, and the way out of each. */
const NOTHINGS: Readonly<Record<string, Nothing>> = {
  bare: {
    build: ({ git, payload, repository }) => {
      git("clone", "--quiet", "--bare", ".", "inner.git");
      runGit(join(repository, "inner.git"), ["config", "core.fsmonitor", payload("bare")]);
      runGit(join(repository, "inner.git"), ["config", "core.pager", payload("pager")]);
      return "inner.git";
    },
    said: /"inner\.git": it is a bare repository; .*: git clone \S*\/inner\.git my-clone$/,
  },
  "the folder of git": {
    build: () => ".git",
    said: /"\.git": it is the folder of git itself; give the folder that it lies in$/,
  },
  "a clone without its files": {
    build: ({ git, payload, repository }) => {
      git("clone", "--quiet", "--no-checkout", ".", "in'ner");
      runGit(join(repository, "in'ner"), ["config", "core.fsmonitor", payload("empty")]);
      return "in'ner";
    },
    said: /: its files are not checked out; .*: git -C '\S*\/in'\\''ner' checkout HEAD -- \.$/,
  },
  "a clone without its files or its history": {
    build: ({ git }) => {
      git("clone", "--quiet", "--no-checkout", ".", "inner");
      return "inner";
    },
    args: ["--no-history"],
    said: /: its files are not checked out; .*checkout HEAD -- \.$/,
  },
  "a sparse clone": {
    build: ({ git, repository, write }) => {
      write({ "README.md": "A shop.\n" });
      git("add", "--all");
      git("commit", "--quiet", "--message", "Say what it is");
      git(
        "clone",
        "--quiet",
        "--no-local",
        "--filter=blob:none",
        "--sparse",
        `file://${repository}`,
        "inner",
      );
      return "inner";
    },
    said: /: its files are not checked out; .*: git -C \S*\/inner sparse-checkout disable$/,
  },
  "nothing but submodules": {
    build: ({ git, repository, write, configure }) => {
      const head = git("rev-parse", "HEAD").trim();
      git("rm", "--quiet", "-r", "src");
      write({
        ".gitmodules": `[submodule "shop"]\n\tpath = shop\n\turl = ./shop\n[submodule "up"]\n\tpath = ../..\n`,
      });
      write({ "shop/.keep": "" });
      rmSync(join(repository, "shop/.keep"));
      git("add", ".gitmodules");
      git("update-index", "--add", "--cacheinfo", `160000,${head},shop`);
      git("commit", "--quiet", "--message", "Only refer to the shop");
      configure('[submodule "shop"]\n\tupdate = !false');
      return ".";
    },
    said: /: the code of its submodules is not here; .*: git -C \S* submodule update --init$/,
  },
  "no commit yet": {
    build: ({ git }) => {
      git("init", "--quiet", "inner");
      return "inner";
    },
    said: /"inner": 0 files seen, no TypeScript, JavaScript, SQL or Prisma source among them$/,
  },
};

test.concurrent.each(Object.entries(NOTHINGS))(
  "%s: exit 3, and one line with the way out",
  async (_, one) => {
    const set = stage();
    try {
      const root = one.build(set);
      const carved = await carve(set, { root, args: one.args ?? [] });
      // The path was typed, so it may be said.
      expectHarmless(set, { ...carved, words: carved.words.replaceAll(set.repository, "") });
      const { code, stdout, stderr, report } = carved;
      expect({ code, stdout, report }).toEqual({ code: 3, stdout: "", report: null });
      expect(stderr).toMatch(/^monocarve: nothing to analyse in [^\n]+\n$/);
      expect(stderr.trimEnd()).toMatch(one.said);
    } finally {
      await strike(set);
    }
  },
);

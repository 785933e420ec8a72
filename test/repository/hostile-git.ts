import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { emptyFolder, writeTree } from "./build-tree.ts";

/** A repository with three commits, and the folder where payloads leave their marks. */
export interface Stage {
  readonly repository: string;
  readonly fired: string;
  /** The path of a program that leaves a mark of this name; by default it passes its input on. */
  payload(name: string, then?: string): string;
  git(...args: string[]): string;
  /** Adds lines to `.git/config`. */
  configure(lines: string): void;
}

const ENVIRONMENT = {
  PATH: process.env.PATH,
  HOME: "/nonexistent",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Ada Byron",
  GIT_AUTHOR_EMAIL: "ada@shop.example",
  GIT_COMMITTER_NAME: "Ada Byron",
  GIT_COMMITTER_EMAIL: "ada@shop.example",
};

export function stage(init: readonly string[] = []): Stage {
  const repository = emptyFolder();
  const fired = join(repository, "..", "fired");
  mkdirSync(fired);
  const git = (...args: string[]): string =>
    execFileSync("git", args, {
      cwd: repository,
      env: ENVIRONMENT,
      stdio: ["ignore", "pipe", "ignore"],
    }).toString();
  git("init", "--quiet", "--initial-branch=main", ...init);
  for (const [at, name] of ["order", "bill", "order"].entries()) {
    writeTree(repository, { [`src/${name}.ts`]: `export const revision = ${at};\n` });
    git("add", "--all");
    git("commit", "--quiet", "--message", `Change ${at}`);
  }
  const payload = (name: string, then = "cat"): string => {
    const program = join(fired, "..", `payload-${name}`);
    writeFileSync(program, `#!/bin/sh\ntouch '${join(fired, name)}'\n${then}\n`);
    chmodSync(program, 0o755);
    return program;
  };
  const configure = (lines: string): void => appendFileSync(join(repository, ".git/config"), `${lines}\n`);
  return { repository, fired, payload, git, configure };
}

/** The marks that payloads left. */
export function marks(stage: Stage): string[] {
  return readdirSync(stage.fired).sort();
}

/** Repositories whose `.git` would have programs started by ordinary git commands. All have a whole history. */
export const PAYLOADS: Readonly<Record<string, (stage: Stage) => void>> = {
  fsmonitor: ({ configure, payload }) => configure(`[core]\n\tfsmonitor = ${payload("fsmonitor")}`),
  "include-path": ({ repository, configure, payload }) => {
    writeTree(repository, { ".git/more": `[core]\n\tfsmonitor = ${payload("include-path")}\n` });
    configure("[include]\n\tpath = more");
  },
  "config-worktree": ({ repository, git, payload }) => {
    git("config", "core.repositoryformatversion", "1");
    git("config", "extensions.worktreeConfig", "true");
    writeTree(repository, {
      ".git/config.worktree": `[core]\n\tfsmonitor = ${payload("config-worktree")}\n`,
    });
  },
  "gitfile-redirect": ({ repository, configure, payload }) => {
    configure(`[core]\n\tfsmonitor = ${payload("gitfile-redirect")}`);
    renameSync(join(repository, ".git"), join(repository, "dotgit"));
    writeFileSync(join(repository, ".git"), "gitdir: dotgit\n");
  },
  pager: ({ configure, payload }) =>
    configure(`[core]\n\tpager = ${payload("pager")}\n[pager]\n\tlog = ${payload("pager")}`),
  "diff-external": ({ configure, payload }) => configure(`[diff]\n\texternal = ${payload("diff-external")}`),
  textconv: ({ repository, configure, payload }) => {
    writeTree(repository, { ".git/info/attributes": "*.ts diff=evil\n" });
    configure(`[diff "evil"]\n\ttextconv = ${payload("textconv")}`);
  },
  "filter-clean": ({ repository, configure, payload }) => {
    writeTree(repository, { ".git/info/attributes": "*.ts filter=evil\n" });
    configure(`[filter "evil"]\n\tclean = ${payload("filter-clean")}`);
  },
  gpg: ({ git, configure, payload }) => {
    const commit = git("cat-file", "commit", "HEAD");
    const signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n AAAA\n -----END PGP SIGNATURE-----\n";
    const signed = commit.replace(/^(committer .*\n)/m, `$1${signature}`);
    const hash = execFileSync("git", ["hash-object", "-t", "commit", "-w", "--stdin"], {
      ...{ cwd: git("rev-parse", "--show-toplevel").trim(), env: ENVIRONMENT, input: signed },
    });
    git("update-ref", "HEAD", hash.toString().trim());
    configure(`[log]\n\tshowSignature = true\n[gpg]\n\tprogram = ${payload("gpg")}`);
  },
  hook: ({ repository, payload }) => {
    mkdirSync(join(repository, ".git/hooks"), { recursive: true });
    renameSync(payload("hook"), join(repository, ".git/hooks/post-index-change"));
  },
  "hooks-path": ({ repository, configure, payload }) => {
    mkdirSync(join(repository, ".git/evil"));
    renameSync(payload("hooks-path"), join(repository, ".git/evil/post-index-change"));
    configure("[core]\n\thooksPath = .git/evil");
  },
  "lazy-promisor": ({ repository, git, configure, payload }) => {
    const blob = git("rev-parse", "HEAD~2:src/order.ts").trim();
    rmSync(join(repository, ".git/objects", blob.slice(0, 2), blob.slice(2)));
    configure(
      `[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = evil\n[remote "evil"]\n\turl = ${repository}\n\tpromisor = true\n\tuploadpack = ${payload("lazy-promisor", "exit 1")}`,
    );
  },
  "submodule-fsmonitor": ({ repository, git, payload }) => {
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", repository, "part");
    git("commit", "--quiet", "--message", "A part");
    appendFileSync(
      join(repository, ".git/modules/part/config"),
      `[core]\n\tfsmonitor = ${payload("submodule-fsmonitor")}\n`,
    );
  },
};

/** Histories that must be refused or given up, with the diagnostic that says so. */
export const REFUSED: Readonly<Record<string, readonly [code: string, build: (stage: Stage) => void]>> = {
  alternates: [
    "foreign-objects",
    ({ repository, fired }) => {
      const other = join(fired, "../other");
      execFileSync("cp", ["-r", join(repository, ".git"), other]);
      rmSync(join(repository, ".git/objects"), { recursive: true });
      writeTree(repository, { ".git/objects/info/alternates": `${join(other, "objects")}\n` });
    },
  ],
  "linked-objects": [
    "foreign-objects",
    ({ repository, fired }) => {
      renameSync(join(repository, ".git/objects"), join(fired, "../objects"));
      symlinkSync(join(fired, "../objects"), join(repository, ".git/objects"));
    },
  ],
  "gitfile-elsewhere": [
    "foreign-objects",
    ({ repository, fired }) => {
      renameSync(join(repository, ".git"), join(fired, "../private.git"));
      writeFileSync(join(repository, ".git"), "gitdir: ../private.git\n");
    },
  ],
  "pipe-config": ["history-timeout", ({ repository }) => replaceByPipe(join(repository, ".git/config"))],
  "pipe-head": ["history-timeout", ({ repository }) => replaceByPipe(join(repository, ".git/HEAD"))],
  "pipe-packed-refs": [
    "history-timeout",
    ({ repository, git }) => {
      git("pack-refs", "--all");
      replaceByPipe(join(repository, ".git/packed-refs"));
    },
  ],
  "no-commit": ["no-history", ({ git }) => void git("update-ref", "-d", "HEAD")],
  "unknown-extension": [
    "history-failed",
    ({ configure }) => configure("[core]\n\trepositoryformatversion = 1\n[extensions]\n\tfancy = true"),
  ],
  "other-owner": [
    "foreign-owner",
    ({ repository }) => void execFileSync("chown", ["-R", "12345", repository]),
  ],
};

/** Files that would make git wait for ever, though not in a directory of our own. */
export const WAITING: Readonly<Record<string, (stage: Stage) => void>> = {
  mailmap: ({ repository }) => replaceByPipe(join(repository, ".mailmap")),
  attributes: ({ repository }) => replaceByPipe(join(repository, ".gitattributes")),
  "info-attributes": ({ repository }) => replaceByPipe(join(repository, ".git/info/attributes")),
  ignore: ({ repository }) => replaceByPipe(join(repository, ".gitignore")),
  index: ({ repository }) => replaceByPipe(join(repository, ".git/index")),
  grafts: ({ repository }) => replaceByPipe(join(repository, ".git/info/grafts")),
  "order-file": ({ repository, configure }) => {
    replaceByPipe(join(repository, ".git/order"));
    configure(`[diff]\n\torderFile = ${join(repository, ".git/order")}`);
  },
};

function replaceByPipe(path: string): void {
  rmSync(path, { force: true });
  mkdirSync(join(path, ".."), { recursive: true });
  execFileSync("mkfifo", [path]);
}

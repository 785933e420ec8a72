import { mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runGit, type Stage } from "../stage.ts";
import type { GitCase } from "./case.ts";

type Builds = Readonly<Record<string, (stage: Stage) => void>>;

/** Settings and hooks that name a program, and have ordinary commands start it. */
const FIRING: Builds = {
  fsmonitor: ({ configure, payload }) => configure(`[core]\n\tfsmonitor = ${payload("fsmonitor")}`),
  "include-path": ({ write, configure, payload }) => {
    write({ ".git/more": `[core]\n\tfsmonitor = ${payload("include-path")}\n` });
    configure("[include]\n\tpath = more");
  },
  includeif: ({ write, configure, payload }) => {
    write({ ".git/more": `[core]\n\tfsmonitor = ${payload("includeif")}\n` });
    configure('[includeIf "onbranch:main"]\n\tpath = more');
  },
  "config-worktree": ({ git, write, payload }) => {
    git("config", "core.repositoryformatversion", "1");
    git("config", "extensions.worktreeConfig", "true");
    write({ ".git/config.worktree": `[core]\n\tfsmonitor = ${payload("config-worktree")}\n` });
  },
  "gitfile-redirect": ({ repository, configure, payload }) => {
    configure(`[core]\n\tfsmonitor = ${payload("gitfile-redirect")}`);
    renameSync(join(repository, ".git"), join(repository, "dotgit"));
    writeFileSync(join(repository, ".git"), "gitdir: dotgit\n");
  },
  pager: ({ configure, payload }) => configure(`[core]\n\tpager = ${payload("pager")}`),
  "pager-cmd": ({ configure, payload }) => configure(`[pager]\n\tlog = ${payload("pager-cmd")}`),
  "diff-external": ({ configure, payload }) => configure(`[diff]\n\texternal = ${payload("diff-external")}`),
  "gpg-showsig": (stage) => {
    sign(stage, "PGP SIGNATURE");
    stage.configure(`[log]\n\tshowSignature = true\n[gpg]\n\tprogram = ${stage.payload("gpg-showsig")}`);
  },
  "gpg-ssh": (stage) => {
    sign(stage, "SSH SIGNATURE");
    const program = stage.payload("gpg-ssh");
    stage.write({ ".git/signers": "" });
    stage.configure(
      `[log]\n\tshowSignature = true\n[gpg "ssh"]\n\tprogram = ${program}\n\tallowedSignersFile = .git/signers`,
    );
  },
  "gpg-x509": (stage) => {
    sign(stage, "SIGNED MESSAGE");
    stage.configure(`[log]\n\tshowSignature = true\n[gpg "x509"]\n\tprogram = ${stage.payload("gpg-x509")}`);
  },
  "gpg-format-pretty": (stage) => {
    sign(stage, "PGP SIGNATURE");
    stage.configure(`[format]\n\tpretty = %G?\n[gpg]\n\tprogram = ${stage.payload("gpg-format-pretty")}`);
  },
  "hook-post-index-change": ({ repository, payload }) => {
    mkdirSync(join(repository, ".git/hooks"), { recursive: true });
    symlinkSync(payload("hook-post-index-change"), join(repository, ".git/hooks/post-index-change"));
  },
  hookspath: ({ repository, configure, payload }) => {
    mkdirSync(join(repository, ".git/evil"));
    symlinkSync(payload("hookspath"), join(repository, ".git/evil/post-index-change"));
    configure("[core]\n\thooksPath = .git/evil");
  },
};

/** Settings that older or newer versions of git, or commands that nobody starts here, would obey. */
const SILENT: Builds = {
  "hook-config": ({ configure, payload }) =>
    configure(`[hook "evil"]\n\tcommand = ${payload("hook-config")}\n\tevent = post-index-change`),
  alias: ({ configure, payload }) => {
    const program = payload("alias");
    configure(`[alias]\n\tlog = !${program}\n\trev-parse = !${program}\n\tls-tree = !${program}`);
  },
  editor: ({ configure, payload }) => {
    const program = payload("editor");
    configure(`[core]\n\teditor = ${program}\n[sequence]\n\teditor = ${program}`);
  },
  "trailer-cmd": ({ configure, payload }) => {
    const program = payload("trailer-cmd");
    configure(`[trailer "sign"]\n\tkey = Signed-off-by\n\tcommand = ${program}\n\tcmd = ${program}`);
  },
};

export const PROGRAMS: readonly GitCase[] = [
  ...Object.entries(FIRING).map(([name, build]) => ({ name, build, ordinary: "fires" as const })),
  ...Object.entries(SILENT).map(([name, build]) => ({ name, build, ordinary: "harmless" as const })),
];

/** Puts a signature into the newest commit that no key has made. */
function sign({ repository, git }: Stage, kind: string): void {
  const signature = `gpgsig -----BEGIN ${kind}-----\n \n AAAA\n -----END ${kind}-----\n`;
  const signed = git("cat-file", "commit", "HEAD").replace(/^(committer .*\n)/m, `$1${signature}`);
  const hash = runGit(repository, ["hash-object", "-t", "commit", "-w", "--stdin"], signed);
  git("update-ref", "HEAD", hash.trim());
}

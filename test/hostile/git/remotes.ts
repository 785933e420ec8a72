import { appendFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Stage } from "../stage.ts";
import type { GitCase } from "./case.ts";

/** An object is missing, and a remote promises it: git would fetch it, by a program that the configuration names. */
const LAZY: Readonly<Record<string, (stage: Stage) => string>> = {
  "lazy-uploadpack": ({ repository, payload }) =>
    `\turl = ${repository}\n\tuploadpack = ${payload("lazy-uploadpack", "exit 1")}`,
  "lazy-sshcommand": ({ payload }) =>
    `\turl = ssh://shop.invalid/shop\n[core]\n\tsshCommand = ${payload("lazy-sshcommand", "exit 1")}`,
  "lazy-ext": ({ payload }) =>
    `\turl = ext::${payload("lazy-ext", "exit 1")}\n[protocol "ext"]\n\tallow = always`,
  "lazy-ext-default": ({ payload }) => `\turl = ext::${payload("lazy-ext-default", "exit 1")}`,
  "lazy-gitproxy": ({ payload }) =>
    `\turl = git://shop.invalid/shop\n[core]\n\tgitProxy = ${payload("lazy-gitproxy", "exit 1")}`,
  "lazy-credhelper": ({ address, payload }) =>
    `\turl = ${address}/lazy-credhelper\n[credential]\n\thelper = !${payload("lazy-credhelper", "exit 1")}`,
  "lazy-askpass": ({ address, payload }) =>
    `\turl = ${address}/lazy-askpass\n[core]\n\taskPass = ${payload("lazy-askpass", "exit 1")}`,
};

/** The configuration of a submodule, which git reads for the repository around it. */
const SUBMODULES: Readonly<Record<string, (stage: Stage) => void>> = {
  "submodule-fsmonitor": (stage) =>
    configurePart(stage, `[core]\n\tfsmonitor = ${stage.payload("submodule-fsmonitor")}`),
  "submodule-diff-ext": (stage) => {
    configurePart(stage, `[diff]\n\texternal = ${stage.payload("submodule-diff-ext")}`);
    stage.configure("[diff]\n\tsubmodule = diff");
    stage.git("-C", "part", "checkout", "--quiet", "HEAD~1");
    stage.git("commit", "--quiet", "--all", "--message", "An older part");
  },
  "submodule-filter": (stage) => {
    configurePart(stage, `[filter "evil"]\n\tclean = ${stage.payload("submodule-filter")}`);
    stage.write({
      ".git/modules/part/info/attributes": "*.ts filter=evil\n",
      "part/src/bill.ts": stage.git("-C", "part", "show", "HEAD:src/bill.ts"),
    });
  },
};

export const REMOTES: readonly GitCase[] = [
  ...Object.entries(LAZY).map(
    ([name, linesOf]): GitCase => ({
      name,
      build: (stage) => promise(stage, linesOf(stage)),
      told: ["partial-history"],
      ordinary: name === "lazy-ext-default" ? "harmless" : "fires",
    }),
  ),
  ...Object.entries(SUBMODULES).map(([name, build]): GitCase => ({ name, build, ordinary: "fires" })),
];

function promise({ repository, git, configure }: Stage, remote: string): void {
  const blob = git("rev-parse", "HEAD~2:src/order.ts").trim();
  rmSync(join(repository, ".git/objects", blob.slice(0, 2), blob.slice(2)));
  configure("[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = evil");
  configure(`[remote "evil"]\n\tpromisor = true\n${remote}`);
}

function configurePart({ repository, git }: Stage, lines: string): void {
  git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", repository, "part");
  git("commit", "--quiet", "--message", "A part");
  appendFileSync(join(repository, ".git/modules/part/config"), `${lines}\n`);
}

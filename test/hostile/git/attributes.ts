import { join } from "node:path";
import type { Stage } from "../stage.ts";
import type { GitCase } from "./case.ts";

const ATTRIBUTES = ".git/info/attributes";

/** Attributes of files that name a program. */
const BUILDS: Readonly<Record<string, (stage: Stage) => void>> = {
  "diff-driver-cmd": ({ write, configure, payload }) => {
    write({ [ATTRIBUTES]: "*.ts diff=evil\n" });
    configure(`[diff "evil"]\n\tcommand = ${payload("diff-driver-cmd")}`);
  },
  "textconv-attributes": (stage) => {
    stage.write({ ".gitattributes": "*.ts diff=evil\n" });
    convert(stage, "textconv-attributes");
  },
  "textconv-info": (stage) => {
    stage.write({ [ATTRIBUTES]: "*.ts diff=evil\n" });
    convert(stage, "textconv-info");
  },
  "textconv-attributesfile": (stage) => {
    stage.write({ ".git/attributes": "*.ts diff=evil\n" });
    stage.configure(`[core]\n\tattributesFile = ${join(stage.repository, ".git/attributes")}`);
    convert(stage, "textconv-attributesfile");
  },
  "filter-clean": (stage) => filter(stage, "filter-clean", "clean"),
  "filter-touch": ({ write, configure, payload }) => {
    write({ ".gitattributes": "*.ts filter=evil\n" });
    configure(`[filter "evil"]\n\tclean = ${payload("filter-touch")}\n\trequired = true`);
  },
  "filter-process": (stage) => filter(stage, "filter-process", "process"),
  "filter-smudge": (stage) => filter(stage, "filter-smudge", "smudge"),
  "merge-driver": ({ git, write, configure, payload }) => {
    git("checkout", "--quiet", "-b", "other", "HEAD~1");
    write({ "readme.md": "theirs\n" });
    git("add", "--all");
    git("commit", "--quiet", "--message", "Theirs");
    git("checkout", "--quiet", "main");
    write({ "readme.md": "ours\n" });
    git("add", "--all");
    git("commit", "--quiet", "--message", "Ours");
    git("merge", "--quiet", "--strategy=ours", "--message", "Both", "other");
    write({ [ATTRIBUTES]: "*.md merge=evil\n" });
    configure(`[merge "evil"]\n\tdriver = ${payload("merge-driver")}\n[log]\n\tdiffMerges = remerge`);
  },
};

export const ATTRIBUTE_CASES: readonly GitCase[] = Object.entries(BUILDS).map(([name, build]) => ({
  ...{ name, build, ordinary: "fires" },
}));

function convert({ configure, payload }: Stage, name: string): void {
  configure(`[diff "evil"]\n\ttextconv = ${payload(name)}`);
}

function filter({ write, configure, payload }: Stage, name: string, when: string): void {
  write({ [ATTRIBUTES]: "*.ts filter=evil\n" });
  configure(`[filter "evil"]\n\t${when} = ${payload(name)}`);
}

import { execFile, execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Tree, writeTree } from "../repository/build-tree.ts";

/** What lies beside the repository, and must never be seen in a result. */
export const SECRET = "LEAKED_FROM_OUTSIDE";

/** A repository that is being made hostile, and the places where it can be caught. */
export interface Stage {
  /** Holds all that follows. Results never name it. */
  readonly folder: string;
  readonly repository: string;
  /** Payloads leave their marks here. */
  readonly fired: string;
  /** A folder beside the repository, with secrets. */
  readonly outside: string;
  /** The address of a server that listens, for those who try to reach one. */
  readonly address: string;
  /** The path of a program that leaves a mark of this name; by default it passes its input on. */
  payload(name: string, then?: string): string;
  git(...args: string[]): string;
  /** Adds lines to `.git/config`. */
  configure(lines: string): void;
  /** Writes files of the repository. */
  write(tree: Tree): void;
}

const ENVIRONMENT = {
  PATH: process.env.PATH,
  HOME: "/nonexistent",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Ada Byron",
  GIT_AUTHOR_EMAIL: "ada@shop.example",
  GIT_AUTHOR_DATE: "2024-03-01T10:00:00Z",
  GIT_COMMITTER_NAME: "Ada Byron",
  GIT_COMMITTER_EMAIL: "ada@shop.example",
  GIT_COMMITTER_DATE: "2024-03-01T10:00:00Z",
};

/** A shop with a history of three commits; `init` are options for `git init`. */
export function stage(init: readonly string[] = [], address = ""): Stage {
  const set = emptyStage(address);
  cpSync(shopWithHistory(init), set.repository, { recursive: true, preserveTimestamps: true });
  return set;
}

/** The same shop, without a history. */
export function plainStage(tree: Tree = {}): Stage {
  const set = emptyStage();
  set.write({ "src/order.ts": orderAt(2), "src/bill.ts": billAt(1), ...tree });
  return set;
}

/** A folder of the repository, to be made hostile like a repository of its own. */
export function partOf(set: Stage, name: string): Stage {
  const repository = join(set.repository, name);
  mkdirSync(join(repository, "src"), { recursive: true });
  return { ...set, repository, write: (tree) => void writeTree(repository, tree) };
}

/** The marks that payloads left. */
export function marks({ fired }: Stage): string[] {
  return readdirSync(fired).sort();
}

/** A folder with a "git" that does something before it is `$GIT`; to be put first on the path. */
export function wrapGit({ folder }: Stage, script: string): string {
  const program = join(folder, "wrapped", "git");
  writeTree(folder, { "wrapped/git": `#!/bin/sh\nGIT=$(PATH="\${PATH#*:}" command -v git)\n${script}\n` });
  chmodSync(program, 0o755);
  return join(folder, "wrapped");
}

/** Has git believe that the repository belongs to somebody else. */
export const OTHER_OWNER = 'GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "$GIT" "$@"';

/** Removes a stage. A tree may be deeper than the calls of Node can reach. */
export async function strike({ folder }: Stage): Promise<void> {
  await promisify(execFile)("rm", ["-rf", folder]);
}

function emptyStage(address = ""): Stage {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "monocarve-hostile-")));
  const [repository, fired, outside] = ["shop", "fired", "outside"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const made of [repository, fired]) mkdirSync(made);
  writeTree(outside, {
    "secret.ts": `export class ${SECRET} { ${SECRET}_method() {} }\n`,
    "secret.json": { compilerOptions: { paths: { [SECRET]: [SECRET] } } },
  });
  return {
    ...{ folder, repository, fired, outside, address },
    payload: (name, then = "cat") => {
      const program = join(folder, `payload-${name}`);
      writeFileSync(program, `#!/bin/sh\n: > '${join(fired, name)}'\n${then}\n`);
      chmodSync(program, 0o755);
      return program;
    },
    git: (...args) => runGit(repository, args),
    configure: (lines) => appendFileSync(join(repository, ".git/config"), `${lines}\n`),
    write: (tree) => void writeTree(repository, tree),
  };
}

/** Runs git as its owner would, with fixed names and dates. */
export function runGit(folder: string, args: readonly string[], input?: string): string {
  const options = { cwd: folder, env: ENVIRONMENT, stdio: ["pipe", "pipe", "ignore"] as const };
  return execFileSync("git", args, { ...options, stdio: [...options.stdio], input: input ?? "" }).toString();
}

const templates = new Map<string, string>();

/** Made once, then copied. */
function shopWithHistory(init: readonly string[]): string {
  const key = init.join(" ");
  const known = templates.get(key);
  if (known !== undefined && existsSync(known)) return known;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "monocarve-shop-")));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  runGit(folder, ["init", "--quiet", "--initial-branch=main", "--template=", ...init]);
  mkdirSync(join(folder, ".git/info"), { recursive: true });
  const revisions: readonly Tree[] = [
    { "src/order.ts": orderAt(0) },
    { "src/bill.ts": billAt(1) },
    { "src/order.ts": orderAt(2) },
  ];
  for (const [at, tree] of revisions.entries()) {
    writeTree(folder, tree);
    runGit(folder, ["add", "--all"]);
    runGit(folder, ["commit", "--quiet", "--message", `Change ${at}`]);
  }
  templates.set(key, folder);
  return folder;
}

function orderAt(revision: number): string {
  return `import { Bill } from "./bill";\nexport class Order {\n  readonly revision = ${revision};\n  pay(bill: Bill): number { return bill.total(); }\n}\n`;
}

function billAt(revision: number): string {
  return `export class Bill {\n  readonly revision = ${revision};\n  total(): number { return 1; }\n}\n`;
}

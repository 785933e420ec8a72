import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { DiagnosticCode } from "../model/diagnostic.ts";
import { findGitProgram, safeFolders } from "./find-git-program.ts";
import { gitEnvironment } from "./git-environment.ts";
import { findWorkTree, isPartialClone, ownsObjects, type WorkTree } from "./locate-history.ts";
import { readRegularFile } from "./read-regular-file.ts";
import type { RunLimits, ShadowGit } from "./repository.ts";
import { runProgram, stopGroup } from "./run-program.ts";

/** A history that can be read, or why there is none. */
export type ShadowResult =
  | { readonly git: ShadowGit }
  | { readonly code: DiagnosticCode; readonly message: string };

/** The only question that the repository itself is asked is answered in milliseconds, or not at all. */
const QUESTION_SECONDS = 3;
const STALL_SECONDS = 10;
const LARGEST_SHALLOW = 10 * 1024 * 1024;

/**
 * Opens the history of the folder so that nothing of it is ever executed: a shadow git directory of our own, which
 * has the repository's objects and its newest commit, and none of its configuration, hooks, attributes or remotes.
 */
export async function openShadowGit(root: string, machine: NodeJS.ProcessEnv): Promise<ShadowResult> {
  const workTree = findWorkTree(root);
  if (workTree === null) return { code: "no-history", message: "The folder is not in a git work tree." };
  const program = findGitProgram(root, machine["PATH"] ?? "");
  if (program === null) return { code: "no-history", message: "There is no git on this machine." };
  let folder: string;
  try {
    folder = mkdtempSync(join(realpathSync(tmpdir()), "monocarve-"));
  } catch {
    return { code: "history-failed", message: "No temporary folder can be made." };
  }
  const path = safeFolders(root, machine["PATH"] ?? "").join(delimiter);
  const environment = gitEnvironment(folder, path);
  const question: Question = { program, root, folder, environment, machine };
  const result = await findHead(question, workTree);
  const problem = "head" in result ? buildShadow(folder, result) : result;
  if (problem === null && "head" in result) return { git: shadowGit(question, result, workTree) };
  rmSync(folder, { recursive: true, force: true });
  return problem as Refusal;
}

interface Question {
  readonly program: string;
  readonly root: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly machine: NodeJS.ProcessEnv;
}

interface Refusal {
  readonly code: DiagnosticCode;
  readonly message: string;
}

interface Head {
  readonly common: string;
  readonly head: string;
}

async function findHead(question: Question, workTree: WorkTree): Promise<Head | Refusal> {
  let answer = await askForHead(question, []);
  if (isForeign(answer.errors) && (await userTrusts(question, workTree.top))) {
    answer = await askForHead(question, ["-c", `safe.directory=${workTree.top}`]);
  }
  if (isForeign(answer.errors)) {
    return {
      code: "foreign-owner",
      message: "The repository belongs to another user, so git does not read it.",
    };
  }
  if (answer.end === "stalled") return { code: "history-timeout", message: "git did not answer in time." };
  const lines = answer.output.split("\n");
  const head = lines.at(-2) ?? "";
  const common = lines.slice(0, -2).join("\n");
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(head) && answer.end === "done") {
    return ownsObjects(common, workTree)
      ? { common, head }
      : { code: "foreign-objects", message: "The history lies in another repository, so it is not read." };
  }
  const empty = /ambiguous argument 'HEAD'|unknown revision/.test(answer.errors);
  if (empty) return { code: "no-history", message: "The repository has no commit yet." };
  return { code: "history-failed", message: "git cannot read this repository." };
}

/** `rev-parse` is the one command that reads the repository's configuration; it executes nothing of it. */
async function askForHead(question: Question, extra: readonly string[]) {
  const args = [
    ...["--no-pager", "--no-optional-locks", "-C", question.root],
    ...["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "safe.bareRepository=explicit"],
    ...extra,
    ...["rev-parse", "--path-format=absolute", "--git-common-dir", "HEAD"],
  ];
  return ask(question, args, question.environment);
}

async function ask(
  question: Question,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
) {
  let output = "";
  const end = await runProgram({
    program: question.program,
    args,
    folder: question.folder,
    environment,
    stallSeconds: QUESTION_SECONDS,
    onOutput: (bytes) => {
      output += bytes.toString("utf8");
    },
    running: new Set(),
  });
  return { ...end, output };
}

function isForeign(errors: string): boolean {
  return errors.includes("dubious ownership");
}

/** The user may have said, in a configuration of their own, that they trust this folder. */
async function userTrusts(question: Question, top: string): Promise<boolean> {
  const { GIT_CONFIG_GLOBAL: _, ...environment } = question.environment;
  const home = question.machine["HOME"] ?? question.folder;
  const own = {
    ...environment,
    HOME: home,
    XDG_CONFIG_HOME: question.machine["XDG_CONFIG_HOME"] ?? join(home, ".config"),
  };
  const answer = await ask(question, ["config", "--global", "--null", "--get-all", "safe.directory"], own);
  return answer.output.split("\0").some((value) => value === "*" || value === top);
}

function buildShadow(folder: string, { common, head }: Head): Refusal | null {
  if (/[\n"]/.test(common))
    return { code: "history-failed", message: "The path of the repository is unusual." };
  const sha256 =
    head.length === 64 ? "\trepositoryformatversion = 1\n[extensions]\n\tobjectFormat = sha256\n" : "";
  try {
    for (const name of ["refs", "objects/info", "info"]) mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, "HEAD"), `${head}\n`);
    writeFileSync(
      join(folder, "config"),
      `[core]\n\tbare = true\n${sha256 === "" ? "\trepositoryformatversion = 0\n" : sha256}`,
    );
    writeFileSync(join(folder, "objects", "info", "alternates"), `${join(common, "objects")}\n`);
    const shallow = readRegularFile(join(common, "shallow"), LARGEST_SHALLOW);
    if ("bytes" in shallow) writeFileSync(join(folder, "shallow"), shallow.bytes);
    else if (shallow.failure !== "unreadable")
      return { code: "history-failed", message: "git cannot read this repository." };
    return null;
  } catch {
    return { code: "history-failed", message: "No temporary folder can be written." };
  }
}

function shadowGit(question: Question, { common, head }: Head, { prefix }: WorkTree): ShadowGit {
  const { program, folder } = question;
  const environment = { ...question.environment, GIT_DIR: folder };
  const running = new Set<ChildProcess>();
  const close = (): void => {
    for (const child of running) stopGroup(child);
    rmSync(folder, { recursive: true, force: true });
    process.off("exit", close);
  };
  process.on("exit", close);
  const run = async (args: readonly string[], onOutput: (bytes: Buffer) => void, limits: RunLimits = {}) => {
    const { stallSeconds = STALL_SECONDS, environment: added = {}, without = [] } = limits;
    const whole = Object.entries({ ...environment, ...added }).filter(([name]) => !without.includes(name));
    const start = { program, folder, running, onOutput, stallSeconds };
    const ended = await runProgram({
      ...start,
      args: ["--no-pager", ...args],
      environment: Object.fromEntries(whole),
    });
    return ended.end;
  };
  const shallow = "bytes" in readRegularFile(join(folder, "shallow"), LARGEST_SHALLOW);
  return { program, environment, folder, head, shallow, partial: isPartialClone(common), prefix, run, close };
}

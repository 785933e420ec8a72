import { join } from "node:path";
import type { DiagnosticCode } from "../model/diagnostic.ts";
import { ownsObjects, type WorkTree } from "./locate-history.ts";
import { type ProgramEnd, runProgram } from "./run-program.ts";

/** The only question that the repository itself is asked is answered in milliseconds, or not at all. */
const QUESTION_SECONDS = 3;

/** Which git to ask about which folder, and how. */
export interface Question {
  readonly program: string;
  readonly root: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly machine: NodeJS.ProcessEnv;
}

/** Why there is no history to read. */
export interface Refusal {
  readonly code: DiagnosticCode;
  readonly message: string;
}

/** The newest commit, and the folder that holds its objects. */
export interface Head {
  readonly common: string;
  readonly head: string;
}

/** Asks git for the newest commit, and makes sure that the history is the repository's own. */
export async function findHead(question: Question, workTree: WorkTree): Promise<Head | Refusal> {
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
      : {
          code: "foreign-objects",
          message: "The history lies in another repository, or not in plain files, so it is not read.",
        };
  }
  const empty = /ambiguous argument 'HEAD'|unknown revision/.test(answer.errors);
  if (empty) return { code: "no-history", message: "The repository has no commit yet." };
  return { code: "history-failed", message: "git cannot read this repository." };
}

/** `rev-parse` is the one command that reads the repository's configuration; it executes nothing of it. */
async function askForHead(question: Question, extra: readonly string[]): Promise<Answer> {
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
  const home = question.machine.HOME ?? question.folder;
  const own = {
    ...environment,
    HOME: home,
    XDG_CONFIG_HOME: question.machine.XDG_CONFIG_HOME ?? join(home, ".config"),
  };
  const answer = await ask(question, ["config", "--global", "--null", "--get-all", "safe.directory"], own);
  return answer.output.split("\0").some((value) => value === "*" || value === top);
}

interface Answer extends ProgramEnd {
  readonly output: string;
}

import type { ChildProcess } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { buildShadow, LARGEST_SHALLOW } from "./build-shadow.ts";
import { findGitProgram, safeFolders } from "./find-git-program.ts";
import { findHead, type Head, type Question, type Refusal } from "./find-head.ts";
import { gitEnvironment } from "./git-environment.ts";
import { findWorkTree, isPartialClone, type WorkTree } from "./locate-history.ts";
import { readRegularFile } from "./read-regular-file.ts";
import type { RunLimits, ShadowGit } from "./repository.ts";
import { type ProgramStart, type StartedProgram, startProgram } from "./run-program.ts";
import { stopGroup } from "./stop-group.ts";

/** A history that can be read, or why there is none. */
export type ShadowResult = { readonly git: ShadowGit } | Refusal;

const STALL_SECONDS = 10;

/**
 * Opens the history of the folder so that nothing of it is ever executed: a shadow git directory of our own, which
 * has the repository's objects and its newest commit, and none of its configuration, hooks, attributes or remotes.
 */
export async function openShadowGit(root: string, machine: NodeJS.ProcessEnv): Promise<ShadowResult> {
  const workTree = findWorkTree(root);
  if (workTree === null) return { code: "no-history", message: "The folder is not in a git work tree." };
  const program = findGitProgram(root, machine.PATH ?? "");
  if (program === null) return { code: "no-history", message: "There is no git on this machine." };
  let folder: string;
  try {
    folder = mkdtempSync(join(realpathSync(tmpdir()), "monocarve-git-"));
  } catch {
    return { code: "history-failed", message: "No temporary folder can be made." };
  }
  const path = safeFolders(root, machine.PATH ?? "").join(delimiter);
  const environment = gitEnvironment(folder, path);
  const question: Question = { program, root, folder, environment, machine };
  const result = await findHead(question, workTree);
  const problem = "head" in result ? buildShadow(folder, result) : result;
  if (problem === null && "head" in result) return { git: shadowGit(question, result, workTree) };
  rmSync(folder, { recursive: true, force: true });
  return problem as Refusal;
}

function shadowGit(question: Question, { common, head }: Head, { prefix }: WorkTree): ShadowGit {
  const { program, folder } = question;
  const environment = { ...question.environment, GIT_DIR: folder };
  const running = new Set<ChildProcess>();
  const ahead = new Map<string, StartedProgram>();
  const close = (): void => {
    for (const child of running) stopGroup(child);
    // What nobody asked for is thrown away.
    for (const program of ahead.values()) void program.listen(() => {});
    rmSync(folder, { recursive: true, force: true });
    process.off("exit", close);
  };
  process.on("exit", close);
  const start = (args: readonly string[], limits: RunLimits): StartedProgram => {
    const { stallSeconds = STALL_SECONDS, environment: added = {}, without = [] } = limits;
    const whole = Object.entries({ ...environment, ...added }).filter(([name]) => !without.includes(name));
    const asked: ProgramStart = {
      ...{ program, folder, running, stallSeconds },
      args: ["--no-pager", ...args],
      environment: Object.fromEntries(whole),
    };
    return startProgram(asked);
  };
  const begin = (args: readonly string[]): void => {
    ahead.set(args.join("\0"), start(args, {}));
  };
  const run = async (args: readonly string[], onOutput: (bytes: Buffer) => void, limits?: RunLimits) => {
    const begun = limits === undefined ? ahead.get(args.join("\0")) : undefined;
    if (begun !== undefined) ahead.delete(args.join("\0"));
    const ended = await (begun ?? start(args, limits ?? {})).listen(onOutput);
    return ended.end;
  };
  const shallow = "bytes" in readRegularFile(join(folder, "shallow"), LARGEST_SHALLOW);
  const partial = isPartialClone(common);
  return { program, environment, folder, head, shallow, partial, prefix, begin, run, close };
}

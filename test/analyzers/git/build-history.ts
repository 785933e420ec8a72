import { execFileSync } from "node:child_process";
import { expect } from "vitest";
import { git } from "../../../src/analyzers/git/index.ts";
import type { ChangeSet, Contributor, FileHistory } from "../../../src/model/fact.ts";
import type { Findings } from "../../../src/model/findings.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/model/settings.ts";
import { emptyFolder, open } from "../../repository/build-tree.ts";

/** One commit: files with their new content, null to delete, or the path that they were moved from. */
export interface Step {
  readonly subject?: string;
  readonly author?: string;
  readonly day?: string;
  readonly files?: Readonly<
    Record<string, string | null | { readonly from: string; readonly content?: string }>
  >;
  /** Starts a branch from the commit of this number (from 0), or merges the branch of that name. */
  readonly branch?: { readonly name: string; readonly at: number };
  readonly on?: string;
  readonly merge?: string;
}

/** Makes a repository of these commits, fast and the same everywhere. */
export function buildHistory(steps: readonly Step[]): string {
  const folder = emptyFolder();
  const run = (args: readonly string[], input = "") =>
    execFileSync("git", args, {
      cwd: folder,
      input,
      stdio: ["pipe", "pipe", "inherit"],
      env: { PATH: process.env.PATH },
    });
  run(["init", "--quiet", "--initial-branch=main"]);
  const content = new Map<string, string>();
  run(["fast-import", "--quiet"], steps.map((step, at) => commitOf(step, at, content)).join(""));
  run(["reset", "--hard", "--quiet"]);
  return folder;
}

function commitOf(step: Step, at: number, content: Map<string, string>): string {
  const {
    subject = `Change ${at}`,
    author = "Ada Byron <ada@shop.example>",
    files = {},
    branch,
    on = "main",
    merge,
  } = step;
  const seconds =
    step.day === undefined ? 1_700_000_000 + at * 86_400 : Date.parse(`${step.day}T12:00:00Z`) / 1000;
  const when = `${author} ${seconds} +0000`;
  const lines = Object.entries(files).map(([path, change]) => lineOf(path, change, content));
  const parents = branch === undefined ? "" : `from :${branch.at + 1}\n`;
  return [
    `commit refs/heads/${branch?.name ?? on}\nmark :${at + 1}\nauthor ${when}\ncommitter ${when}\n`,
    `data ${Buffer.byteLength(subject)}\n${subject}\n${parents}${merge === undefined ? "" : `merge refs/heads/${merge}\n`}`,
    ...lines,
    "\n",
  ].join("");
}

type FileChange = NonNullable<Step["files"]>[string];

function lineOf(path: string, change: FileChange, content: Map<string, string>): string {
  if (change === null) return `D ${path}\n`;
  const text = typeof change === "string" ? change : (change.content ?? content.get(change.from) ?? "");
  content.set(path, text);
  const removal = typeof change === "string" ? "" : `D ${change.from}\n`;
  return `${removal}M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
}

/** `length` lines that are alike in no other file. */
export function lines(word: string, length = 12): string {
  return Array.from({ length }, (_, at) => `export const ${word}${at} = "${word} ${at}";\n`).join("");
}

export interface Told extends Findings {
  readonly changes: readonly ChangeSet[];
  readonly files: readonly FileHistory[];
  readonly people: readonly Contributor[];
}

/** What the analyzer says of the history of a folder. */
export async function read(folder: string, settings: Partial<Settings> = {}): Promise<Told> {
  const whole = { ...DEFAULT_SETTINGS, ...settings };
  const repository = await open(folder, whole);
  expect(git.appliesTo(repository)).toBe(true);
  const findings = await git.analyze(repository, whole, () => {});
  const { facts } = findings;
  return {
    ...findings,
    changes: facts.filter((fact) => fact.kind === "change-set"),
    files: facts.filter((fact) => fact.kind === "file-history"),
    people: facts.filter((fact) => fact.kind === "contributor"),
  };
}

/** `path × revisions` of every file of today. */
export function revisionsOf({ files }: Told): string[] {
  return files.map(({ file, revisions }) => `${file} × ${revisions}`);
}

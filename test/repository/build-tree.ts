import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { DEFAULT_SETTINGS, type Settings } from "../../src/model/settings.ts";
import { openRepository } from "../../src/repository/open-repository.ts";
import type { FileClass, Repository } from "../../src/repository/repository.ts";

export type Tree = Readonly<Record<string, string | Buffer | object>>;

/** An empty folder that is removed when the test ends; `name` is the last part of its path. */
export function emptyFolder(name = "shop"): string {
  const above = realpathSync(mkdtempSync(join(tmpdir(), "monocarve-test-")));
  onTestFinished(() => rmSync(above, { recursive: true, force: true }));
  const folder = join(above, name);
  mkdirSync(folder);
  return folder;
}

/** Writes files into a folder; an object becomes JSON. */
export function writeTree(folder: string, tree: Tree): string {
  for (const [path, content] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const plain = typeof content === "string" || Buffer.isBuffer(content);
    writeFileSync(join(folder, path), plain ? content : JSON.stringify(content));
  }
  return folder;
}

/** A folder with these files. */
export function buildTree(tree: Tree, name?: string): string {
  return writeTree(emptyFolder(name), tree);
}

/** Opens a folder; what was opened is closed when the test ends. */
export async function open(folder: string, settings: Partial<Settings> = {}): Promise<Repository> {
  const repository = await openRepository(folder, { ...DEFAULT_SETTINGS, ...settings });
  onTestFinished(() => repository.git?.close());
  return repository;
}

/** `class path` of every file, in order. */
export function classesOf(repository: Repository): string[] {
  return repository.files.map((file) => `${file.class} ${file.path}`);
}

/** The paths of one class. */
export function filesOf(repository: Repository, wanted: FileClass): string[] {
  return repository.files.filter((file) => file.class === wanted).map((file) => file.path);
}

/** `+ folder: reason` of each package, `-` where it is left out. */
export function choiceOf(repository: Repository): string[] {
  return repository.packages.map(
    ({ chosen, folder, reason }) => `${chosen ? "+" : "-"} ${folder || "."}: ${reason}`,
  );
}

/** The codes of diagnostics, sorted, each with its file where it has one. */
export function codesOf(repository: Repository): string[] {
  return repository.troubles().map(({ code, file }) => (file === undefined ? code : `${code} ${file}`));
}

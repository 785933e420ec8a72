import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Head, Refusal } from "./find-head.ts";
import { readRegularFile } from "./read-regular-file.ts";

export const LARGEST_SHALLOW = 10 * 1024 * 1024;

/** Writes a git directory of our own that borrows the objects of the repository, and nothing else of it. */
export function buildShadow(folder: string, { common, head }: Head): Refusal | null {
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
    else if (shallow.failure === "too-large")
      return { code: "history-failed", message: "git cannot read this repository." };
    return null;
  } catch {
    return { code: "history-failed", message: "No temporary folder can be written." };
  }
}

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pinnedRepositories, surveyPinned } from "../../scripts/survey/pinned.mjs";
import { CLI } from "../cli/run-cli.ts";
import { emptyFolder, writeTree } from "../repository/build-tree.ts";

test("a hundred public repositories are pinned, each to one commit", () => {
  const pins = Object.entries(pinnedRepositories());
  expect(pins).toHaveLength(100);
  for (const [repository, commit] of pins) {
    expect(repository).toMatch(/^[\w.-]+\/[\w.-]+$/);
    expect(commit, repository).toMatch(/^[0-9a-f]{40}$/);
  }
  expect(new Set(pins.map(([, commit]) => commit)).size).toBe(100);
});

test("a survey reads mirrors at their pinned commits, and says what is not here", async () => {
  const mirrors = emptyFolder("mirrors");
  const clinic = writeTree(join(mirrors, "ward+clinic"), { "src/visit.ts": "export class Visit {}\n" });
  const pinned = commit(clinic);
  writeTree(clinic, { "src/bill.ts": "export class Bill {}\n", "src/bed.ts": "export class Bed {}\n" });
  commit(clinic);
  const notes = writeTree(join(mirrors, "notes"), { "README.md": "Nothing but words.\n" });
  const newest = commit(notes);
  const heard: string[] = [];
  const unknown = "0".repeat(40);
  const results = await surveyPinned({
    cli: CLI,
    pins: { "ward/clinic": pinned, "ward/notes": unknown, "ward/far": unknown },
    from: mirrors,
    limitSeconds: 60,
    told: (repository) => heard.push(repository),
  });
  expect(results).toMatchObject({
    "ward/clinic": { commit: pinned, end: "report", missing: 0, lost: 0, share: 1, nodes: 1 },
    "ward/notes": { commit: newest, end: "nothing" },
    "ward/far": { commit: unknown, end: "not here" },
  });
  expect(heard).toEqual(Object.keys(results));
});

function commit(folder: string): string {
  const git = (...args: string[]): string => {
    const settings = ["-c", "user.name=Ada", "-c", "user.email=ada@clinic.example"];
    return execFileSync("git", [...settings, ...args], { cwd: folder, encoding: "utf8" }).trim();
  };
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "Work");
  return git("rev-parse", "HEAD");
}

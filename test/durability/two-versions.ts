import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { emptyFolder, freshCache, runCli } from "../cli/run-cli.ts";
import { buildHistory } from "../golden/build-history.ts";

const FIXTURE = join(import.meta.dirname, "../../fixtures/co-change-without-calls");
const FILES = ["analysis.json", "report.html"] as const;

/** What lies where a result should: one of the two whole results, nothing, or something else. */
export type Found = "old" | "new" | "nothing" | "torn";

/** One repository in two states, their results, and a folder that takes turns in holding them. */
export interface TwoVersions {
  readonly repositories: readonly [string, string];
  readonly out: string;
  /** Where runs keep what they need for a while. */
  readonly temporary: string;
  readonly env: {
    readonly TMPDIR: string;
    readonly XDG_CACHE_HOME: string;
    readonly XDG_CONFIG_HOME: string;
  };
  /** What each of the two files is, when a run over one of the repositories was to replace the other's result. */
  readonly look: (meant: 0 | 1) => readonly [Found, Found];
}

/** Analyses both states once, undisturbed; the folder then holds the second one's result. */
export async function twoVersions(): Promise<TwoVersions> {
  const home = emptyFolder();
  const [before, after]: [string, string] = [join(home, "before/library"), join(home, "after/library")];
  mkdirSync(join(home, "before"));
  buildHistory(FIXTURE, before);
  cpSync(before, after, { recursive: true });
  writeFileSync(join(after, "shelves.ts"), SHELVES);
  const [out, temporary] = [join(home, "out"), join(home, "temporary")];
  mkdirSync(temporary);
  const env = { TMPDIR: temporary, ...freshCache() };
  const hashes: (readonly string[])[] = [];
  for (const repository of [before, after]) {
    const ended = await runCli([repository, "--out", out], { env });
    if (ended.code !== 0) throw new Error(ended.stderr);
    hashes.push(FILES.map((name) => hashOf(join(out, name))));
  }
  const look = (meant: 0 | 1): readonly [Found, Found] => {
    const [first, second] = FILES.map((name, file): Found => {
      const hash = hashOf(join(out, name));
      if (hash === "") return "nothing";
      if (hash === hashes[meant]?.[file]) return "new";
      return hash === hashes[1 - meant]?.[file] ? "old" : "torn";
    });
    return [first ?? "nothing", second ?? "nothing"];
  };
  return { repositories: [before, after], out, temporary, env, look };
}

function hashOf(file: string): string {
  return existsSync(file) ? createHash("sha256").update(readFileSync(file)).digest("hex") : "";
}

const SHELVES = `export class Shelf {
  constructor(private readonly books: string[]) {}
  add(book: string): void {
    this.books.push(book);
  }
}
`;

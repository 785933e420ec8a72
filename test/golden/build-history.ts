import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The folder of a fixture to analyse: its `app/`, or a real git repository made of `app/` and `history.log`. */
export function appOf(fixture: string): string {
  if (existsSync(join(fixture, "history.log"))) {
    return buildHistory(fixture, join(mkdtempSync(join(tmpdir(), "monocarve-history-")), "app"));
  }
  const app = join(fixture, "app");
  mkdirSync(app, { recursive: true });
  return app;
}

/**
 * Makes a git repository of a fixture's `app/`. Its `history.log` has one paragraph per commit:
 *
 *     2024-02-05T09:10:00Z Ada Byron <ada@bookshop.example>
 *     An empty shop that answers
 *     A src/main.ts
 *     R src/old.ts src/new.ts
 *
 * A file grows from its first commit to its last, when it is what `app/` has; until then its last line counts the
 * revisions, so that each of them changes it. Hashes are the same on every machine.
 */
export function buildHistory(fixture: string, folder: string): string {
  const app = join(fixture, "app");
  const log = readFileSync(join(fixture, "history.log"), "utf8");
  cpSync(app, folder, { recursive: true });
  const git = (args: readonly string[], input = "") =>
    execFileSync("git", args, { cwd: folder, input, env: ENVIRONMENT, stdio: ["pipe", "pipe", "inherit"] });
  git(["init", "--quiet", "--initial-branch=main"]);
  git(["fast-import", "--quiet"], importStream(app, parseLog(log)));
  git(["reset", "--quiet"]);
  const left = git(["status", "--porcelain"]).toString();
  if (left !== "") throw new Error(`history.log and app/ disagree:\n${left}`);
  return folder;
}

const ENVIRONMENT = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  HOME: "/nowhere",
};

interface Entry {
  readonly seconds: number;
  readonly author: string;
  readonly subject: string;
  readonly changes: readonly (readonly [letter: string, path: string, renamed?: string])[];
}

function parseLog(log: string): Entry[] {
  return log
    .trim()
    .split(/\n\n+/)
    .map((paragraph) => {
      const [head = "", subject = "", ...changes] = paragraph.split("\n");
      const [day = "", ...author] = head.split(" ");
      return {
        seconds: Date.parse(day) / 1000,
        author: author.join(" "),
        subject,
        changes: changes.map((line) => line.split(" ") as [string, string, string?]),
      };
    });
}

/** The commits in the language of `git fast-import`. */
function importStream(app: string, entries: readonly Entry[]): string {
  const content = growth(app, entries);
  return entries
    .map(({ seconds, author, subject, changes }, index) => {
      const when = `${author} ${seconds} +0000`;
      const lines = changes.map(([letter, path, renamed]) => {
        if (letter === "D") return `D ${path}\n`;
        if (letter === "R") return `R ${path} ${renamed}\n`;
        return `M 100644 inline ${path}\ndata ${bytes(content(index, path))}\n`;
      });
      return `commit refs/heads/main\nauthor ${when}\ncommitter ${when}\ndata ${bytes(subject)}\n${lines.join("")}\n`;
    })
    .join("");
}

const bytes = (text: string): string => `${Buffer.byteLength(text)}\n${text}`;

/** What a file holds after a commit: as many of today's lines as its age among its revisions allows. */
function growth(app: string, entries: readonly Entry[]): (index: number, path: string) => string {
  const later = new Map<string, string>();
  const touches = new Map<string, number[]>();
  for (let index = entries.length - 1; index >= 0; index--) {
    for (const [letter, path, renamed] of entries[index]!.changes) {
      if (letter === "R") later.set(path, todays(later, renamed!));
      if (letter === "A" || letter === "M")
        touches.set(todays(later, path), [index, ...(touches.get(todays(later, path)) ?? [])]);
    }
  }
  const files = new Map(filesIn(app).map((path) => [path, readFileSync(join(app, path), "utf8")]));
  return (index, path) => {
    const today = todays(later, path);
    const indices = touches.get(today)!;
    const text = files.get(today) ?? "";
    const age = indices.indexOf(index) + 1;
    if (age === indices.length) return text;
    const lines = text.split(/(?<=\n)/);
    return `${lines.slice(0, Math.round((lines.length * age) / indices.length)).join("")}// ${age} of ${indices.length}\n`;
  };
}

const todays = (later: ReadonlyMap<string, string>, path: string): string => later.get(path) ?? path;

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

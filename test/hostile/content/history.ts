import { expect } from "vitest";
import { runGit } from "../stage.ts";
import type { ContentCase } from "./case.ts";

const BODY =
  "commit deadbeefdeadbeefdeadbeefdeadbeefdeadbeef\nAuthor: Linus Torvalds <l@x>\n\n    no\n\n:100644 100644 a b M\tsrc/evil.ts";
const SUBJECTS = [
  "\u0000",
  "\u001e\u001fdeadbeefdeadbeefdeadbeefdeadbeefdeadbeef",
  "</script><script>alert(1)</script>",
  "=HYPERLINK(1)",
  "\u001b]0;owned\u0007",
  "\u202e gnp",
  "--output=/etc/passwd",
  "x".repeat(200_000),
  "",
  ":100644 100644 0000000 1111111 M\tsrc/evil.ts",
] as const;

/** Commits whose texts look like the output of git. */
export const COMMIT_INJECTION: ContentCase = {
  name: "commit-injection",
  build: ({ repository }) => {
    for (const [at, subject] of SUBJECTS.entries()) {
      const author = `${subject.slice(0, 50).replaceAll(/[<>\n\0]/g, "")}\u001b[31m${at}`;
      const text = `tree ${runGit(repository, ["rev-parse", `HEAD^{tree}`]).trim()}\nparent ${runGit(repository, ["rev-parse", "HEAD"]).trim()}\nauthor ${author} <a${at}@x> ${at === 3 ? "99999999999999" : 1709287200 + at} +0000\ncommitter C <c@x> ${1709287200 + at} +0000\n\n${subject.replaceAll("\0", "")}\n\n${BODY}\n`;
      const hash = runGit(
        repository,
        ["hash-object", "-t", "commit", "-w", "--literally", "--stdin"],
        text,
      ).trim();
      runGit(repository, ["update-ref", "HEAD", hash]);
    }
  },
  holds: (report) => {
    expect(JSON.stringify(report)).not.toMatch(/deadbeef{2}|Linus|evil\.ts/);
    expect(report.graph.nodes.flatMap((node) => ("revisions" in node ? [node.revisions] : []))).toEqual([
      1, 2,
    ]);
  },
};

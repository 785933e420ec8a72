import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { ContentCase } from "./case.ts";

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, "utf16le");

/** Names that a file system allows. */
export const FILE_NAMES: readonly string[] = [
  "line\nbreak.ts",
  "quote\"'`.ts",
  "back\\slash.ts",
  "\u001b[31mred\u001b[0m.ts",
  "\u202egnp.ts",
  "separator\u2028.ts",
  "__proto__.ts",
  "constructor.ts",
  "=HYPERLINK(1).ts",
  "@SUM(1).ts",
  "-rf.ts",
  "$(touch fired).ts",
  "[x] {y} (z) !w.ts",
  "<script>alert(1)<",
  "주문.ts",
];

/** Links, pipes, and files that are too large, too deep or no text. */
export const FILE_CASES: readonly ContentCase[] = [
  {
    name: "symlink-dev-zero",
    build: ({ repository }) => symlinkSync("/dev/zero", join(repository, "src/zero.ts")),
    told: ["symbolic-link"],
  },
  {
    name: "symlink-outside-file",
    build: ({ repository, outside }) => {
      for (const name of ["leak.ts", "leak.js"])
        symlinkSync(join(outside, "secret.ts"), join(repository, "src", name));
      for (const name of ["tsconfig.json", "package.json", "schema.prisma"])
        symlinkSync("../outside/secret.json", join(repository, name));
      symlinkSync("/etc/passwd", join(repository, "src/users.sql"));
      symlinkSync("../../outside", join(repository, "src/outside"));
      symlinkSync("../outside/secret.ts", join(repository, ".gitignore"));
    },
    told: ["symbolic-link"],
  },
  {
    name: "symlink-loops",
    build: ({ repository }) => {
      symlinkSync("..", join(repository, "src/loop"));
      symlinkSync(".", join(repository, "src/self"));
      symlinkSync("itself.ts", join(repository, "src/itself.ts"));
    },
    told: ["symbolic-link"],
  },
  {
    name: "symlink-dangling",
    build: ({ repository }) => symlinkSync("nowhere.ts", join(repository, "src/gone.ts")),
    told: ["symbolic-link"],
  },
  {
    name: "fifo",
    build: ({ repository }) => {
      const names = ["src/pipe.ts", "tsconfig.json", "package.json", ".gitignore", ".npmrc"];
      execFileSync(
        "mkfifo",
        names.map((name) => join(repository, name)),
      );
    },
    told: ["not-regular-file"],
  },
  {
    name: "huge-file",
    build: ({ repository, write }) => {
      const names = ["src/huge.ts", "src/huge.sql", "package.json", "tsconfig.json"];
      write(Object.fromEntries(names.map((name) => [name, ""])));
      for (const name of names) truncateSync(join(repository, name), 300_000_000);
    },
    told: ["file-too-large"],
  },
  {
    name: "depth-beyond-paths",
    build: ({ repository }) => {
      const deep = `${"d/".repeat(3_000)}`;
      execFileSync("mkdir", ["-p", deep], { cwd: join(repository, "src") });
    },
    told: ["folder-too-deep"],
  },
  {
    name: "encodings",
    build: ({ write }) =>
      write({
        "src/u8.ts": "\ufeffexport class U8 {}\n",
        "src/u16le.ts": utf16("export class U16LE {}\n"),
        "src/u16be.ts": utf16("export class U16BE {}\n").swap16(),
        "src/latin.ts": Buffer.from("export class Latin { caf\xe9 = 1 }\n", "latin1"),
        "src/video.ts": Buffer.from([0x47, 0x40, 0x00, 0x10, 0x00, 0x00, 0xb0, 0x0d]),
        "src/nul.ts": "export class Nul {}\0",
        "src/empty.ts": "",
        "src/half.ts": Buffer.from([0xff, 0xfe, 0x41]),
      }),
    told: ["binary-file", "undecodable-text"],
    finds: ["U8", "U16LE", "U16BE", "Latin"],
    holds: ({ completeness }) => expect(completeness).toMatchObject({ partial: 1, skipped: { binary: 2 } }),
  },
  {
    name: "names",
    build: ({ repository, write }) => {
      write(
        Object.fromEntries(FILE_NAMES.map((name, at) => [`src/${name}`, `export class Named${at} {}\n`])),
      );
      mkdirSync(join(repository, "src/__proto__"));
      writeFileSync(Buffer.from(`${repository}/src/caf\xe9.ts`, "latin1"), "export class Unnamed {}\n");
    },
    told: ["unreadable-file"],
    finds: FILE_NAMES.flatMap((name, at) => (name.endsWith(".ts") ? [`Named${at}`] : [])),
    holds: ({ graph }) => expect(new Set(graph.nodes.map(({ id }) => id)).size).toBe(graph.nodes.length),
  },
];

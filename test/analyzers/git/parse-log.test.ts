import fc from "fast-check";
import { expect, test } from "vitest";
import { type LoggedCommit, LogParser } from "../../../src/analyzers/git/parse-log.ts";

/** A commit with the texts of its paths. */
interface Commit extends Omit<LoggedCommit, "changes"> {
  readonly changes: readonly { readonly status: string; readonly path: string; readonly from?: string }[];
}

function parse(pieces: readonly Buffer[]): Commit[] {
  const commits: Commit[] = [];
  const parser = new LogParser(({ changes, ...header }) => {
    const texts = changes.map(({ status, path, from }) => {
      return from === undefined ? { status, path: path.text } : { status, path: path.text, from: from.text };
    });
    commits.push({ ...header, changes: texts });
  });
  for (const piece of pieces) parser.push(piece);
  parser.end();
  return commits;
}

/** What `git log -z --name-status` prints for these commits. */
function print(commits: readonly Commit[]): Buffer {
  const texts = commits.map(({ hash, time, author, email, subject, changes }) => {
    const header = `\0${[hash, time, author, email, subject].join("\0")}\0`;
    const paths = changes.map(({ status, path, from }) =>
      from === undefined ? `${status}\0${path}\0` : `${status}087\0${from}\0${path}\0`,
    );
    return changes.length === 0 ? header : `${header}\n${paths.join("")}`;
  });
  return Buffer.from(texts.join(""));
}

/** Text that somebody would use to pass for something else. */
const hostile = fc.oneof(
  fc.constantFrom(
    "",
    "\n",
    "A",
    "R100",
    "\nM",
    "deadbeef".repeat(5),
    "commit deadbeef",
    "\x1e\x1f\x1b[31m",
    "%an",
    "__proto__",
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replaceAll("\0", "")),
);
const path = hostile.map((text) => `src/${text}.ts`);
const change = fc.oneof(
  fc.record({ status: fc.constantFrom("A", "M", "D", "T"), path }),
  fc.record({ status: fc.constant("R"), path, from: path }),
);
const commit: fc.Arbitrary<Commit> = fc.record({
  hash: fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 40, maxLength: 40 }),
  time: fc.constantFrom("1700000000", "", "-5", "99999999999999999999"),
  author: hostile,
  email: hostile,
  subject: hostile,
  changes: fc.array(change, { maxLength: 4 }),
});

test("whatever people write into names, subjects and paths, every commit comes back as it was", () => {
  fc.assert(
    fc.property(fc.array(commit, { maxLength: 8 }), (commits) => {
      expect(parse([print(commits)])).toEqual(commits.map(asDecoded));
    }),
  );
});

test("how the bytes are cut up changes nothing", () => {
  fc.assert(
    fc.property(fc.array(commit, { maxLength: 6 }), fc.array(fc.nat(400)), (commits, cuts) => {
      const bytes = print(commits);
      expect(parse(cut(bytes, cuts))).toEqual(parse([bytes]));
    }),
  );
});

test("bytes that fit nothing are survived, cut up as one likes", () => {
  fc.assert(
    fc.property(
      fc.array(commit),
      fc.uint8Array({ maxLength: 60 }),
      fc.nat(500),
      fc.array(fc.nat(500)),
      (commits, junk, at, cuts) => {
        const bytes = print(commits);
        const place = Math.min(at, bytes.length);
        const broken = Buffer.concat([bytes.subarray(0, place), junk, bytes.subarray(place)]);
        expect(parse(cut(broken, cuts))).toEqual(parse([broken]));
      },
    ),
  );
});

test("after a broken commit the next ones are read", () => {
  const [first, second, third] = ["a", "b", "c"].map((letter): Commit => {
    const changes = [{ status: "M", path: `src/${letter}.ts` }];
    return {
      hash: letter.repeat(40),
      time: "1",
      author: "Ada",
      email: "ada@b.example",
      subject: letter,
      changes,
    };
  }) as [Commit, Commit, Commit];
  const bytes = Buffer.concat([print([first]), Buffer.from("what\0is\0this\0"), print([second, third])]);
  expect(parse([bytes]).slice(-2)).toEqual([second, third]);
});

test("a path is one object in all commits, whatever bytes that are no UTF-8 it is made of", () => {
  const commit = (byte: number): Buffer =>
    Buffer.concat([
      Buffer.from(`\0${"a".repeat(40)}\x001\0Ada\0ada@b.example\0Orders\0\nM\0src/`),
      Buffer.from([byte]),
      Buffer.from(".ts\0"),
    ]);
  const paths: unknown[] = [];
  const parser = new LogParser(({ changes }) => paths.push(changes[0]?.path));
  for (const byte of [0xff, 0xfe, 0xff]) parser.push(commit(byte));
  parser.end();
  expect(paths).toEqual([{ text: "src/\uFFFD.ts", number: 0 }, paths[0], paths[0]]);
  expect(new Set(paths).size).toBe(1);
});

function cut(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [0, ...[...cuts].sort((left, right) => left - right), bytes.length];
  return places.slice(1).map((place, at) => bytes.subarray(Math.min(places[at]!, bytes.length), place));
}

/** Lone surrogates do not survive UTF-8; all else does. */
function asDecoded(commit: Commit): Commit {
  return JSON.parse(Buffer.from(JSON.stringify(commit)).toString("utf8"));
}

import fc from "fast-check";
import { HistoryCollector } from "../../../src/analyzers/git/collect-history.ts";
import { type LoggedCommit, LogParser } from "../../../src/analyzers/git/parse-log.ts";
import { ChurnCounter } from "../../../src/analyzers/git/read-churn.ts";
import { countsOf } from "../../../src/analyzers/git/remarks.ts";
import type { FilePath } from "../../../src/model/ids.ts";
import { Dice } from "../dice.ts";
import { type Family, hold } from "../family.ts";
import { mutateBytes } from "../mutate.ts";

const PATHS = [
  "src/orders.ts",
  "src/billing.ts",
  "src/a/index.ts",
  "src/b/index.ts",
  "lib/orders.ts",
  "README.md",
];
const TOKENS = [
  "\0",
  "\0\0",
  "\n",
  "A",
  "\0M\0",
  "\0R100\0",
  "a".repeat(40),
  "\t",
  "-\t-\t",
  "1\t2\t",
  "src/orders.ts",
  "\x1b[31m",
];

const text = fc.oneof(
  fc.constantFrom(
    "",
    "Ada",
    "dependabot[bot]",
    "\n",
    "__proto__",
    "deadbeef".repeat(5),
    "A",
    "R100",
    "x".repeat(3000),
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const path = fc.oneof(
  fc.constantFrom(...PATHS),
  text.map((name) => `src/${name}.ts`),
);
const change = fc.oneof(
  fc.record({ status: fc.constantFrom("A", "M", "D", "T"), path }),
  fc.record({ status: fc.constantFrom("R087", "C100"), from: path, path }),
);
const commit = fc.record({
  hash: fc.nat(999).map((number) => String(number).padStart(40, "0")),
  time: fc.constantFrom("1700000000", "1700500000", "", "-5", "99999999999999999999", "1e9"),
  author: text,
  email: text,
  subject: text,
  changes: fc.array(change, { maxLength: 8 }),
  lines: fc.tuple(fc.nat(9), fc.constantFrom("3", "-", "99999999999999999999")),
});
type Commit = Parameters<Parameters<(typeof commit)["map"]>[0]>[0];
const log = fc.array(commit, { maxLength: 40 });

/** Streams of `git log`, broken and cut up. */
export const history: Family = {
  name: "history",
  full: 2000,
  small: 300,
  budget: 1500,
  make: (dice) => {
    const seed = dice.below(2 ** 31);
    const [commits = []] = fc.sample(log, { seed, numRuns: 1 });
    const material = { tokens: TOKENS, donors: [names(commits), numbers(commits)] };
    return {
      names: mutateBytes(names(commits), dice, material),
      numbers: mutateBytes(numbers(commits), dice, material),
      cuts: String(seed),
    };
  },
  check: ({ names: named = "", numbers: counted = "", cuts = "" }) => {
    const dice = new Dice(Number(cuts));
    const whole = parse([Buffer.from(named, "latin1")]);
    const pieces = parse(cutUp(Buffer.from(named, "latin1"), dice));
    hold(JSON.stringify(whole) === JSON.stringify(pieces), "how the bytes are cut up changes the commits");
    const today = new Set(PATHS);
    const churn = new ChurnCounter((name) => today.has(name));
    for (const piece of cutUp(Buffer.from(counted, "latin1"), dice)) churn.push(piece);
    const collector = new HistoryCollector(today, () => true);
    for (const one of whole) collector.add(one);
    const facts = collector.facts((name) => name as FilePath, churn.churn(), dice.chance(0.5));
    for (const { day, files, author, touched } of facts.changeSets) {
      hold(/^\d{4}-\d\d-\d\d$/.test(day), `a day is ${day}`);
      hold(
        files.every((file) => today.has(file)),
        "a change-set names a file that is gone",
      );
      hold(Number.isInteger(author) && touched >= files.length - 1, `author ${author} touched ${touched}`);
    }
    for (const { revisions, firstDay, lastDay, added, deleted } of facts.files) {
      hold(revisions > 0 && firstDay <= lastDay, `${revisions} revisions from ${firstDay} to ${lastDay}`);
      hold(
        Number.isSafeInteger(added ?? 0) && Number.isSafeInteger(deleted ?? 0),
        `${added} lines added, ${deleted} deleted`,
      );
    }
    for (const [name, count] of Object.entries(countsOf(facts)))
      hold(Number.isInteger(count), `${name}: ${count}`);
  },
};

function names(commits: readonly Commit[]): string {
  const printed = commits.map(({ hash, time, author, email, subject, changes }) => {
    const paths = changes.map((one) =>
      "from" in one ? [one.status, one.from, one.path] : [one.status, one.path],
    );
    return `\0${[hash, time, author, email, subject].join("\0")}\0\n${paths.map((one) => `${one.join("\0")}\0`).join("")}`;
  });
  return latin1(printed.join(""));
}

function numbers(commits: readonly Commit[]): string {
  const printed = commits.map(({ hash, changes, lines }) => {
    const counted = changes.map((one) => {
      const where = "from" in one ? `\0${one.from}\0${one.path}` : one.path;
      return `${lines[0]}\t${lines[1]}\t${where}\0`;
    });
    return `\0${hash}\0\n${counted.join("")}`;
  });
  return latin1(printed.join(""));
}

function latin1(printed: string): string {
  return Buffer.from(printed).toString("latin1");
}

function parse(pieces: readonly Buffer[]): LoggedCommit[] {
  const commits: LoggedCommit[] = [];
  const parser = new LogParser((one) => commits.push(one));
  for (const piece of pieces) parser.push(piece);
  parser.end();
  return commits;
}

function cutUp(bytes: Buffer, dice: Dice): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = 1 + dice.below(dice.chance(0.5) ? 5 : 500);
    pieces.push(bytes.subarray(at, at + length));
    at += length;
  }
  return pieces;
}

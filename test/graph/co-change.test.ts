import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CoChangeOptions, coChanges, DEFAULT_CO_CHANGE } from "../../src/graph/co-change.ts";
import type { ChangeSet } from "../../src/model/fact.ts";
import type { CommitHash, FilePath } from "../../src/model/ids.ts";
import { change } from "./facts.ts";

const ANY: CoChangeOptions = { ...DEFAULT_CO_CHANGE, minSharedCommits: 1, minDegree: 0 };

function degrees(changes: readonly ChangeSet[], options = ANY): string[] {
  return coChanges(changes, options).pairs.map(({ left, right, degree, shared }) => {
    return `${left.slice(4, -3)} ${right.slice(4, -3)} ${degree.toFixed(2)} × ${shared}`;
  });
}

test("the example of the manual", () => {
  expect(degrees([change(["A", "B", "C"]), change(["A", "B"])])).toEqual([
    "a b 1.00 × 2",
    "a c 0.67 × 1",
    "b c 0.67 × 1",
  ]);
});

test("a commit of a bot counts on neither side of the fraction", () => {
  const bot = change(["A"], { bot: true });
  expect(degrees([change(["A", "B"]), bot, bot])).toEqual(["a b 1.00 × 1"]);
});

describe("a pair is left out", () => {
  const thrice = [change(["A", "B"]), change(["A", "B"]), change(["A", "B"])];

  test("when it met fewer than three times", () => {
    expect(degrees(thrice.slice(1), DEFAULT_CO_CHANGE)).toEqual([]);
    expect(degrees(thrice, DEFAULT_CO_CHANGE)).toEqual(["a b 1.00 × 3"]);
  });

  test("when it is below the degree of chance", () => {
    const alone = Array.from({ length: 30 }, () => change(["A"]));
    expect(degrees([...thrice, ...alone], DEFAULT_CO_CHANGE)).toEqual([]);
  });

  test("when the commits were sweeps, by analysed files or by all", () => {
    const swept = thrice.map((one) => ({ ...one, touched: 1000 }));
    expect(coChanges(swept, DEFAULT_CO_CHANGE)).toEqual({ pairs: [], sweeping: 3 });
  });
});

test("commits are listed newest first, and not without end", () => {
  const changes = Array.from({ length: 28 }, (_, at) =>
    change(["A", "B"], { day: `2025-02-${String(at + 1).padStart(2, "0")}` }),
  );
  const [pair] = coChanges(changes, DEFAULT_CO_CHANGE).pairs;
  expect(pair?.commits).toEqual(
    changes
      .map((one) => one.commit)
      .reverse()
      .slice(0, 20),
  );
  expect(pair?.shared).toBe(28);
});

const histories = fc
  .array(fc.uniqueArray(fc.constantFrom("A", "B", "C", "D", "E"), { minLength: 1 }), { maxLength: 40 })
  .map((all) =>
    all.map((names, at) => change(names, { commit: at.toString(16).padStart(40, "0") as CommitHash })),
  );

test("the degree lies in (0, 1], is that of its definition, and is the same both ways", () => {
  fc.assert(
    fc.property(histories, (changes) => {
      const having = (file: FilePath) => changes.filter(({ files }) => files.includes(file));
      for (const { left, right, degree, shared, commits } of coChanges(changes, ANY).pairs) {
        const [ofLeft, ofRight] = [having(left), having(right)];
        const both = ofLeft.filter((one) => ofRight.includes(one));
        expect(shared).toBe(both.length);
        expect(degree).toBe(both.length / ((ofLeft.length + ofRight.length) / 2));
        expect(degree).toBeGreaterThan(0);
        expect(degree).toBeLessThanOrEqual(1);
        for (const commit of commits) expect(both.some((one) => one.commit === commit)).toBe(true);
      }
    }),
  );
});

test("other names give the same degrees: nothing depends on which file comes first", () => {
  const mirror = (file: FilePath) => `src/${String.fromCharCode(202 - file.charCodeAt(4))}.ts` as FilePath;
  fc.assert(
    fc.property(histories, (changes) => {
      const mirrored = changes.map((one) => ({ ...one, files: one.files.map(mirror) }));
      const there = coChanges(changes, ANY).pairs.map(({ left, right, degree }) =>
        [left, right, degree].join(" "),
      );
      const back = coChanges(mirrored, ANY).pairs.map(({ left, right, degree }) =>
        [mirror(right), mirror(left), degree].join(" "),
      );
      expect(back.sort()).toEqual(there.sort());
    }),
  );
});

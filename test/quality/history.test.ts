import { describe, expect, test } from "vitest";
import type { ChangeSet } from "../../src/model/fact.ts";
import type { CommitHash, FilePath } from "../../src/model/ids.ts";
import { backTest, splitHistory } from "../../src/quality/back-test.ts";

const commit = (number: number, files: readonly string[], more: Partial<ChangeSet> = {}): ChangeSet => ({
  kind: "change-set",
  commit: String(number).padStart(40, "0") as CommitHash,
  day: `2024-01-${String(number).padStart(2, "0")}`,
  author: 0,
  subject: "",
  bot: false,
  files: files as readonly FilePath[],
  touched: files.length,
  ...more,
});

test("the last commits are held back, in whatever order they come", () => {
  const commits = [3, 1, 5, 2, 4].map((number) => commit(number, ["a", "b"]));
  const { known, later } = splitHistory(commits, 0.4);
  expect(known.map(({ day }) => day)).toEqual(["2024-01-01", "2024-01-02", "2024-01-03"]);
  expect(later.map(({ day }) => day)).toEqual(["2024-01-04", "2024-01-05"]);
});

describe("change locality", () => {
  const homes = new Map(
    ["shop/a.ts", "shop/b.ts", "shop/c.ts", "pay/d.ts", "pay/e.ts", "pay/f.ts"].map((file) => [
      file,
      file.split("/")[0]!,
    ]),
  );

  test("is the share of later commits that stay inside one context", () => {
    const later = [
      commit(1, ["shop/a.ts", "shop/b.ts"]),
      commit(2, ["pay/d.ts", "pay/e.ts", "pay/f.ts"]),
      commit(3, ["shop/a.ts", "pay/d.ts"]),
      commit(4, ["shop/a.ts", "gone.ts"]),
      commit(5, ["shop/a.ts", "pay/d.ts"], { bot: true }),
      commit(6, ["shop/a.ts", "pay/d.ts"], { touched: 300 }),
    ];
    const result = backTest(homes, later);
    expect(result).toMatchObject({
      commits: 3,
      contexts: 2 / 3,
      folders: 2 / 3,
      folderCount: 2,
      contextCount: 2,
    });
    expect(result.chance).toBeLessThan(result.contexts);
    expect(result.gain).toBeCloseTo((result.contexts - result.chance) / (1 - result.chance));
  });

  test("gains nothing when everything is one context", () => {
    const one = new Map([...homes.keys()].map((file) => [file, "all"]));
    expect(backTest(one, [commit(1, ["shop/a.ts", "pay/d.ts"])])).toMatchObject({
      contexts: 1,
      chance: 1,
      gain: 0,
    });
  });

  test("is the same in every run", () => {
    const later = [commit(1, ["shop/a.ts", "pay/d.ts"]), commit(2, ["pay/d.ts", "pay/e.ts"])];
    expect(backTest(homes, later)).toEqual(backTest(homes, later));
  });
});

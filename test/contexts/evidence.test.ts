import { describe, expect, test } from "vitest";
import { concepts } from "../../src/contexts/evidence/concepts.ts";
import { confirmed } from "../../src/contexts/evidence/confirmed.ts";
import { folders } from "../../src/contexts/evidence/folders.ts";
import { names } from "../../src/contexts/evidence/names.ts";
import { structure } from "../../src/contexts/evidence/structure.ts";
import { Pairs } from "../../src/contexts/network.ts";

const listed = (pairs: Pairs) => {
  const rows: string[] = [];
  pairs.forEach((left, right, weight) => {
    rows.push(`${left}-${right} ${weight.toFixed(2)}`);
  });
  return rows;
};
const tie = (from: number, to: number) => ({ from, to, strength: 1 });

describe("structure", () => {
  test("a logger that four pieces call binds each of them by a quarter", () => {
    expect(listed(structure([tie(0, 4), tie(1, 4), tie(2, 4), tie(3, 4)], 5))).toEqual([
      "0-4 0.25",
      "1-4 0.25",
      "2-4 0.25",
      "3-4 0.25",
    ]);
  });

  test("a facade that calls four pieces binds each of them by a half", () => {
    expect(listed(structure([tie(4, 0), tie(4, 1), tie(4, 2), tie(4, 3)], 5))).toEqual([
      "0-4 0.50",
      "1-4 0.50",
      "2-4 0.50",
      "3-4 0.50",
    ]);
  });
});

describe("concepts", () => {
  const topics = [["order"], ["order"], ["order", "line"], ["price", "strategy"], ["strategy"], []];

  test("equal ones bind, longer ones bind to what they begin with, endings do not", () => {
    expect(listed(concepts(topics))).toEqual(["0-1 1.00", "0-2 0.50", "1-2 0.50"]);
  });

  test("count only where the code confirms them", () => {
    const pairs = concepts([["plan"], ["plan"], ["plan"], ["plan"]]);
    // 0 and 1 refer to one another, 1 and 2 both to 4; nothing ties 3.
    const wide = new Pairs(5);
    pairs.forEach((left, right, weight) => {
      wide.add(left, right, weight);
    });
    expect(listed(confirmed(wide, [tie(0, 1), tie(1, 4), tie(2, 4)]))).toEqual(["0-1 0.33", "1-2 0.33"]);
  });
});

test("names that share rare words are near, names that share only what all have are not", () => {
  const rows = listed(
    names([["team", "invoice"], ["invoice"], ["team", "stock"], ["stock"], ["team"], ["team"]]),
  );
  expect(rows.some((row) => row.startsWith("0-1"))).toBe(true);
  expect(rows.some((row) => row.startsWith("1-3"))).toBe(false);
});

describe("folders", () => {
  const linked = (links: readonly (readonly [number, number])[]) => {
    const pairs = new Pairs(8);
    for (const [left, right] of links) pairs.add(left, right, 1);
    return pairs;
  };
  const features = linked([
    [0, 1],
    [1, 2],
    [2, 3],
    [4, 5],
    [5, 6],
    [6, 7],
  ]);
  const weightOf = (pairs: Pairs) => pairs.mass;

  test("of features speak, of layers do not", () => {
    const byFeature = ["a", "a", "a", "a", "b", "b", "b", "b"].map((folder, at) => `src/${folder}/${at}.ts`);
    const byLayer = ["a", "b", "a", "b", "a", "b", "a", "b"].map((folder, at) => `src/${folder}/${at}.ts`);
    expect(weightOf(folders(byFeature, features))).toBeGreaterThan(0);
    expect(weightOf(folders(byLayer, features))).toBe(0);
  });

  test("of nearly everything say nearly nothing", () => {
    const nearlyAll = Array.from({ length: 8 }, (_, at) => (at === 7 ? "lib/7.ts" : `src/${at}.ts`));
    const some = linked([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
      [5, 6],
    ]);
    expect(weightOf(folders(nearlyAll, some))).toBeLessThan(2.5);
  });
});

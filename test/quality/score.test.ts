import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contingencyOf } from "../../src/quality/contingency.ts";
import { mojoFm } from "../../src/quality/mojofm.ts";
import { adjustedMutualInformation } from "../../src/quality/mutual-information.ts";
import { adjustedRandIndex, pairAgreement } from "../../src/quality/rand-index.ts";
import { readReference } from "../../src/quality/reference.ts";
import { scoreHomes } from "../../src/quality/score.ts";

const of = (left: string, right: string) => contingencyOf([...left], [...right]);
const measures = (left: string, right: string) => {
  const overlap = of(left, right);
  return [
    mojoFm(overlap),
    adjustedRandIndex(overlap),
    adjustedMutualInformation(overlap),
    pairAgreement(overlap).f1,
  ];
};

describe("worked examples", () => {
  test("one wrong thing of four costs one move of two", () => {
    expect(mojoFm(of("aabb", "xxxy"))).toBe(50);
    expect(adjustedRandIndex(of("aabb", "xxxy"))).toBe(0);
  });

  test("24 units in three groups can be at most 21 moves away", () => {
    // All in one: 16 moves to pull two groups of eight out.
    expect(mojoFm(of("a".repeat(24), "x".repeat(8) + "y".repeat(8) + "z".repeat(8)))).toBeCloseTo(
      100 * (1 - 16 / 21),
    );
  });

  test("two groups that belong together are joined in one step", () => {
    expect(mojoFm(of("aabbcc", "xxxxyy"))).toBeCloseTo(100 * (1 - 1 / 4));
  });

  test("crossed pairs share no information, less than chance would", () => {
    expect(adjustedMutualInformation(of("aabb", "xyxy"))).toBeCloseTo(-0.5);
    expect(adjustedRandIndex(of("aabb", "xyxy"))).toBeCloseTo(-0.5);
  });

  test("precision counts pairs put together, recall pairs left together", () => {
    expect(pairAgreement(of("aabb", "xxxy"))).toEqual({ precision: 0.5, recall: 1 / 3, f1: 0.4 });
  });
});

const labels = fc
  .array(fc.constantFrom(..."abcde"), { minLength: 2, maxLength: 60 })
  .map((all) => all.join(""));
const renamed = (text: string) =>
  [...text].map((label) => String.fromCharCode(label.charCodeAt(0) + 10)).join("");
const noise = (seed: number, size: number, groups: number) =>
  Array.from({ length: size }, (_, at) => (Math.imul(at + 7, 2654435761 + seed) >>> 16) % groups).join("");

describe("properties", () => {
  test("a decomposition agrees with itself, whatever its groups are called", () => {
    fc.assert(
      fc.property(labels, (text) => {
        for (const value of measures(text, renamed(text)).slice(1)) expect(value).toBeCloseTo(1);
        expect(mojoFm(of(text, renamed(text)))).toBe(100);
      }),
    );
  });

  test("the order of things does not matter", () => {
    fc.assert(
      fc.property(labels, labels, (one, other) => {
        const size = Math.min(one.length, other.length);
        const [left, right] = [one.slice(0, size), other.slice(0, size)];
        const reversed = measures([...left].reverse().join(""), [...right].reverse().join(""));
        measures(left, right).forEach((value, at) => {
          expect(reversed[at]).toBeCloseTo(value);
        });
      }),
    );
  });

  test("ARI and AMI do not care which of the two is the reference", () => {
    fc.assert(
      fc.property(labels, labels, (one, other) => {
        const size = Math.min(one.length, other.length);
        const [, ari, ami] = measures(one.slice(0, size), other.slice(0, size));
        const [, mirroredAri, mirroredAmi] = measures(other.slice(0, size), one.slice(0, size));
        expect(ari).toBeCloseTo(mirroredAri!);
        expect(ami).toBeCloseTo(mirroredAmi!);
      }),
    );
  });

  test("MoJoFM stays between 0 and 100", () => {
    fc.assert(
      fc.property(labels, labels, (one, other) => {
        const size = Math.min(one.length, other.length);
        const value = mojoFm(of(one.slice(0, size), other.slice(0, size)));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(100);
      }),
    );
  });

  test("chance scores about 0 in ARI and AMI", () => {
    const pairs = Array.from({ length: 40 }, (_, run) =>
      measures(noise(run, 200, 6), noise(run + 991, 200, 5)),
    );
    for (const at of [1, 2]) {
      const mean = pairs.reduce((sum, values) => sum + values[at]!, 0) / pairs.length;
      expect(Math.abs(mean)).toBeLessThan(0.03);
    }
  });
});

describe("a reference", () => {
  const homes = new Map(
    Object.entries({ "src/a/one.ts": "A", "src/a/two.ts": "A", "src/b/three.ts": "B", "lib/x.ts": "B" }),
  );

  test("comes as a table; what is shared, disputed or excluded is not scored", () => {
    const text =
      "file\tmodule\tconf\trule\nsrc/a/one.ts\tshop\tA\t\nsrc/a/two.ts\tshop\tB\t\nsrc/b/three.ts\t-\tX\t\nlib/x.ts\tpay\tD\t\nsrc/gone.ts\tpay\tA\t\n";
    const result = scoreHomes(homes, readReference(text));
    expect(result).toMatchObject({
      scored: 2,
      uncovered: ["src/gone.ts"],
      contexts: 1,
      modules: 1,
      mojoFm: 100,
    });
  });

  test("comes as JSON of three shapes", () => {
    const expected = [{ target: "src/a/one.ts", modules: ["shop"] }];
    expect(readReference('{"shop": ["src/a/one.ts"]}').entries).toEqual(expected);
    expect(readReference('{"src/a/one.ts": "shop"}').entries).toEqual(expected);
    expect(readReference('[{"file": "src/a/one.ts", "module": "shop"}]').entries).toEqual(expected);
  });

  test("comes as globs; the last that matches counts", () => {
    const result = scoreHomes(
      homes,
      readReference("# owners\n* @rest\n/src/a/ @shop\nsrc/**/three.ts @pay\n"),
    );
    expect(result).toMatchObject({ scored: 4, modules: 3, contexts: 2 });
    const { patterns } = readReference("two.* x\nsrc/*/one.ts y\n");
    expect(patterns.map(({ matches }) => [...homes.keys()].filter(matches))).toEqual([
      ["src/a/two.ts"],
      ["src/a/one.ts"],
    ]);
  });

  test("either of two modules is right", () => {
    const either = readReference(
      "src/a/one.ts\tshop\nsrc/a/two.ts\tpay|shop\nsrc/b/three.ts\tpay\nlib/x.ts\tpay|shop\n",
    );
    expect(scoreHomes(homes, either)).toMatchObject({ mojoFm: 100, ari: 1, ami: 1 });
  });

  test("that cannot be read says on which line", () => {
    expect(() => readReference("file\tmodule\nsrc/a.ts\t\n")).toThrow("line 2");
    expect(() => readReference("src/a.ts\n")).toThrow("line 1");
    expect(() => readReference("{")).toThrow();
    expect(() => readReference(`${"*a".repeat(200)} x`)).toThrow("too long");
    expect(() => readReference("a x\n".repeat(10_001))).toThrow("more than 10000 globs");
  });

  test("may name a module __proto__", () => {
    const result = scoreHomes(homes, readReference("src/a/one.ts\t__proto__\nsrc/b/three.ts\tconstructor\n"));
    expect(result).toMatchObject({ scored: 2, modules: 2, mojoFm: 100 });
  });
});

test("degeneracy stands beside every score", () => {
  const homes = new Map(Array.from({ length: 20 }, (_, at) => [`f${at}`, at === 0 ? "alone" : "all"]));
  const text = [...homes.keys()].map((file, at) => `${file}\t${at % 2}`).join("\n");
  const result = scoreHomes(homes, readReference(text));
  expect(result).toMatchObject({ largestShare: 0.95, singletons: 1 });
  expect(result.nonExtremeDistribution).toBeCloseTo(0.05);
});

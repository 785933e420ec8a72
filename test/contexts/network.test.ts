import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeLength } from "../../src/contexts/code-length.ts";
import { compact } from "../../src/contexts/labels.ts";
import { group, modularityOf } from "../../src/contexts/moves.ts";
import { networkOf, Pairs, quotient } from "../../src/contexts/network.ts";
import { partitioner } from "../../src/contexts/partition.ts";
import { randomFrom } from "../../src/contexts/random.ts";
import { shorten } from "../../src/contexts/shorten.ts";

const SIZE = 12;
const links = fc.array(
  fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1), fc.double({ min: 0.01, max: 5, noNaN: true })),
  { minLength: 5, maxLength: 60 },
);
const networkFrom = (all: readonly (readonly [number, number, number])[]) => {
  const pairs = new Pairs(SIZE);
  for (const [left, right, weight] of all) pairs.add(left, right, weight);
  return networkOf(pairs);
};
const labels = fc.array(fc.nat(4), { minLength: SIZE, maxLength: SIZE });

describe("a network", () => {
  test("has every pair in both rows, neighbours ascending, degrees that add up", () => {
    fc.assert(
      fc.property(links, (all) => {
        const { offsets, targets, weights, degrees, total } = networkFrom(all);
        const mass = all.reduce((sum, [left, right, weight]) => sum + (left === right ? 0 : weight), 0);
        expect(total).toBeCloseTo(2 * mass);
        expect(degrees.reduce((sum, degree) => sum + degree, 0)).toBeCloseTo(total);
        for (let row = 0; row < SIZE; row++) {
          const neighbours = [...targets.slice(offsets[row]!, offsets[row + 1]!)];
          expect(neighbours).toEqual([...new Set(neighbours)].sort((left, right) => left - right));
          neighbours.forEach((other, at) => {
            const back = targets.indexOf(row, offsets[other]!);
            expect(weights[back]).toBeCloseTo(weights[offsets[row]! + at]!);
          });
        }
      }),
    );
  });

  test("keeps modularity and code length when groups are contracted", () => {
    fc.assert(
      fc.property(links, labels, (all, some) => {
        const network = networkFrom(all);
        const { labels: own, groups } = compact(some);
        const contracted = quotient(network, own, groups);
        const each = Uint32Array.from({ length: groups }, (_, at) => at);
        expect(contracted.total).toBeCloseTo(network.total);
        expect(modularityOf(contracted, each)).toBeCloseTo(modularityOf(network, own));
        expect(codeLength(contracted, each)).toBeCloseTo(codeLength(network, own));
      }),
    );
  });
});

describe("a search", () => {
  test("never makes the code longer", () => {
    fc.assert(
      fc.property(links, labels, fc.nat(), (all, start, seed) => {
        const network = networkFrom(all);
        const best = shorten(network, start, randomFrom(seed));
        expect(best.codeLength).toBe(codeLength(network, best.labels));
        expect(best.codeLength).toBeLessThanOrEqual(codeLength(network, start) + 1e-9);
      }),
    );
  });

  test("of our own is about as good as graphology's", () => {
    fc.assert(
      fc.property(links, fc.nat(1000), (all, seed) => {
        const network = networkFrom(all);
        const own = modularityOf(network, group(network, 1, randomFrom(seed)));
        const theirs = modularityOf(network, partitioner(network)(1, seed));
        expect(own).toBeGreaterThan(theirs - 0.08);
      }),
    );
  });

  test("gives the same groups for the same seed", () => {
    fc.assert(
      fc.property(links, fc.nat(), (all, seed) => {
        const network = networkFrom(all);
        expect(partitioner(network)(1, seed)).toEqual(partitioner(network)(1, seed));
        expect(group(network, 1, randomFrom(seed))).toEqual(group(network, 1, randomFrom(seed)));
      }),
    );
  });
});

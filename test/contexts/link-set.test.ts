import fc from "fast-check";
import { expect, test } from "vitest";
import { LinkSet } from "../../src/contexts/link-set.ts";

const PIECES = 9;
const step = fc.tuple(fc.constantFrom("add", "delete"), fc.nat(PIECES - 1), fc.nat(PIECES - 1));

test("a set of links holds what was added and not deleted, in whatever order that happened", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 60, maxLength: 200 }), (steps) => {
      // Made for three links and filled with twelve: nearly every slot is taken, and most links stand where others belong.
      const links = new LinkSet(3);
      const expected = new Set<string>();
      for (const [what, one, other] of steps) {
        const name = `${Math.min(one, other)} ${Math.max(one, other)}`;
        if (what === "add" && expected.size === 12 && !expected.has(name)) continue;
        links[what as "add" | "delete"](one, other);
        expected[what as "add" | "delete"](name);
        for (let left = 0; left < PIECES; left++) {
          for (let right = 0; right < PIECES; right++) {
            const isIn = expected.has(`${Math.min(left, right)} ${Math.max(left, right)}`);
            if (links.has(left, right) !== isIn) expect(`${left} ${right}`).toBe(isIn ? "in" : "out");
          }
        }
      }
    }),
  );
});

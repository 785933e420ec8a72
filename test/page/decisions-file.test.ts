import fc from "fast-check";
import { expect, test } from "vitest";
import type { Decision } from "../../src/model/decision.ts";
import { formatDecisions, parseDecisions } from "../../src/page/board/decisions-file.ts";
import { fromLink, toLink } from "../../src/page/board/share.ts";
import { readDecisions } from "../../src/workshop/read-decisions.ts";

const word = fc.oneof(
  fc.constantFrom(
    "src/orders.ts#Order",
    "table:orders",
    "macro/order-desk",
    "Order desk",
    "주문 접수",
    "true",
    "1",
    "a: b",
    "- x",
    "__proto__",
  ),
  fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() === text && text !== ""),
);
const words = fc.uniqueArray(word, { minLength: 2, maxLength: 4 });
const signed = {
  author: fc.oneof(fc.constant(""), word),
  reason: fc.oneof(fc.constant(""), word),
  line: fc.constant(0),
};
const split = fc.record({
  kind: fc.constant("split" as const),
  context: word,
  into: fc.uniqueArray(fc.record({ name: word, targets: words }), {
    minLength: 1,
    maxLength: 3,
    selector: ({ name }) => name,
  }),
  ...signed,
});
const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({ kind: fc.constant("pin" as const), targets: words, context: word, ...signed }),
  fc.record({
    kind: fc.constantFrom("must-link" as const, "cannot-link" as const, "ignore" as const, "shared" as const),
    targets: words,
    ...signed,
  }),
  fc.record({ kind: fc.constant("rename" as const), context: word, name: word, ...signed }),
  fc.record({ kind: fc.constant("merge" as const), contexts: words, name: fc.option(word), ...signed }),
  split,
  fc.record({ kind: fc.constant("note" as const), about: word, ...signed }),
);

const unplaced = (decisions: readonly Decision[] | null) => decisions?.map((one) => ({ ...one, line: 0 }));

test("what the page saves, the page and the program read alike", () => {
  fc.assert(
    fc.property(fc.array(decision, { maxLength: 6 }), (decisions) => {
      const text = formatDecisions(decisions);
      const { decisions: read, problems } = readDecisions(text);
      expect(problems).toEqual([]);
      expect(parseDecisions(text)).toEqual(read);
      expect(unplaced(read)).toEqual(decisions);
    }),
    { numRuns: 300 },
  );
});

test("a file that is none of ours is refused, not guessed at", () => {
  for (const text of [
    "hello",
    "decisions:\n  - sing: [a]\n",
    "decisions:\n  - pin:\n      - a\n    to: b\n",
    '{"a":1}',
  ]) {
    expect(parseDecisions(text)).toBeNull();
  }
});

test("a link carries decisions in any script, and nothing else", () => {
  fc.assert(
    fc.property(fc.array(decision, { maxLength: 6 }), (decisions) => {
      expect(fromLink(toLink(decisions))).toEqual(decisions);
    }),
  );
  expect(fromLink("")).toBeNull();
  expect(fromLink("bm90IGpzb24")).toBeNull();
  expect(fromLink(toLink([{ kind: "sing" }] as never))).toBeNull();
});

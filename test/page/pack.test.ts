import fc from "fast-check";
import { expect, test } from "vitest";
import { readNumbers, writeNumbers } from "../../src/page/number-text.ts";
import { type Json, pack, unpack } from "../../src/page/pack.ts";

const quarter = 2 ** 51;

test("numbers survive their text form", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -quarter, max: quarter })), (numbers) => {
      expect(readNumbers(writeNumbers(numbers))).toEqual(numbers);
    }),
  );
});

test("every document comes back as it was packed, through JSON", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const document = JSON.parse(JSON.stringify(value)) as Json;
      const opened = unpack(JSON.parse(JSON.stringify(pack(document))));
      expect(JSON.stringify(opened)).toBe(JSON.stringify(document));
    }),
    { numRuns: 500 },
  );
});

test("a class may be called __proto__", () => {
  const document = JSON.parse('[{"__proto__":{"polluted":1},"name":"__proto__"}]') as Json;
  const opened = unpack(JSON.parse(JSON.stringify(pack(document))));
  expect(JSON.stringify(opened)).toBe(JSON.stringify(document));
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test("a list of like objects takes a fraction of its JSON", () => {
  const couplings = Array.from({ length: 1000 }, (_, n) => ({
    from: `src/orders/order-${n % 50}.ts#Order${n % 50}`,
    to: `src/billing/invoice-${n % 30}.ts#Invoice${n % 30}`,
    kind: "call",
    count: n % 7,
  }));
  expect(JSON.stringify(pack(couplings)).length * 5).toBeLessThan(JSON.stringify(couplings).length);
});

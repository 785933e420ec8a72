import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonChunks } from "../../src/cache/json-chunks.ts";

test("in pieces or at once, the JSON of plain data is the same", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      expect(Buffer.concat([...jsonChunks(value)]).toString()).toBe(JSON.stringify(value));
    }),
    { seed: 3 },
  );
});

test("long lists come in several pieces, and what is undefined is left out", () => {
  const shelf = {
    books: Array.from({ length: 1201 }, (_, id) => ({ id, title: "é\u2028" })),
    owner: undefined,
  };
  const chunks = [...jsonChunks(shelf)];
  expect(chunks.length).toBeGreaterThan(4);
  expect(Buffer.concat(chunks).toString()).toBe(JSON.stringify(shelf));
});

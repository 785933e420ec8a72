import fc from "fast-check";
import { expect, test } from "vitest";
import { settle } from "../../src/page/views/map/settle.ts";

const grid = fc.integer({ min: 1, max: 12 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    columns: fc.constant(Math.ceil(Math.sqrt(count * 1.5))),
    rows: fc.constant(Math.ceil(count / Math.ceil(Math.sqrt(count * 1.5)))),
    pulls: fc.array(
      fc.record({
        from: fc.nat(count - 1),
        to: fc.nat(count - 1),
        weight: fc.double({ min: 0.1, max: 20, noNaN: true }),
        mutual: fc.boolean(),
      }),
      { maxLength: 30 },
    ),
  }),
);

test("every box has a cell of its own inside the grid", () => {
  fc.assert(
    fc.property(grid, (one) => {
      const cells = settle(one);
      expect(cells).toHaveLength(one.count);
      expect(new Set(cells.map(({ column, row }) => `${column} ${row}`)).size).toBe(one.count);
      for (const { column, row } of cells) {
        expect(column).toBeLessThan(one.columns);
        expect(row).toBeLessThan(one.rows);
      }
    }),
  );
});

test("the same arrows give the same picture", () => {
  fc.assert(
    fc.property(grid, (one) => {
      expect(settle(one)).toEqual(settle(structuredClone(one)));
    }),
  );
});

test("two contexts that talk stand side by side, the one that asks at the left", () => {
  const [asks, answers] = settle({
    count: 2,
    columns: 2,
    rows: 1,
    pulls: [{ from: 0, to: 1, weight: 5, mutual: false }],
  });
  expect([asks?.column, answers?.column]).toEqual([0, 1]);
});

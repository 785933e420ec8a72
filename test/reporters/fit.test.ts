import fc from "fast-check";
import { expect, test } from "vitest";
import { flow, padStart, shorten, shortenStart, widthOf, wrap } from "../../src/reporters/terminal/fit.ts";

test("a Hangul syllable takes two columns", () => {
  expect(widthOf("주문 A")).toBe(6);
  expect(padStart("주문", 6)).toBe("  주문");
  expect(shorten("주문서비스", 6)).toBe("주문…");
});

test("a path is shortened from its beginning", () => {
  expect(shortenStart("src/orders/orders.service.ts:44", 24)).toBe("…/orders.service.ts:44");
  expect(shortenStart("src/orders.ts", 40)).toBe("src/orders.ts");
});

test("phrases flow over lines without being torn", () => {
  expect(flow(["three orders", "two stocks", "one shop"], ", ", 24)).toEqual([
    "three orders, two stocks,",
    "one shop",
  ]);
});

test("no line is ever wider than it may be", () => {
  const width = fc.integer({ min: 4, max: 60 });
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), width, (text, columns) => {
      expect(widthOf(shorten(text, columns))).toBeLessThanOrEqual(columns);
      expect(widthOf(shortenStart(text, columns))).toBeLessThanOrEqual(columns);
      for (const line of wrap(text, columns)) expect(widthOf(line)).toBeLessThanOrEqual(columns);
    }),
  );
});

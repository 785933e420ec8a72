import { expect, test } from "vitest";
import { DeadlineError, withDeadline } from "../../src/sql/deadline.ts";

test("work that takes too long is stopped and known by its error", () => {
  expect(() =>
    withDeadline(20, () => {
      for (;;);
    }),
  ).toThrow(DeadlineError);
});

test("what the work itself throws, or gives, comes through as it is", () => {
  const trouble = new RangeError("too deep");
  expect(() =>
    withDeadline(1000, () => {
      throw trouble;
    }),
  ).toThrow(trouble);
  expect(() =>
    withDeadline(1000, () => {
      throw null;
    }),
  ).toThrow();
  expect(withDeadline(1000, () => 7)).toBe(7);
});

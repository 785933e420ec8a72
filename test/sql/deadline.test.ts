import { expect, test } from "vitest";
import {
  DeadlineError,
  withDeadline,
  withPatientDeadline,
  workedMilliseconds,
} from "../../src/sql/deadline.ts";

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

test("work that others kept from the processor is begun again, and work that never ends is not", () => {
  let attempts = 0;
  const waiting = new Int32Array(new SharedArrayBuffer(4));
  const finished = withPatientDeadline(300, () => {
    if (++attempts === 1) Atomics.wait(waiting, 0, 0, 60_000);
    return "finished";
  });
  expect([finished, attempts]).toEqual(["finished", 2]);
  attempts = 0;
  const partly = withPatientDeadline(301, () => {
    const isFirst = ++attempts === 1;
    const start = workedMilliseconds();
    while (workedMilliseconds() - start < 50);
    if (isFirst) Atomics.wait(waiting, 0, 0, 60_000);
    return "finished";
  });
  expect([partly, attempts]).toEqual(["finished", 2]);
  attempts = 0;
  const endless = (): never => {
    attempts++;
    for (;;);
  };
  const start = process.cpuUsage();
  expect(() => withPatientDeadline(300, endless)).toThrow(DeadlineError);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(3000);
});

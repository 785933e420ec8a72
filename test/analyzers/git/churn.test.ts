import { expect, test } from "vitest";
import { ChurnCounter } from "../../../src/analyzers/git/read-churn.ts";

test("counts that no file can have are left out, so that every sum is a number that JSON can hold", () => {
  const counter = new ChurnCounter((path) => path === "src/orders.ts");
  const absurd = "9".repeat(400);
  counter.push(Buffer.from(`\0${"a".repeat(40)}\0\n3\t1\tsrc/orders.ts\0${absurd}\t1\tsrc/orders.ts\0`));
  expect(counter.churn()?.get("src/orders.ts")).toEqual({ added: 3, deleted: 1 });
});

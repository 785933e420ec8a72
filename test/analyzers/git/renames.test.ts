import { describe, expect, test } from "vitest";
import { inferRenames } from "../../../src/analyzers/git/infer-renames.ts";
import { Paths } from "../../../src/analyzers/git/paths.ts";
import { buildHistory, lines, read, revisionsOf } from "./build-history.ts";

const [ORDER, BILL, OTHER] = [lines("order"), lines("bill"), lines("other")];

describe("a file keeps its history", () => {
  test("over a rename, over a chain of them, and over a moved root", async () => {
    const told = await read(
      buildHistory([
        { files: { "a/order.ts": ORDER, "a/bill.ts": BILL } },
        { files: { "a/order.ts": `${ORDER}// 1\n` } },
        { files: { "b/order.ts": { from: "a/order.ts" }, "b/bill.ts": { from: "a/bill.ts" } } },
        { files: { "b/purchase.ts": { from: "b/order.ts" } } },
        { files: { "src/b/purchase.ts": { from: "b/purchase.ts" }, "src/b/bill.ts": { from: "b/bill.ts" } } },
        { files: { "src/b/bill.ts": `${BILL}// 2\n` } },
      ]),
    );
    expect(revisionsOf(told)).toEqual(["src/b/bill.ts × 4", "src/b/purchase.ts × 5"]);
    expect(told.changes.at(-1)?.files).toEqual(["src/b/bill.ts", "src/b/purchase.ts"]);
  });

  test("when it was edited as it moved", async () => {
    const told = await read(
      buildHistory([
        { files: { "a/order.ts": ORDER } },
        { files: { "b/purchase.ts": { from: "a/order.ts", content: `${ORDER}// moved\n` } } },
      ]),
    );
    expect(revisionsOf(told)).toEqual(["b/purchase.ts × 2"]);
  });

  test("when nothing of it stayed but its name, or its place", async () => {
    const told = await read(
      buildHistory([
        { files: { "a/orders.ts": ORDER, "c/bills.js": BILL } },
        {
          files: {
            "b/orders.ts": { from: "a/orders.ts", content: OTHER },
            "c/bills.ts": { from: "c/bills.js", content: lines("x", 40) },
          },
        },
      ]),
    );
    expect(revisionsOf(told)).toEqual(["b/orders.ts × 2", "c/bills.ts × 2"]);
  });

  test("when it was deleted and came back", async () => {
    const told = await read(
      buildHistory([
        { files: { "order.ts": ORDER, "keep.ts": OTHER } },
        { files: { "order.ts": null } },
        { files: { "order.ts": ORDER } },
      ]),
    );
    expect(revisionsOf(told)).toEqual(["keep.ts × 1", "order.ts × 3"]);
  });

  test("when work on a branch went on under the old name", async () => {
    const told = await read(
      buildHistory([
        { files: { "order.ts": ORDER } },
        { files: { "purchase.ts": { from: "order.ts" } }, day: "2024-01-02" },
        { branch: { name: "side", at: 0 }, files: { "order.ts": `${ORDER}// side\n` }, day: "2024-01-05" },
        { merge: "side", files: { "purchase.ts": `${ORDER}// side\n`, "order.ts": null }, day: "2024-01-06" },
      ]),
    );
    expect(revisionsOf(told)).toEqual(["purchase.ts × 3"]);
  });
});

test("a rename that two branches hold, as after a rebase, is one", async () => {
  const moved = { "order.ts": { from: "order.js", content: ORDER.replaceAll("=", ":") } } as const;
  const told = await read(
    buildHistory([
      { files: { "order.js": ORDER } },
      { files: { "order.js": `${ORDER}// 1\n` } },
      { branch: { name: "draft", at: 1 }, files: moved, day: "2024-01-03" },
      { on: "draft", files: { "order.ts": `${ORDER}// draft\n` }, day: "2024-01-04" },
      { files: moved, day: "2024-01-05" },
      { merge: "draft", files: {}, day: "2024-01-06" },
    ]),
  );
  expect(revisionsOf(told)).toEqual(["order.ts × 5"]);
});

describe("files are not taken for each other", () => {
  test("when a new file takes the old name", async () => {
    const told = await read(
      buildHistory([
        { files: { "order.ts": ORDER } },
        { files: { "order.ts": `${ORDER}// 1\n` } },
        { files: { "legacy/old-order.ts": { from: "order.ts" } } },
        { files: { "order.ts": OTHER } },
      ]),
    );
    expect(revisionsOf(told)).toEqual(["legacy/old-order.ts × 3", "order.ts × 1"]);
  });

  test("when one is moved to where another one was", async () => {
    const told = await read(
      buildHistory([
        { files: { "bill.ts": BILL, "keep.ts": OTHER } },
        { files: { "bill.ts": `${BILL}// 1\n` } },
        { files: { "bill.ts": null } },
        { files: { "order.ts": ORDER } },
        { files: { "bill.ts": { from: "order.ts" } } },
      ]),
    );
    expect(revisionsOf(told)).toEqual(["bill.ts × 2", "keep.ts × 1"]);
  });

  test("when a new one had the old name for a while", async () => {
    const told = await read(
      buildHistory([
        { files: { "order.ts": ORDER } },
        { files: { "purchase.ts": { from: "order.ts" } } },
        { files: { "order.ts": OTHER } },
        { files: { "order.ts": `${OTHER}// 1\n` } },
        { files: { "order.ts": null } },
      ]),
    );
    expect(revisionsOf(told)).toEqual(["purchase.ts × 2"]);
  });

  test("when two change places", async () => {
    const told = await read(
      buildHistory([
        { files: { "a.ts": ORDER, "b.ts": BILL } },
        { files: { "a.ts": `${ORDER}// 1\n` } },
        { files: { "a.ts": null, "b.ts": null, "swap/a.ts": ORDER.replace("0", "9"), "swap/b.ts": BILL } },
        { files: { "a.ts": { from: "swap/b.ts" }, "b.ts": { from: "swap/a.ts" } } },
      ]),
    );
    expect(revisionsOf(told)).toEqual(["a.ts × 3", "b.ts × 4"]);
  });
});

test("a rename is inferred only where nothing else in the commit fits", () => {
  const paths = new Paths();
  const change = (status: string, path: string) => ({ status, path: paths.of(path) });
  const infer = (...changes: ReturnType<typeof change>[]) =>
    inferRenames(changes).flatMap(({ path, from }) =>
      from === undefined ? [] : [`${from.text} → ${path.text}`],
    );
  expect(infer(change("D", "a/order.ts"), change("A", "b/order.ts"))).toEqual(["a/order.ts → b/order.ts"]);
  expect(infer(change("D", "a/order.js"), change("A", "a/order.ts"))).toEqual(["a/order.js → a/order.ts"]);
  expect(infer(change("D", "a/order.ts"), change("A", "b/order.ts"), change("A", "c/order.ts"))).toEqual([]);
  expect(infer(change("D", "a/index.ts"), change("A", "b/index.ts"))).toEqual([]);
  expect(infer(change("D", "x/a/index.ts"), change("A", "y/a/index.ts"))).toEqual([
    "x/a/index.ts → y/a/index.ts",
  ]);
  expect(infer(change("M", "a/order.ts"), change("A", "b/order.ts"))).toEqual([]);
});

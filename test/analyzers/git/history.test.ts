import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeTree } from "../../repository/build-tree.ts";
import { buildHistory, lines, read, revisionsOf, type Step } from "./build-history.ts";

const BILL = lines("bill");

test("a commit says its day, author, subject and files of today, newest first", async () => {
  const { changes, people } = await read(
    buildHistory([
      { files: { "order.ts": "1", "gone.ts": "1", "README.md": "1" }, day: "2024-02-29" },
      { files: { "order.ts": "2", "gone.ts": null }, author: "Bo <bo@shop.example>", subject: "Fewer files" },
    ]),
  );
  expect(changes.map(({ commit, ...rest }) => rest)).toEqual([
    {
      kind: "change-set",
      day: "2023-11-15",
      author: 2,
      subject: "Fewer files",
      bot: false,
      files: ["order.ts"],
      touched: 2,
    },
    {
      kind: "change-set",
      day: "2024-02-29",
      author: 1,
      subject: "Change 0",
      bot: false,
      files: ["order.ts"],
      touched: 3,
    },
  ]);
  expect(changes[0]?.commit).toMatch(/^[0-9a-f]{40}$/);
  expect(people).toEqual([
    { kind: "contributor", author: 1, revisions: 1, bot: false },
    { kind: "contributor", author: 2, revisions: 1, bot: false },
  ]);
});

test("names are told only when they are asked for", async () => {
  const folder = buildHistory([{ files: { "order.ts": "1" } }]);
  expect((await read(folder)).people[0]).not.toHaveProperty("name");
  expect((await read(folder, { authors: true })).people[0]?.name).toBe("Ada Byron");
});

test("merges change nothing by themselves; the work on both sides counts", async () => {
  const told = await read(
    buildHistory([
      { files: { "order.ts": "1", "bill.ts": BILL } },
      { branch: { name: "side", at: 0 }, files: { "bill.ts": `${BILL}//\n` } },
      { files: { "order.ts": "2" } },
      { merge: "side", files: { "bill.ts": `${BILL}//\n` }, subject: "Merge branch side" },
    ]),
  );
  expect(revisionsOf(told)).toEqual(["bill.ts × 2", "order.ts × 2"]);
  expect(told.changes.map((change) => change.subject)).not.toContain("Merge branch side");
});

describe("a folder inside a work tree", () => {
  const steps: Step[] = [
    { files: { "apps/server/order.ts": "1", "apps/web/till.ts": "1" } },
    { files: { "apps/web/till.ts": "2" } },
    { files: { "core/bill.ts": BILL } },
    { files: { "apps/server/bill.ts": { from: "core/bill.ts" } } },
  ];

  test("has its own paths, its own commits, and files that came from elsewhere", async () => {
    const told = await read(join(buildHistory(steps), "apps/server"));
    expect(revisionsOf(told)).toEqual(["bill.ts × 2", "order.ts × 1"]);
    expect(told.counts?.["history.commits"]).toBe(3);
  });

  test("may have a name that is a pattern", async () => {
    const odd = steps.map((step) => ({
      files: Object.fromEntries(
        Object.entries(step.files ?? {}).map(([path, change]) => [
          path.replace("apps/server", "[b]"),
          change,
        ]),
      ),
    }));
    const told = await read(join(buildHistory(odd), "[b]"));
    expect(revisionsOf(told)).toEqual(["bill.ts × 2", "order.ts × 1"]);
    expect(told.files.map((file) => file.added)).toEqual([12, 1]);
  });
});

describe("lines", () => {
  const steps: Step[] = [
    { files: { "order.ts": "1\n2\n3\n" }, day: "2023-01-01" },
    { files: { "bill.ts": BILL }, day: "2024-05-01" },
    { files: { "order.ts": "1\n2\n4\n5\n" }, day: "2024-06-01" },
    { files: { "till/bill.ts": { from: "bill.ts", content: `${BILL}//\n` } }, day: "2024-07-01" },
  ];

  test("are counted for a year before the newest commit, over renames", async () => {
    const { files } = await read(buildHistory(steps));
    expect(files.map(({ file, added, deleted }) => `${file} +${added} -${deleted}`)).toEqual([
      "order.ts +2 -1",
      "till/bill.ts +13 -0",
    ]);
  });

  test("are counted since the day that was asked for", async () => {
    const { files } = await read(buildHistory(steps), { since: "2024-06-15" });
    expect(files.map(({ file, added, deleted }) => `${file} +${added} -${deleted}`)).toEqual([
      "order.ts +0 -0",
      "till/bill.ts +1 -0",
    ]);
  });
});

test("dates, names and subjects may be nonsense", async () => {
  const injected =
    "Real\x1e\x1f commit deadbeefdeadbeefdeadbeefdeadbeefdeadbeef\r Author: Linus Torvalds <l@t>";
  const { changes, people } = await read(
    buildHistory([
      { files: { "order.ts": "1" }, author: " <>", subject: injected },
      {
        files: { "order.ts": "2" },
        author: "__proto__ <constructor>",
        subject: `${"x".repeat(100_000)}\n\ncommit deadbeef\nAuthor: x <y>`,
      },
      { files: { "order.ts": "3" }, author: "script\u202e <\u202e@x>", subject: "" },
    ]),
  );
  expect(changes).toHaveLength(3);
  expect(changes[2]?.subject).toBe(injected);
  expect(changes[1]?.subject).toHaveLength(200);
  expect(people).toHaveLength(3);
});

test("little history is told to be little, and what is not committed has none", async () => {
  const folder = buildHistory([{ files: { "order.ts": "1" } }]);
  writeTree(folder, { "new.ts": "1" });
  const { diagnostics, files } = await read(folder);
  expect(diagnostics.map(({ code }) => code)).toEqual(["thin-history"]);
  expect(files.map(({ file }) => file)).toEqual(["order.ts"]);
});

test("history counts whole, change-sets up to a limit: many commits cost little", async () => {
  const steps = Array.from(
    { length: 3000 },
    (_, at): Step => ({ files: { [`unit${at % 50}.ts`]: `${at}\n` } }),
  );
  const told = await read(buildHistory(steps));
  expect(told.changes).toHaveLength(3000);
  expect(told.files.every(({ revisions }) => revisions === 60)).toBe(true);
});

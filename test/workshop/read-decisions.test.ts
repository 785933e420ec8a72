import { describe, expect, test } from "vitest";
import { decisionsText } from "../../src/workshop/decisions-text.ts";
import { readDecisions } from "../../src/workshop/read-decisions.ts";

const FILE = `# what the workshop of 3 May decided
version: 1
decisions:
  - pin: src/orders.ts#Orders
    to: ordering
    by: Kim
    because: 주문은 한 팀이 맡는다
  - must-link: [src/a.ts, src/b.ts]
  - cannot-link: [table:orders, table:stock]
  - rename: macro/user
    to: Members
  - merge: [macro/a, macro/b]
    to: Both
  - split: macro/c
    into:
      Billing: [src/billing/]
      __proto__: src/odd.ts
  - ignore: src/legacy/
  - shared: [src/logger.ts]
  - note: macro/user
    because: ask the legal team
`;

describe("a decisions file", () => {
  test("is read with who, why and line", () => {
    const { decisions, problems } = readDecisions(FILE);
    expect(problems).toEqual([]);
    expect(decisions.map(({ kind, line }) => `${line} ${kind}`)).toEqual([
      "4 pin",
      "8 must-link",
      "9 cannot-link",
      "10 rename",
      "12 merge",
      "14 split",
      "18 ignore",
      "19 shared",
      "20 note",
    ]);
    expect(decisions[0]).toEqual({
      kind: "pin",
      targets: ["src/orders.ts#Orders"],
      context: "ordering",
      author: "Kim",
      reason: "주문은 한 팀이 맡는다",
      line: 4,
    });
  });

  test("may call a context __proto__", () => {
    const split = readDecisions(FILE).decisions.find((decision) => decision.kind === "split")!;
    expect(split.into.map(({ name }) => name)).toEqual(["Billing", "__proto__"]);
  });

  test("survives being written and read again", () => {
    const { decisions } = readDecisions(FILE);
    const again = readDecisions(decisionsText(decisions));
    expect(again.problems).toEqual([]);
    expect(again.decisions.map((decision) => ({ ...decision, line: 0 }))).toEqual(
      decisions.map((decision) => ({ ...decision, line: 0 })),
    );
  });

  test.each([
    ["decisions:\n  - pin: a\n", 'line 2: "to" is missing'],
    [
      "decisions:\n  - pin: a\n    to: b\n    colour: red\n",
      'line 4: "colour" is not a key of this decision',
    ],
    ["decisions:\n  - move: a\n", 'line 2: "move" is not a decision'],
    ["version: 2\n", 'line 1: "version" must be 1'],
    ["decision: []\n", 'line 1: "decision" is not a key of this file'],
    ["decisions:\n  - must-link: [a]\n", 'line 2: "must-link" is not what was expected'],
    ["decisions:\n  - pin: [a\n", "line 3:"],
    ["- pin: a\n", 'line 1: expected "version" and "decisions"'],
    [
      "decisions:\n  - pin: &a [x]\n    to: b\n  - shared: *a\n",
      'line 4: "shared" is nested too deeply, or refers to an anchor',
    ],
    ["decisions:\n  - pin: !!js/function x\n    to: b\n", "line 2"],
    ["decisions:\n  - rename: a\n    to: [[[[[[[[b]]]]]]]]\n", 'line 2: "rename" is nested too deeply'],
  ])("says where it is wrong: %j", (text, problem) => {
    expect(readDecisions(text).problems.join("\n")).toContain(problem);
  });

  test("may be empty, and must not be enormous", () => {
    expect(readDecisions("")).toEqual({ decisions: [], problems: [] });
    expect(readDecisions("decisions:\n")).toEqual({ decisions: [], problems: [] });
    expect(readDecisions("#".repeat(1_000_001)).problems).toEqual(["the file is larger than 1 MB"]);
  });
});

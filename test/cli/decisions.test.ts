import { expect, test } from "vitest";
import { parseDecisions } from "../../src/cli/decisions/parse-decisions.ts";
import type { Decisions } from "../../src/model/decision.ts";
import { formatDecisions } from "../../src/page/board/decisions-file.ts";

const FILE = `# What we agreed on in March.
decisions:
  - pin: src/orders.ts#Orders
    to: Ordering
    by: Kim
    because: everybody calls it that
  - must-link: [src/cart.ts, table:carts]
  - rename: macro/stock
    to: 재고
  - merge: [macro/a, macro/b]
  - split: macro/shop
    into:
      Cart: [src/cart.ts]
      Checkout: src/checkout/
  - note: table:orders
    because: ask the finance team
`;

test("decisions are read with who, why and where", () => {
  const decisions = parseDecisions(FILE, "monocarve.decisions.yaml");
  expect(decisions.map(({ kind }) => kind)).toEqual(["pin", "must-link", "rename", "merge", "split", "note"]);
  expect(decisions[0]).toEqual({
    kind: "pin",
    targets: ["src/orders.ts#Orders"],
    context: "Ordering",
    author: "Kim",
    reason: "everybody calls it that",
    line: 3,
  });
  expect(decisions[3]).toMatchObject({ contexts: ["macro/a", "macro/b"], name: null, line: 10 });
  expect(decisions[4]).toMatchObject({
    into: [
      { name: "Cart", targets: ["src/cart.ts"] },
      { name: "Checkout", targets: ["src/checkout/"] },
    ],
  });
});

test("an empty file and a bare list are fine", () => {
  expect(parseDecisions("# nothing yet\n", "d.yaml")).toEqual([]);
  expect(parseDecisions("- ignore: src/old/\n", "d.yaml")).toMatchObject([{ kind: "ignore", line: 1 }]);
});

test("what the page saves is read as it was", () => {
  const said = { author: "Kim", reason: "why not" };
  const decisions: Decisions = [
    { kind: "pin", targets: ["src/a.ts#A"], context: "macro/a", ...said, line: 0 },
    { kind: "merge", contexts: ["macro/a", "macro/b"], name: null, ...said, line: 0 },
    { kind: "split", context: "macro/c", into: [{ name: "D", targets: ["d.ts"] }], ...said, line: 0 },
    { kind: "note", about: "table:orders", ...said, line: 0 },
  ];
  const read = parseDecisions(formatDecisions(decisions), "d.yaml");
  expect(read.map((decision) => ({ ...decision, line: 0 }))).toEqual(decisions);
  expect(() => parseDecisions('- {"kind":"pin","targets":[]}\n', "d.yaml")).toThrow(/^d\.yaml:1: context: /);
});

const MISTAKES: readonly (readonly [text: string, said: string])[] = [
  ["- pin: [a\n", "d.yaml:2: "],
  ["- pinn: a\n  to: b\n", 'd.yaml:1: this is no decision; did you mean "pin"?'],
  ["- rename: a\n  to: b\n- pin: a\n", "d.yaml:3: pin: to: "],
  ["- ignore: a\n  colour: red\n", "d.yaml:1: ignore: "],
  ["just: words\n", "d.yaml:1: expected a list"],
  ["- 7\n", "d.yaml:1: this is no decision"],
];

test.each(MISTAKES)("%j is told with its line", (text, said) => {
  expect(() => parseDecisions(text, "d.yaml")).toThrow(said);
});

test("hostile files change no prototype and end in a plain sentence", () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\ndecisions: [*c,*c]\n`;
  for (const text of ["- __proto__: {polluted: 1}\n", "- pin: a\n  __proto__: {polluted: 1}\n", bomb]) {
    expect(() => parseDecisions(text, "d.yaml")).toThrow(/^d\.yaml:\d+: /);
  }
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

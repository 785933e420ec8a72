import { describe, expect, test } from "vitest";
import { groupContexts } from "../../src/contexts/group-contexts.ts";
import type { Grouping } from "../../src/model/context.ts";
import type { Decision } from "../../src/model/decision.ts";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { applyDecisions } from "../../src/workshop/apply-decisions.ts";
import { graphOf, planted, tie, unit } from "../contexts/monolith.ts";

const { graph } = planted([20, 18, 16, 14], 3, 0.1);
const grouping = groupContexts(graph, DEFAULT_SETTINGS);
const report = { graph, settings: DEFAULT_SETTINGS, endpoints: [], grouping };
const who = { author: "Kim", reason: "the team said so", line: 0 };

type Undecided<One> = One extends unknown ? Omit<One, "author" | "reason" | "line"> : never;
const decide = (...decisions: Undecided<Decision>[]) =>
  applyDecisions(
    report,
    decisions.map((decision, at) => ({ ...decision, ...who, line: 10 * (at + 1) }) as Decision),
  );

const homeOf = ({ memberships }: Grouping, node: string) => memberships.find((one) => one.node === node);
const unitsOf = (context: string) => grouping.contexts.find(({ id }) => id === context)!.members;
const [orders, payments, catalogue] = ["macro/order", "macro/payment", "macro/catalogue"].map(unitsOf);
const contextNames = (result: Grouping, level = "macro") =>
  result.contexts.filter((context) => context.level === level).map(({ name }) => name);

describe("what people decide holds", () => {
  test("a pinned unit is where it was pinned, and says so", () => {
    const result = decide({ kind: "pin", targets: [orders![0]!], context: "payment" });
    expect(homeOf(result.grouping, orders![0]!)).toMatchObject({
      macro: "macro/payment",
      decided: true,
      confidence: 1,
    });
    expect(result.diagnostics).toEqual([]);
    expect(result.conflicts).toEqual([]);
  });

  test("the rest of the picture stays", () => {
    const result = decide({ kind: "pin", targets: [orders![0]!], context: "payment" }).grouping;
    const moved = result.memberships.filter(({ node, macro }) => homeOf(grouping, node)?.macro !== macro);
    expect(moved.length).toBeLessThanOrEqual(3);
  });

  test("a context that nobody knows yet is opened", () => {
    const result = decide({ kind: "pin", targets: orders!.slice(0, 5), context: "Returns" }).grouping;
    expect(homeOf(result, orders![1]!)!.macro).toBe("macro/returns");
    expect(homeOf(result, orders![1]!)!.micro).toBe("micro/returns");
  });

  test("linked units are together, also when one of them is pinned", () => {
    const linked = [orders![0]!, payments![0]!, catalogue![0]!];
    const result = decide(
      { kind: "must-link", targets: linked },
      { kind: "pin", targets: [linked[2]!], context: "payment" },
    );
    expect(new Set(linked.map((node) => homeOf(result.grouping, node)!.micro)).size).toBe(1);
    expect(homeOf(result.grouping, linked[0]!)!.macro).toBe("macro/payment");
  });

  test("units that must not meet share no context on any level", () => {
    const [left, right] = orders!;
    const result = decide({ kind: "cannot-link", targets: [left!, right!] }).grouping;
    expect(homeOf(result, left!)!.macro).not.toBe(homeOf(result, right!)!.macro);
  });

  test("a context gets the name it was given on every level that it fills alone", () => {
    const result = decide({ kind: "rename", context: "macro/order", name: "주문" }).grouping;
    expect(contextNames(result)).toContain("주문");
    expect(homeOf(result, orders![0]!)!.macro).toBe("macro/주문");
    expect(contextNames(result)).not.toContain("order");
  });

  test("a pin may use the new name as well as the old one", () => {
    for (const context of ["Selling", "macro/order"]) {
      const result = decide(
        { kind: "rename", context: "macro/order", name: "Selling" },
        { kind: "pin", targets: [payments![0]!], context },
      );
      expect(homeOf(result.grouping, payments![0]!)!.macro).toBe("macro/selling");
      expect(result.diagnostics).toEqual([]);
    }
  });

  test("merged contexts are one", () => {
    const result = decide({ kind: "merge", contexts: ["macro/order", "payment"], name: "Checkout" }).grouping;
    expect(contextNames(result)).toHaveLength(contextNames(grouping).length - 1);
    expect(homeOf(result, orders![0]!)!.macro).toBe("macro/checkout");
    expect(homeOf(result, payments![0]!)!.macro).toBe("macro/checkout");
  });

  test("a split context is as many as its parts, and nobody is lost", () => {
    const into = [
      { name: "Baskets", targets: [orders![0]!] },
      { name: "Receipts", targets: [orders![1]!] },
    ];
    const result = decide({ kind: "split", context: "macro/order", into }).grouping;
    expect(homeOf(result, orders![0]!)!.macro).toBe("macro/baskets");
    expect(homeOf(result, orders![1]!)!.macro).toBe("macro/receipts");
    expect(contextNames(result)).not.toContain("order");
    for (const node of orders!)
      expect(["macro/baskets", "macro/receipts"]).toContain(homeOf(result, node)!.macro);
  });

  test("what is ignored is in no context; what is shared is kernel", () => {
    const result = decide(
      { kind: "ignore", targets: [orders![0]!] },
      { kind: "shared", targets: [orders![1]!] },
    ).grouping;
    expect(homeOf(result, orders![0]!)).toBeUndefined();
    expect(homeOf(result, orders![1]!)).toBeUndefined();
    expect(result.sharedKernel.map(({ node }) => node)).toEqual([orders![1]!]);
  });

  test("one of two units in a file can be moved alone", () => {
    const first = unit("src/desk.ts", "Desk");
    const second = unit("src/desk.ts", "Drawer");
    const desks = graphOf(
      [...graph.nodes, first, second],
      [
        ...graph.couplings,
        ...graph.nodes.filter(({ id }) => orders!.includes(id)).map((node) => tie(first, node)),
      ],
    );
    const pin: Decision = { kind: "pin", targets: ["src/desk.ts#Drawer"], context: "payment", ...who };
    const result = groupContexts(desks, DEFAULT_SETTINGS, [pin]);
    expect(homeOf(result, second.id)!.macro).toBe("macro/payment");
    expect(homeOf(result, first.id)!.macro).not.toBe("macro/payment");
  });
});

describe("decisions survive the next commit", () => {
  test("a unit whose file was moved is still found", () => {
    const name = "Turnstile";
    const before = unit("src/gate.ts", name);
    const after = unit("src/entrance/gate.ts", name);
    const moved = graphOf([...graph.nodes, after], [...graph.couplings, tie(after, graph.nodes[0]!)]);
    const pin: Decision = { kind: "pin", targets: [before.id], context: "payment", ...who };
    expect(homeOf(groupContexts(moved, DEFAULT_SETTINGS, [pin]), after.id)!.macro).toBe("macro/payment");
  });
});

describe("what cannot be done is said", () => {
  test("an unknown unit is reported with the nearest name, and the rest is done", () => {
    const wrong = `${orders![0]!}x`;
    const result = decide({ kind: "pin", targets: [wrong, orders![1]!], context: "payment" });
    expect(result.diagnostics.map(({ message }) => message)).toEqual([
      `Line 10: pin names "${wrong}", which is not in this code; the nearest is "${orders![0]!}".`,
    ]);
    expect(homeOf(result.grouping, orders![1]!)!.macro).toBe("macro/payment");
  });

  test("a misspelt name in a moved file is still recognised", () => {
    const odd = unit("src/desk/services/desk.service.ts", "DeskService");
    const grown = { ...report, graph: graphOf([...graph.nodes, odd], graph.couplings) };
    const pin: Decision = {
      kind: "pin",
      targets: ["src/desk/desks.ts#DeskServise"],
      context: "payment",
      ...who,
    };
    expect(applyDecisions(grown, [pin]).diagnostics[0]!.message).toContain(`the nearest is "${odd.id}"`);
  });

  test("an unknown context is reported with the nearest name", () => {
    const [diagnostic] = decide({ kind: "rename", context: "macro/ordr", name: "Selling" }).diagnostics;
    expect(diagnostic!.message).toContain('the nearest is "macro/order"');
  });

  test("decisions that cannot both hold are named with both lines", () => {
    const [node, other] = orders!;
    const conflicts = decide(
      { kind: "pin", targets: [node!], context: "payment" },
      { kind: "pin", targets: [node!], context: "catalogue" },
      { kind: "must-link", targets: [node!, other!] },
      { kind: "cannot-link", targets: [node!, other!] },
      { kind: "rename", context: "macro/order", name: "A" },
      { kind: "rename", context: "macro/order", name: "B" },
    ).conflicts;
    expect(conflicts).toEqual([
      `line 10 (pin to payment) and line 20 (pin to catalogue) both decide on ${node}`,
      `line 30 (must-link) and line 40 (cannot-link) both decide on ${node} and ${other}`,
      "line 50 and line 60 both rename macro/order",
    ]);
  });
});

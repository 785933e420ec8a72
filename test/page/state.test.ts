import fc from "fast-check";
import { expect, test } from "vitest";
import { LEVELS } from "../../src/model/context.ts";
import { COUPLING_KINDS } from "../../src/model/graph.ts";
import type { ContextId, NodeId } from "../../src/model/ids.ts";
import { type BoardAction, EMPTY_BOARD, reduceBoard } from "../../src/page/board/board.ts";
import { formatRoute, PAPERS, parseRoute, type Route, VIEW_NAMES } from "../../src/page/state/route.ts";

const name = fc.string({ minLength: 1, maxLength: 24 });

const route: fc.Arbitrary<Route> = fc.record({
  view: fc.constantFrom(...VIEW_NAMES),
  level: fc.constantFrom(...LEVELS),
  context: fc.option(name.map((text) => text as ContextId)),
  kinds: fc.subarray([...COUPLING_KINDS]),
  everyArrow: fc.boolean(),
  paper: fc.constantFrom(...PAPERS),
  unfolded: fc.option(
    fc.oneof(
      fc.record({ about: fc.constant("node" as const), node: name.map((text) => text as NodeId) }),
      fc.record({
        about: fc.constant("border" as const),
        from: name.map((text) => text as ContextId),
        to: name.map((text) => text as ContextId),
        kind: fc.constantFrom(...COUPLING_KINDS),
      }),
    ),
  ),
});

test("every place of the page has an address that leads back to it", () => {
  fc.assert(
    fc.property(route, (one) => {
      expect(parseRoute(formatRoute(one), "macro")).toEqual(one);
    }),
  );
});

test("an address that names nothing leads to the overview", () => {
  for (const fragment of ["", "#", "#nowhere", "#?level=huge&kinds=gossip"]) {
    expect(parseRoute(fragment, "macro")).toMatchObject({ view: "overview", level: "macro", unfolded: null });
  }
});

const gesture: fc.Arbitrary<BoardAction> = fc.oneof(
  fc.record({
    do: fc.constant("decide" as const),
    gesture: fc.record({ kind: fc.constant("pin" as const), targets: fc.tuple(name), context: name }),
  }),
  fc.record({
    do: fc.constant("decide" as const),
    gesture: fc.record({ kind: fc.constant("rename" as const), context: name, name }),
  }),
  fc.record({ do: fc.constant("give reason" as const), place: fc.nat(3), reason: name }),
  fc.record({ do: fc.constant("take back" as const), place: fc.nat(3) }),
);

test("undo takes back everything, one gesture after the other, to the same bytes; redo does it again", () => {
  fc.assert(
    fc.property(fc.array(gesture, { maxLength: 12 }), (gestures) => {
      const steps = [EMPTY_BOARD];
      for (const action of gestures) steps.push(reduceBoard(steps.at(-1)!, action));
      let board = steps.at(-1)!;
      for (const step of steps.slice(0, -1).reverse()) {
        board = reduceBoard(board, { do: "undo" });
        expect(JSON.stringify(board.decisions)).toBe(JSON.stringify(step.decisions));
      }
      for (const step of steps.slice(1)) {
        board = reduceBoard(board, { do: "redo" });
        expect(JSON.stringify(board.decisions)).toBe(JSON.stringify(step.decisions));
      }
    }),
  );
});

test("a decision is signed by whoever decides at that moment", () => {
  const named = reduceBoard(EMPTY_BOARD, { do: "name author", author: "Kim" });
  const gestureOf = { kind: "note", about: "macro/orders" } as const;
  const [decision] = reduceBoard(named, { do: "decide", gesture: gestureOf }).decisions;
  expect(decision).toEqual({ kind: "note", about: "macro/orders", author: "Kim", reason: "", line: 0 });
});

test("dots are put down and taken back, never below none", () => {
  const vote = (board: typeof EMPTY_BOARD, dots: 1 | -1) =>
    reduceBoard(board, { do: "vote", about: "macro/orders", dots });
  expect(vote(vote(EMPTY_BOARD, 1), 1).votes).toEqual([["macro/orders", 2]]);
  expect(vote(vote(EMPTY_BOARD, 1), -1).votes).toEqual([]);
  expect(vote(EMPTY_BOARD, -1).votes).toEqual([]);
});

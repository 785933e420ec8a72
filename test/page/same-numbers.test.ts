import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Decision } from "../../src/model/decision.ts";
import type { Report } from "../../src/model/report.ts";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { replay } from "../../src/page/board/replay.ts";
import { decodeReport, encodeReport } from "../../src/page/data.ts";
import { analyze } from "../../src/pipeline.ts";
import { openRepository } from "../../src/repository/open-repository.ts";
import { appOf } from "../golden/build-history.ts";

const BOOKSHOP = join(import.meta.dirname, "../../fixtures/bookshop");

async function bookshop(decisions: readonly Decision[]): Promise<Report> {
  const repository = await openRepository(appOf(BOOKSHOP), DEFAULT_SETTINGS);
  const report = await analyze(repository, DEFAULT_SETTINGS, () => {}, decisions);
  repository.git?.close();
  return report;
}

let found: Report;
let carried: Report;

beforeAll(async () => {
  found = await bookshop([]);
  carried = decodeReport(JSON.parse(JSON.stringify(encodeReport(found))));
});

test("the page carries the whole report of a small system", () => {
  expect(carried).toEqual(JSON.parse(JSON.stringify(found)));
});

test("what the board shows is what the program computes, for ten lists of decisions", async () => {
  for (const decisions of fc.sample(decisionLists(found), { numRuns: 10, seed: 7 })) {
    const { report } = replay(carried, decisions);
    const computed = await bookshop(decisions);
    expect(report.grouping).toEqual(JSON.parse(JSON.stringify(computed.grouping)));
    expect(report.plan).toEqual(JSON.parse(JSON.stringify(computed.plan)));
  }
});

function decisionLists({ graph, grouping }: Report): fc.Arbitrary<Decision[]> {
  const target = fc.constantFrom(...graph.nodes.map(({ id }) => String(id)));
  const context = fc.constantFrom(...grouping.contexts.map(({ id }) => String(id)));
  const signed = { author: fc.constant("Kim"), reason: fc.constant(""), line: fc.constant(0) };
  const some = fc.uniqueArray(target, { minLength: 2, maxLength: 3 });
  return fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant("pin" as const), targets: fc.tuple(target), context, ...signed }),
      fc.record({
        kind: fc.constantFrom("must-link" as const, "cannot-link" as const, "shared" as const),
        targets: some,
        ...signed,
      }),
      fc.record({
        kind: fc.constant("rename" as const),
        context,
        name: fc.constantFrom("Till", "Shelf"),
        ...signed,
      }),
      fc.record({
        kind: fc.constant("merge" as const),
        contexts: fc.uniqueArray(context, { minLength: 2, maxLength: 2 }),
        name: fc.constant(null),
        ...signed,
      }),
    ),
    { minLength: 1, maxLength: 4 },
  );
}

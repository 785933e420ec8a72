import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { buildGraph } from "../../src/graph/build-graph.ts";
import type { Fact } from "../../src/model/fact.ts";
import type { DependencyGraph } from "../../src/model/graph.ts";
import { byCodeUnit, type NodeId } from "../../src/model/ids.ts";
import type { Plan } from "../../src/model/plan.ts";
import { planExtraction } from "../../src/plan/plan-extraction.ts";
import { analyzeFolder } from "../golden/analyze-folder.ts";
import { appOf } from "../golden/build-history.ts";
import { cutSentences, dossierSentences } from "./cut-sentences.ts";
import { groupingByHand } from "./monolith.ts";

const FIXTURE = join(import.meta.dirname, "../../fixtures/bookshop");
const KERNEL = ["Dated", "Money", "NotAllowed", "NotFound"];
/** Which context each table belongs to, as anybody can see by eye. */
const TABLES: Readonly<Record<string, string>> = {
  authors: "catalog",
  books: "catalog",
  addresses: "customers",
  customers: "customers",
  order_lines: "ordering",
  orders: "ordering",
  payments: "payment",
  shipments: "shipping",
  stock_items: "inventory",
};

let plan: Plan;

beforeAll(async () => {
  const { facts } = await analyzeFolder(appOf(FIXTURE));
  const { graph } = buildGraph(facts, {});
  plan = planExtraction(graph, groupingOf(graph), {
    endpoints: of(facts, "endpoint"),
    messages: of(facts, "message"),
    transactions: of(facts, "transaction"),
    contributors: of(facts, "contributor"),
    tested: of(facts, "test-reach").map(({ unit }) => unit),
  });
}, 60_000);

test("every cut between the folders of the bookshop is in the golden file, and no other", () => {
  compare("cuts", cutSentences(plan.border));
});

test("the dossiers of the bookshop", () => {
  compare("dossiers", plan.dossiers.flatMap(dossierSentences));
});

test("the order of the bookshop", () => {
  const advice = new Map(plan.judgements.map((judgement) => [judgement.context, judgement.advice]));
  compare(
    "order",
    plan.steps.map(({ rank, context, score, impact, coupling }) =>
      [rank, context.slice("macro/".length), advice.get(context), `${impact} − ${coupling} = ${score}`].join(
        "  ",
      ),
    ),
  );
});

/** The folders are the contexts; what lies in `shared/` is the kernel, `main.ts` and the root module are nobody's. */
function groupingOf(graph: DependencyGraph): ReturnType<typeof groupingByHand> {
  const groups = new Map<string, NodeId[]>();
  const kernel: NodeId[] = [];
  for (const node of graph.nodes) {
    const [, folder = ""] = /^src\/(\w+)\//.exec(node.file) ?? [];
    if (folder === "shared") kernel.push(node.id);
    const group = node.kind === "table" ? TABLES[node.name] : folder;
    if (group !== undefined && group !== "" && group !== "shared")
      groups.set(group, [...(groups.get(group) ?? []), node.id]);
  }
  expect(KERNEL.every((name) => kernel.some((id) => id.endsWith(`#${name}`)))).toBe(true);
  return groupingByHand(
    [...groups].sort(([left], [right]) => byCodeUnit(left, right)),
    kernel,
  );
}

function of<Kind extends Fact["kind"]>(facts: readonly Fact[], kind: Kind): Extract<Fact, { kind: Kind }>[] {
  return facts.filter((fact): fact is Extract<Fact, { kind: Kind }> => fact.kind === kind);
}

function compare(golden: string, lines: readonly string[]): void {
  const path = join(FIXTURE, "golden", `${golden}.txt`);
  if (process.env.UPDATE_GOLDEN === "1" || !existsSync(path)) writeFileSync(path, `${lines.join("\n")}\n`);
  expect(lines).toEqual(readFileSync(path, "utf8").trimEnd().split("\n"));
}

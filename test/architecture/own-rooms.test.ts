import { join } from "node:path";
import { expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { analyze } from "../../src/pipeline.ts";
import { contingencyOf } from "../../src/quality/contingency.ts";
import { mojoFm } from "../../src/quality/mojofm.ts";
import { openRepository } from "../../src/repository/open-repository.ts";

const SOURCE = join(import.meta.dirname, "../../src");

test("told to ignore folders, monocarve finds its own rooms", async () => {
  const settings = { ...DEFAULT_SETTINGS, history: false, folders: false };
  const { graph, grouping } = await analyze(await openRepository(SOURCE, settings), settings, () => {});
  const found = new Map(grouping.memberships.map(({ node, meso }) => [node, meso]));
  const shared = new Set(grouping.sharedKernel.map(({ node }) => node));
  const units = graph.nodes.filter((node) => node.kind === "unit" && !shared.has(node.id));
  const rooms = units.map((unit) => (unit.kind === "unit" ? unit.file.split("/")[0]! : ""));
  const contexts = units.map((unit) => found.get(unit.id)!);
  expect(units.length).toBeGreaterThan(300);
  expect(mojoFm(contingencyOf(contexts, rooms))).toBeGreaterThan(75);
});

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createChecker } from "../../../src/analyzers/typescript/checker/ask-checker.ts";
import type { LinkedProject } from "../../../src/analyzers/typescript/link/linked-project.ts";
import type { CallSite } from "../../../src/analyzers/typescript/project.ts";
import { DEFAULT_SETTINGS } from "../../../src/model/settings.ts";
import { openRepository } from "../../../src/repository/open-repository.ts";
import { linkRepository, placeOf } from "./link.ts";

const FIXTURES = join(import.meta.dirname, "../../../fixtures");
const TYPED = readdirSync(FIXTURES).filter((name) =>
  /^(?:bookshop|call-|endpoint-nest|god-class|inheritance)/.test(name),
);

/** Calls of other units: what one unit does inside itself is nobody's coupling. */
function compare(
  project: LinkedProject,
  ask: (site: CallSite) => { unit: string } | null,
): { missed: string[]; wrong: string[]; same: number } {
  const missed: string[] = [];
  const wrong: string[] = [];
  let same = 0;
  for (const site of project.calls) {
    const checked = site.expr.k === "call" && site.expr.callee.k !== "super" ? ask(site) : null;
    if (checked === null || checked.unit === site.unit || site.name === "bind") continue;
    const ours = project.targets(site).map(({ unit }) => unit as string);
    const line = `${placeOf(site)} ${site.name} → ${checked.unit}`;
    if (ours.length === 0) missed.push(line);
    else if (ours.includes(checked.unit)) same++;
    else wrong.push(`${line}, not ${ours.join(", ")}`);
  }
  return { missed, wrong, same };
}

describe("linking finds what the type checker finds", () => {
  let total = 0;
  test.each(TYPED)("in %s", async (name) => {
    const settings = { ...DEFAULT_SETTINGS, history: false };
    const repository = await openRepository(join(FIXTURES, name, "app"), settings);
    const project = linkRepository(repository);
    const { missed, wrong, same } = compare(project, createChecker(repository, project));
    total += same;
    expect({ missed, wrong }).toEqual({ missed: [], wrong: [] });
  });
  test("and there is something to find", () => expect(total).toBeGreaterThan(60));
});

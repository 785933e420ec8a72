import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { carve, codesOf, expectHarmless, expectResult, withinSeconds } from "./carve.ts";
import type { GitCase } from "./git/case.ts";
import { GIT_CASES } from "./git/cases.ts";
import { startOrdinaryGit } from "./ordinary-git.ts";
import { marks, type Stage, stage, strike, wrapGit } from "./stage.ts";

/** Most of it is the one question that git is given time to answer. */
const PIPE_SECONDS = 5;

let server: Server;
let address: string;
const asked: string[] = [];
const fired: string[] = [];
const hung: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(401, { "WWW-Authenticate": 'Basic realm="shop"' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

describe("a hostile .git", () => {
  test.concurrent.each(GIT_CASES)("$name", async (one) => {
    const set = stage(one.init, address);
    try {
      one.build(set);
      await carveSafely(set, one);
      await canary(set, one);
    } finally {
      await strike(set);
    }
  });
});

test("a pipe is waited for no longer than git's one answer may take", async () => {
  const piped = GIT_CASES.filter(({ ordinary, refused }) => ordinary === "hangs" && refused !== undefined);
  const sets = piped.map(({ build }) => {
    const set = stage();
    build(set);
    return set;
  });
  const waits = await Promise.all(sets.map((set) => carve(set)));
  for (const [at, { milliseconds }] of waits.entries())
    expect(milliseconds, piped[at]!.name).toBeLessThan(withinSeconds(PIPE_SECONDS));
  for (const set of sets) await strike(set);
});

describe("the suite itself", () => {
  test("ordinary git obeys these repositories, or they would prove nothing", () => {
    const firing = GIT_CASES.filter(({ ordinary }) => ordinary === "fires");
    expect(fired.length, `fired: ${fired.join(", ")}`).toBeGreaterThanOrEqual(25);
    expect(firing.map(({ name }) => name).filter((name) => !fired.includes(name))).toEqual([]);
    const waiting = GIT_CASES.filter(({ ordinary }) => ordinary === "hangs");
    expect(waiting.map(({ name }) => name).filter((name) => !hung.includes(name))).toEqual([]);
    expect(asked.length).toBeGreaterThan(0);
  });

  test("every case that is known is here", () => {
    expect(new Set(GIT_CASES.map(({ name }) => name)).size).toBe(GIT_CASES.length);
    expect(GIT_CASES.length).toBeGreaterThanOrEqual(58);
  });
});

async function carveSafely(set: Stage, one: GitCase): Promise<void> {
  const env = one.wrapper === undefined ? {} : { PATH: `${wrapGit(set, one.wrapper)}:${process.env.PATH}` };
  const carved = await carve(set, { env, ...(one.root === undefined ? {} : { root: one.root }) });
  expectHarmless(set, carved);
  expect(asked.filter((url) => url.startsWith(`/${one.name}`))).toEqual([]);
  const report = expectResult(carved);
  expect(codesOf(report)).toEqual(one.refused === undefined ? (one.told ?? []) : [one.refused]);
  if (one.root === undefined)
    expect(revisionsOf(report)).toEqual(
      one.refused === undefined ? { Bill: 1, Order: 2 } : { Bill: 0, Order: 0 },
    );
}

function revisionsOf({ graph }: Report): Record<string, number> {
  const units = graph.nodes.filter((node) => node.kind === "unit" && node.file.startsWith("src/"));
  return Object.fromEntries(units.map((node) => [node.name, "revisions" in node ? node.revisions : -1]));
}

async function canary(set: Stage, one: GitCase): Promise<void> {
  const { hung: waits } = await startOrdinaryGit(
    set,
    one.root ?? ".",
    one.ordinary === "hangs" ? 1_500 : 30_000,
  );
  if (waits) hung.push(one.name);
  if (marks(set).length > 0) fired.push(one.name);
}

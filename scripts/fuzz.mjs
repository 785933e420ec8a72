/**
 * `npm run fuzz`: broken, hostile and nonsensical input for everything that reads what others wrote. Prints its seed,
 * tries a full round of every family (or rounds until --minutes have passed), and exits with 1 where an input was not
 * survived; each such input lies in a file that --replay tries again.
 *
 *     npm run fuzz -- [--seed=7] [--minutes=30] [--only=sql,prisma] [--times=0.1] [--replay=<file>]
 */
import { randomInt } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundledInto } from "./bench/bundled.mjs";
import { installOnce, ROOT } from "./setup.mjs";

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    minutes: { type: "string" },
    only: { type: "string" },
    times: { type: "string", default: "1" },
    replay: { type: "string" },
  },
});
installOnce();
process.env.MONOCARVE_FUZZ_ROOT = ROOT;
const folder = mkdtempSync(join(ROOT, "node_modules/.fuzz-"));
try {
  const harness = await bundledInto(folder, "test/fuzz/fuzz.ts");
  process.exitCode = (await (values.replay === undefined ? runAll(harness) : replay(values.replay))) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function runAll({ FAMILIES, fuzz, Threads }) {
  const only = values.only?.split(",");
  const chosen = FAMILIES.filter(({ name }) => only === undefined || only.includes(name));
  const until = values.minutes === undefined ? undefined : Date.now() + Number(values.minutes) * 60_000;
  let seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed);
  let findings = 0;
  const isTime = () => until !== undefined && Date.now() < until;
  const threads = new Threads();
  try {
    do {
      console.log(`seed ${seed}`);
      for (const { name, full } of chosen) {
        const start = performance.now();
        const inputs = Math.ceil(full * Number(values.times));
        const round = await fuzz(threads, { family: name, seed, inputs, until, onFinding: show });
        findings += round.findings.length;
        tell(round, performance.now() - start);
      }
      seed = (seed + 1) % 2 ** 31;
    } while (isTime());
  } finally {
    threads.close();
  }
  console.log(findings === 0 ? "everything held" : `${findings} did not hold`);
  return findings === 0;
}

function tell({ family, inputs, slowest, findings }, milliseconds) {
  const figures = [`${inputs} inputs`, `${findings.length} findings`, `slowest ${Math.round(slowest)} ms`];
  console.log(`${family.padEnd(14)} ${figures.join(", ")}, ${(milliseconds / 1000).toFixed(0)} s`);
}

function show({ file, problem }) {
  console.log(`  ${file}\n    ${problem.split("\n").slice(0, 4).join("\n    ")}`);
}

async function replay(file) {
  const { attempt, familyOf } = await bundledInto(folder, "test/fuzz/run-cases.ts");
  const { family, input } = JSON.parse(readFileSync(file, "utf8"));
  const { problem, milliseconds } = await attempt(familyOf(family), input);
  console.log(problem ?? `it holds, after ${Math.round(milliseconds)} ms`);
  return problem === null;
}

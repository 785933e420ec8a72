/**
 * `npm test`: everything that must hold, from a fresh clone. Sets up what is missing, then checks types, lint,
 * architecture and build, and runs every test. The last line counts: `N passed, N failed`.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./find-chromium.mjs";
import { findStrace } from "./find-strace.mjs";
import { findTmux } from "./find-tmux.mjs";
import { installOnce, ROOT } from "./setup.mjs";

const CHECKS = [
  ["types", "tsc", "--noEmit"],
  ["types of the page", "tsc", "--noEmit", "-p", "src/page/tsconfig.json"],
  ["lint", "biome", "check", "--diagnostic-level=error", "."],
  ["architecture", "depcruise", "--config", ".dependency-cruiser.cjs", "src"],
];

const tally = { passed: 0, failed: 0 };
await check("setup", async () => installOnce());
if (tally.failed > 0) finish();
await check("chromium", async () => {
  process.env.CHROMIUM = findChromium();
});
await check("tmux", async () => {
  process.env.TMUX_PROGRAM = findTmux();
});
await check("strace", async () => {
  process.env.STRACE_PROGRAM = findStrace();
});
for (const [name, program, ...args] of CHECKS) {
  await check(name, () => runQuietly(join(ROOT, "node_modules/.bin", program), args));
}
await check("build", () => runQuietly(process.execPath, ["scripts/build.mjs"]));
await runTests(process.argv.slice(2));
finish();

function finish() {
  console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
  process.exit(tally.failed === 0 ? 0 : 1);
}

async function check(name, work) {
  const start = performance.now();
  const trouble = await work().then(
    () => undefined,
    (error) => error,
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${trouble === undefined ? "✓" : "✗"} ${name}  ${seconds} s`);
  if (trouble === undefined) tally.passed += 1;
  else {
    tally.failed += 1;
    console.log(trouble.message);
  }
}

/** Fails with what the program printed. */
function runQuietly(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    const output = [];
    child.stdout.on("data", (chunk) => output.push(chunk));
    child.stderr.on("data", (chunk) => output.push(chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(Buffer.concat(output).toString())),
    );
  });
}

/**
 * A test that was skipped proves nothing, so it counts as failed; so does a file that could not be loaded. What tests
 * leave in the temporary folder goes with it.
 */
async function runTests(filters) {
  const folder = mkdtempSync(join(tmpdir(), "monocarve-tests-"));
  const file = join(folder, "results.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`, ...filters];
  const code = await new Promise((resolve) => {
    const child = spawn(join(ROOT, "node_modules/.bin/vitest"), args, {
      cwd: ROOT,
      env: { ...process.env, TMPDIR: folder },
      stdio: "inherit",
    });
    child.on("close", resolve);
    child.on("error", () => resolve(1));
  });
  const { passed, failed } = readResults(file);
  rmSync(folder, { recursive: true, force: true });
  tally.passed += passed;
  tally.failed += Math.max(failed, code === 0 ? 0 : 1);
}

function readResults(file) {
  try {
    const { numPassedTests, numTotalTests, testResults } = JSON.parse(readFileSync(file, "utf8"));
    const unloaded = testResults.filter(({ status, assertionResults }) => {
      return status === "failed" && !assertionResults.some((result) => result.status === "failed");
    });
    return { passed: numPassedTests, failed: numTotalTests - numPassedTests + unloaded.length };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const HOOK = fileURLToPath(new URL("./measure.cjs", import.meta.url));

/**
 * Runs a Node program and says what it took: wall seconds, user CPU seconds and peak megabytes, the latter two of all
 * Node processes that it started (git is not among them). What outlasts `limitSeconds` is killed and has `hung`; of
 * what is `native`, no program of Node, only the wall seconds are known.
 */
export async function runMeasured(args, options = {}) {
  const folder = mkdtempSync(join(tmpdir(), "monocarve-measure-"));
  const env = { ...process.env, MONOCARVE_MEASURE: folder, ...options.env };
  const start = performance.now();
  const child = spawn(process.execPath, ["--require", HOOK, ...args], {
    cwd: options.cwd,
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const { code, hung, stderr } = await finished(child, options.limitSeconds);
  const wallSeconds = (performance.now() - start) / 1000;
  const uses = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
  rmSync(folder, { recursive: true, force: true });
  if (code !== 0 && !options.mayFail) throw new Error(`${args[0]} ended with ${code}:\n${stderr}`);
  const sum = (key) => (options.native ? Number.NaN : uses.reduce((all, use) => all + use[key], 0));
  const [userSeconds, megabytes] = [sum("userSeconds"), sum("megabytes")];
  return { code, hung, wallSeconds, userSeconds, megabytes, stderr };
}

function finished(child, limitSeconds) {
  return new Promise((resolve, reject) => {
    let stderr = "";
    let hung = false;
    const stop = () => {
      hung = true;
      child.kill("SIGKILL");
    };
    const timer = limitSeconds === undefined ? undefined : setTimeout(stop, limitSeconds * 1000);
    child.stderr.on("data", (chunk) => {
      stderr = (stderr + chunk).slice(-100_000);
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code: code ?? signal, hung, stderr });
    });
  });
}

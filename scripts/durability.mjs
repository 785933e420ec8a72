/**
 * `npm run durability`: what `npm test` tries a few times, many times: kills and signals at random moments, and every
 * difference between two runs alone. `npm run durability -- 7` tries with another seed.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build, installOnce, ROOT } from "./setup.mjs";

const [seed] = process.argv.slice(2);
const FILES = ["test/durability", "test/cli/determinism.test.ts"];
const LIMIT_MS = "3600000";

installOnce();
build();
const { status } = spawnSync(
  join(ROOT, "node_modules/.bin/vitest"),
  ["run", "--testTimeout", LIMIT_MS, "--disable-console-intercept=true", ...FILES],
  {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, DURABILITY: "long", ...(seed !== undefined && { DURABILITY_SEED: seed }) },
  },
);
process.exitCode = status ?? 1;

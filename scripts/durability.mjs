/**
 * `npm run durability`: what `npm test` tries a few times, many times: kills and signals at random moments, and every
 * difference between two runs alone, other versions of Node among them. `npm run durability -- 7` tries with another
 * seed.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fetchPeer } from "./bench/fetch-peer.mjs";
import { build, installOnce, ROOT } from "./setup.mjs";

const [seed] = process.argv.slice(2);
const FILES = ["test/durability", "test/cli/determinism.test.ts"];
const LIMIT_MS = "3600000";
/** The oldest Node that is supported, and the newest of each line that is maintained; npm has them as packages. */
const NODES = ["20.19.0", "22.23.3", "24.21.0"];

installOnce();
build();
const others = NODES.filter((version) => version !== process.versions.node).flatMap(fetchNode);
const { status } = spawnSync(
  join(ROOT, "node_modules/.bin/vitest"),
  ["run", "--testTimeout", LIMIT_MS, "--disable-console-intercept=true", ...FILES],
  {
    cwd: ROOT,
    stdio: "inherit",
    env: {
      ...process.env,
      DURABILITY: "long",
      DURABILITY_NODES: JSON.stringify(others),
      ...(seed !== undefined && { DURABILITY_SEED: seed }),
    },
  },
);
process.exitCode = status ?? 1;

/** The program of a version; none, said aloud, where npm cannot fetch it or it does not run here. */
function fetchNode(version) {
  const system = process.platform === "win32" ? "win" : process.platform;
  const folder = fetchPeer(`node-${system}-${process.arch}`, version);
  if (folder === null) return [];
  const program = join(folder, process.platform === "win32" ? "bin/node.exe" : "bin/node");
  const said = spawnSync(program, ["--version"], { encoding: "utf8" }).stdout;
  if (said?.trim() === `v${version}`) return [program];
  console.error(`Node ${version} is left out: it does not run on this machine.`);
  return [];
}

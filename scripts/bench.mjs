/**
 * `npm run bench -- <repository>…`: time per phase, peak memory, and how both compare with what anybody can reproduce
 * on the same files: reading them, parsing them (P), and other programs that read them. `npm run bench -- --growth`:
 * how both grow with monoliths that are made for it.
 *
 * The machine may be busy, so only ratios count: each round runs everything one after another, × is monocarve / the
 * other within a round, and the median of the rounds is shown with the least and the most. Analyse only what you trust
 * here: the peers are not ours.
 */
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { compareOn } from "./bench/compare.mjs";
import { copyOfBuild } from "./bench/copy-of-build.mjs";
import { goal, printGoals } from "./bench/goals.mjs";
import { measureGrowth } from "./bench/growth.mjs";
import { KNOWN_PEERS, PEERS } from "./bench/programs.mjs";
import { runMeasured } from "./bench/run-measured.mjs";
import { build, installOnce } from "./setup.mjs";

const USAGE = `usage: npm run bench -- <repository>… [--rounds=3] [--peers=${KNOWN_PEERS}] [--package=<name>]…
       npm run bench -- --growth [--sizes=500,1000,2000,4000,8000,10000] [--seed=1] [--rounds=3]
       --json=<file> also writes the figures`;
const { values, positionals } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    peers: { type: "string", default: PEERS.join() },
    growth: { type: "boolean", default: false },
    sizes: { type: "string", default: "500,1000,2000,4000,8000,10000" },
    seed: { type: "string", default: "1" },
    package: { type: "string", multiple: true, default: [] },
    json: { type: "string" },
  },
  allowPositionals: true,
});
const peers = values.peers.split(",").filter((peer) => peer !== "");
if ((positionals.length === 0 && !values.growth) || peers.some((peer) => !KNOWN_PEERS.includes(peer))) {
  console.error(USAGE);
  process.exit(2);
}
installOnce();
build();
const from = process.env.INIT_CWD ?? ".";
const cli = join(copyOfBuild(), "cli.js");
const rounds = Number(values.rounds);
const figures = {
  node: process.version,
  cores: availableParallelism(),
  rounds,
  start: await measureStart(),
  repositories: [],
  growth: null,
};
for (const repository of positionals) {
  figures.repositories.push(
    await compareOn(resolve(from, repository), { cli, rounds, peers, packages: values.package }),
  );
}
if (values.growth) {
  const sizes = values.sizes.split(",").map(Number);
  figures.growth = await measureGrowth({ cli, rounds, sizes, seed: Number(values.seed) });
}
if (values.json !== undefined) {
  writeFileSync(resolve(from, values.json), `${JSON.stringify(figures, null, 2)}\n`);
}

async function measureStart() {
  const ratios = [];
  for (let round = 0; round < 9; round++) {
    const nothing = await runMeasured(["-e", "0"]);
    const help = await runMeasured([cli, "--help"]);
    ratios.push(help.wallSeconds / nothing.wallSeconds);
  }
  const start = goal("wall of --help / node -e 0", ratios, [2, 1.5]);
  printGoals([start]);
  return start;
}

/**
 * `npm run bench -- <repository>…`: time per phase, peak memory, and how both compare with what anybody can reproduce:
 * reading the same files, parsing them (P), dependency-cruiser, and where they are installed madge and tsc.
 *
 * The machine may be busy, so only ratios count: each round runs everything one after another, a ratio is taken within
 * a round, and the median of the rounds is shown. --rounds=<n>, --peers=tsc,madge; analyse only what you trust here:
 * the peers are not ours.
 */
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { listSources } from "./bench/list-sources.mjs";
import { runMeasured } from "./bench/run-measured.mjs";
import { build, installOnce, ROOT } from "./setup.mjs";

const { values, positionals } = parseArgs({
  options: { rounds: { type: "string", default: "3" }, peers: { type: "string", default: "" } },
  allowPositionals: true,
});
if (positionals.length === 0) {
  console.error("usage: npm run bench -- <repository>… [--rounds=3] [--peers=tsc,madge]");
  process.exit(2);
}
installOnce();
build();
const CLI = join(copyOfBuild(), "cli.js");
const LARGE = 2000;
const rounds = Number(values.rounds);
const peers = values.peers.split(",").filter((peer) => peer !== "");
await benchStart();
for (const repository of positionals) await benchRepository(resolve(process.env.INIT_CWD ?? ".", repository));

/** The goal that speed is measured by, and whether it is met. */
function verdict(value, limit) {
  return `≤ ${limit} ${value <= limit ? "met" : "MISSED"}`;
}

/** Another build, while we measure, changes nothing: the copy lies where it still finds its dependencies. */
function copyOfBuild() {
  const folder = mkdtempSync(join(ROOT, "node_modules/.monocarve-bench-"));
  process.on("exit", () => rmSync(folder, { recursive: true }));
  cpSync(join(ROOT, "dist"), folder, { recursive: true });
  return folder;
}

async function benchStart() {
  const runs = [];
  for (let round = 0; round < 9; round++) {
    const nothing = await runMeasured(["-e", "0"]);
    const help = await runMeasured([CLI, "--help"]);
    runs.push({ nothing, help });
  }
  const ratio = median(runs.map(({ nothing, help }) => help.wallSeconds / nothing.wallSeconds));
  const help = median(runs.map((run) => run.help.wallSeconds * 1000));
  console.log(
    `monocarve --help  ${help.toFixed(0)} ms, ${ratio.toFixed(2)} × node -e 0  (${verdict(ratio, 2)})`,
  );
}

async function benchRepository(root) {
  const files = await listSources(root);
  const folder = mkdtempSync(join(tmpdir(), "monocarve-bench-"));
  const list = join(folder, "files");
  writeFileSync(list, files.join("\0"));
  const programs = programsFor(root, files, list, folder);
  const results = [];
  for (let round = 0; round < rounds; round++) {
    const result = {};
    for (const [name, run] of programs) result[name] = await run();
    results.push(result);
  }
  rmSync(folder, { recursive: true });
  report(basename(root), files.length, results);
}

/** What is run in each round, by name. */
function programsFor(root, files, list, folder) {
  const require = createRequire(import.meta.url);
  const cli =
    (...options) =>
    () =>
      runMeasured([CLI, root, "--quiet", "--verbose", "--out", join(folder, "out"), ...options]);
  const floor = (what) => () => runMeasured([join(ROOT, "scripts/bench/floor.cjs"), what, root, list]);
  const cruise = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const cruiseArgs = ["--no-config", "--ts-pre-compilation-deps", "--output-type", "json", ...files];
  const programs = [
    ["monocarve", cli()],
    ["without history", cli("--no-history")],
    ["read only", floor("read")],
    ["parse only (P)", floor("parse")],
    ["dependency-cruiser", () => runMeasured([cruise, ...cruiseArgs], { cwd: root })],
  ];
  if (peers.includes("tsc")) {
    const options = [
      "--noEmit",
      "--allowJs",
      "--skipLibCheck",
      "--lib",
      "es2022",
      "--target",
      "es2022",
      "--moduleResolution",
      "bundler",
      "--module",
      "esnext",
    ];
    const args = [require.resolve("typescript/lib/tsc.js"), ...options, ...files];
    programs.push(["tsc --noEmit", () => runMeasured(args, { cwd: root, mayFail: true })]);
  }
  const madge = join(ROOT, "node_modules/madge/bin/cli.js");
  if (peers.includes("madge") && existsSync(madge)) {
    programs.push([
      "madge",
      () => runMeasured([madge, "--json", "--extensions", "ts,tsx,js,jsx", root], { mayFail: true }),
    ]);
  }
  return programs;
}

function report(name, files, results) {
  const names = Object.keys(results[0]);
  const mid = (program, key) => median(results.map((result) => result[program][key]));
  const ratio = (program, key) =>
    median(results.map((result) => result.monocarve[key] / result[program][key]));
  console.log(`\n${name}: ${files} files, ${rounds} rounds, medians; × is monocarve / the other, paired`);
  console.table(
    Object.fromEntries(
      names.map((program) => [
        program,
        {
          "wall s": mid(program, "wallSeconds").toFixed(2),
          "user s": mid(program, "userSeconds").toFixed(2),
          "peak MB": mid(program, "megabytes").toFixed(0),
          "× wall": ratio(program, "wallSeconds").toFixed(2),
          "× user": ratio(program, "userSeconds").toFixed(2),
        },
      ]),
    ),
  );
  console.log(goalsOf(files, mid("monocarve", "megabytes"), ratio));
  console.log(phasesOf(results.map((result) => result.monocarve.stderr)));
}

/** The goals were set for trees where reading outweighs starting. */
function goalsOf(files, memory, ratio) {
  const lines = [`peak memory                ${verdict(memory, Math.round(150 + (90 * files) / 1000))} MB`];
  if (files < LARGE) return `${lines[0]} (the other goals are for ${LARGE} files and more)`;
  const history = 100 * (ratio("without history", "wallSeconds") - 1);
  return [
    ...lines,
    `wall / dependency-cruiser  ${verdict(ratio("dependency-cruiser", "wallSeconds"), 0.5)}`,
    `user / P                   ${verdict(ratio("parse only (P)", "userSeconds"), 3)}`,
    `wall added by history      ${history.toFixed(0)} %: ${verdict(history, 10)}`,
  ].join("\n");
}

/** Seconds of each phase, as --verbose tells them. */
function phasesOf(outputs) {
  const seconds = new Map();
  for (const output of outputs) {
    for (const [, value, phase] of output.matchAll(/^ +([\d.]+) s {2}(.+)$/gm)) {
      seconds.set(phase, [...(seconds.get(phase) ?? []), Number(value)]);
    }
  }
  return [...seconds]
    .map(([phase, values]) => `  ${median(values).toFixed(2).padStart(6)} s  ${phase}`)
    .join("\n");
}

function median(numbers) {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

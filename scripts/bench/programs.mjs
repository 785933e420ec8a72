import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { ROOT } from "../setup.mjs";
import { fetchPeer } from "./fetch-peer.mjs";
import { runMeasured } from "./run-measured.mjs";

/** What is compared with by default; the others take long or are fetched only for this. */
export const PEERS = ["dependency-cruiser", "madge", "tsc"];

/** What is run in each round over the same files, in this order, by name. `list` is a file that names them. */
export function programsFor({ cli, root, files, list, folder, peers, packages }) {
  const chosen = packages.flatMap((name) => ["--package", name]);
  const ours = (...options) => {
    const args = [cli, root, "--quiet", "--verbose", "--out", join(folder, "out")];
    return () => runMeasured([...args, ...chosen, ...options]);
  };
  const floor = (what) => () => runMeasured([join(ROOT, "scripts/bench/floor.cjs"), what, root, list]);
  return [
    ["monocarve", ours("--no-cache")],
    ["monocarve, warm", afterOneRun(ours("--cache", join(folder, "cache")))],
    ["without history", ours("--no-cache", "--no-history")],
    ["read only", floor("read")],
    ["parse only (P)", floor("parse")],
    ...peers.flatMap((peer) => {
      const run = PEER_RUNS[peer]?.({ root, files, floor });
      return run ? [run] : [];
    }),
  ];
}

/** A run that finds what an earlier one kept. */
function afterOneRun(run) {
  let earlier;
  return async () => {
    earlier ??= run();
    await earlier;
    return run();
  };
}

/** Names that may be asked for. */
export const KNOWN_PEERS = ["dependency-cruiser", "madge", "tsc", "tsc7", "ts-morph"];

const PEER_RUNS = {
  "dependency-cruiser": ({ root, files }) => {
    const program = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
    const args = [program, "--no-config", "--ts-pre-compilation-deps", "--output-type", "json", ...files];
    return ["dependency-cruiser", () => runMeasured(args, { cwd: root })];
  },
  madge: ({ root, files }) => {
    const folder = fetchPeer("madge", "8.0.0");
    if (folder === null) return undefined;
    const args = [join(folder, "bin/cli.js"), "--json", "--extensions", "ts,tsx,js,jsx,mjs,cjs,mts,cts"];
    return ["madge", () => runMeasured([...args, ...files], { cwd: root, mayFail: true })];
  },
  tsc: ({ root, files }) => {
    const program = createRequire(import.meta.url).resolve("typescript/lib/tsc.js");
    return ["tsc --noEmit", () => runMeasured([program, ...COMPILE, ...files], { cwd: root, mayFail: true })];
  },
  tsc7: ({ root, files }) => {
    const folder = fetchPeer("typescript", "7.0.2");
    if (folder === null || !existsSync(join(folder, "bin/tsc"))) return undefined;
    const args = [join(folder, "bin/tsc"), ...COMPILE, ...files];
    return ["tsc 7 --noEmit", () => runMeasured(args, { cwd: root, mayFail: true, native: true })];
  },
  "ts-morph": ({ floor }) => ["ts-morph, every call", floor("ts-morph")],
};

const COMPILE = [
  ...["--noEmit", "--allowJs", "--skipLibCheck", "--lib", "es2022", "--target", "es2022", "--ignoreConfig"],
  ...["--moduleResolution", "bundler", "--module", "esnext", "--experimentalDecorators"],
];

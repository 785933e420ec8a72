/**
 * `npm run quality -- <repository>…`: how many calls over the border of a file are resolved as the TypeScript checker
 * resolves them, without node_modules in both cases.
 *
 *     recall    = places and targets that both name / those that the checker names
 *     precision = places and targets that both name / those that monocarve names, at places where the checker names any
 *
 * Where the checker is silent (a container, a callback, JavaScript without types) monocarve may still be right: those are
 * counted apart, and want reading by a person. --fast, --precise and --samples=<n> (differences to print).
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkerCalls } from "./bench/checker-calls.mjs";
import { listCode } from "./bench/list-sources.mjs";
import { build, installOnce, ROOT } from "./setup.mjs";

const { values, positionals } = parseArgs({
  options: {
    fast: { type: "boolean", default: false },
    precise: { type: "boolean", default: false },
    samples: { type: "string", default: "0" },
  },
  allowPositionals: true,
});
if (positionals.length === 0) {
  console.error("usage: npm run quality -- <repository>… [--fast|--precise] [--samples=20]");
  process.exit(2);
}
/** A checker knows the interface that is named, not the class behind it, and no callback. */
const BEYOND_CHECKERS = new Set(["implementation", "callback", "injected-token", "injected-name"]);
installOnce();
build();
for (const repository of positionals) await compare(resolve(process.env.INIT_CWD ?? ".", repository));

async function compare(root) {
  const { files, packages } = await listCode(root);
  const theirs = new Map(checkerCalls(root, files, packages).map((call) => [keyOf(call), call]));
  const ours = new Map(ourCalls(root).map((call) => [keyOf(call), call]));
  const spoken = new Set([...theirs.values()].map(placeOf));
  const judged = [...ours].filter(([, call]) => spoken.has(placeOf(call)));
  const missed = [...theirs.keys()].filter((key) => !ours.has(key));
  const others = judged
    .filter(([key, { how }]) => !theirs.has(key) && !BEYOND_CHECKERS.has(how))
    .map(([key, { how }]) => `${key}  ${how}`);
  const share = (part, all) => `${((100 * part) / Math.max(1, all)).toFixed(1)} %`;
  console.log(
    `\n${basename(root)}: ${files.length} files, ${theirs.size} calls over a file's border by the checker`,
  );
  console.log(`  recall     ${share(theirs.size - missed.length, theirs.size)}  (${missed.length} missed)`);
  console.log(
    `  precision  ${share(judged.length - others.length, judged.length)}  (${others.length} other targets)`,
  );
  console.log(`  beyond     ${ours.size - judged.length} calls where the checker is silent`);
  for (const [title, lines] of [
    ["missed", missed],
    ["other target", others],
  ]) {
    for (const line of spread(lines, Number(values.samples))) console.log(`    ${title}  ${line}`);
  }
}

function ourCalls(root) {
  const folder = mkdtempSync(join(tmpdir(), "monocarve-quality-"));
  const speed = values.fast ? ["--fast"] : values.precise ? ["--precise"] : [];
  const args = [join(ROOT, "dist/cli.js"), root, "--no-history", "--quiet", "--out", folder, ...speed];
  execFileSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  const { graph } = JSON.parse(readFileSync(join(folder, "analysis.json"), "utf8"));
  rmSync(folder, { recursive: true });
  const calls = graph.couplings.filter(({ kind }) => kind === "call" || kind === "construction");
  return calls.flatMap(({ to, evidence }) => {
    const target = to.split("#")[0];
    return evidence
      .filter(({ file }) => file !== target)
      .map(({ file, line, how }) => ({ from: file, line, to: target, how: how ?? "construction" }));
  });
}

function keyOf({ from, line, to }) {
  return `${from}:${line} → ${to}`;
}

function placeOf({ from, line }) {
  return `${from}:${line}`;
}

/** As many lines as asked for, evenly from first to last. */
function spread(lines, count) {
  const step = Math.max(1, lines.length / Math.max(1, count));
  return lines.filter((_, index) => count > 0 && Math.floor(index / step) !== Math.floor((index - 1) / step));
}

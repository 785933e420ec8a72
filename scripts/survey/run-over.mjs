import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runMeasured } from "../bench/run-measured.mjs";

/** A report was written, or there was nothing that could be analysed. */
const ENDS = new Map([
  [0, "report"],
  [3, "nothing"],
]);

/** Runs a command line over a folder: how it ended, what it took, and what it accounts for. */
export async function runOver(cli, folder, limitSeconds) {
  const out = join(folder, "../out");
  mkdirSync(out, { recursive: true });
  const args = [cli, folder, "--quiet", "--no-cache", "--out", out];
  const { code, hung, stderr, ...took } = await runMeasured(args, { mayFail: true, limitSeconds });
  const end = hung ? "hang" : (ENDS.get(code) ?? "crash");
  const account = end === "report" ? readAccount(join(out, "analysis.json")) : {};
  rmSync(out, { recursive: true, force: true });
  return { end, code, said: end === "crash" ? stderr.trim() : "", ...took, ...account };
}

/** How much of the code was read to its end, and how many files are in no column of the account. */
function readAccount(file) {
  const { completeness, graph, grouping, diagnostics } = JSON.parse(readFileSync(file, "utf8"));
  const { seen, parsed, partial, skipped } = completeness;
  const told = parsed + partial + Object.values(skipped).reduce((sum, count) => sum + count, 0);
  const unread = (skipped["too-large"] ?? 0) + (skipped.unreadable ?? 0);
  const codes = diagnostics.map(({ code }) => code).sort();
  return {
    share: parsed / Math.max(1, parsed + partial + unread),
    lost: Math.abs(seen - told),
    files: parsed + partial,
    nodes: graph.nodes.length,
    contexts: grouping.contexts.length,
    troubles: Object.fromEntries(codes.map((code) => [code, count(diagnostics, code)])),
  };
}

function count(diagnostics, wanted) {
  return diagnostics.reduce((sum, { code, count = 1 }) => (code === wanted ? sum + count : sum), 0);
}

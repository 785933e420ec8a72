import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { DEFAULT_EVIDENCE, EVIDENCE, type EvidenceWeights } from "../src/contexts/affinity.ts";
import { groupContexts } from "../src/contexts/group-contexts.ts";
import { networkOf, Pairs } from "../src/contexts/network.ts";
import { partitioner } from "../src/contexts/partition.ts";
import { positionsOf } from "../src/contexts/positions.ts";
import { stemOf, wordsOf } from "../src/contexts/words.ts";
import type { Level } from "../src/model/context.ts";
import type { DependencyGraph } from "../src/model/graph.ts";
import { DEFAULT_SETTINGS } from "../src/model/settings.ts";
import { type Reference, readReference } from "../src/quality/reference.ts";
import { type Score, score, scoreHomes } from "../src/quality/score.ts";

interface Case {
  readonly name: string;
  readonly graph: DependencyGraph;
  readonly reference: Reference;
}

/** One line of the table: a way to decompose, scored on every case. */
interface Line {
  readonly title: string;
  readonly scores: readonly Score[];
}

const USAGE =
  "npm run bench:quality -- <folder of truths (*.tsv)> <folder of <name>.json, or of repositories> [--no-ablations]";

/** Prints the tables; returns the exit code. */
export function benchQuality(args: readonly string[], cli: string): number {
  const [truths, analyses] = args.filter((arg) => !arg.startsWith("--"));
  if (!truths || !analyses || !existsSync(truths) || !existsSync(analyses)) {
    console.error(USAGE);
    return 2;
  }
  const cases = readCases(truths, analyses, cli);
  if (cases.length === 0) {
    console.error(`no analysis in ${analyses} has the name of a truth in ${truths}`);
    return 2;
  }
  print("Baselines, MoJoFM/ARI/AMI contexts:modules", cases, baselines(cases));
  for (const folders of [false, true]) {
    const title = folders ? "folders as evidence" : "folders ignored";
    print(`monocarve, ${title}`, cases, levels(cases, folders));
    if (!args.includes("--no-ablations")) print(`ablations, ${title}`, cases, ablations(cases, folders));
  }
  return 0;
}

function readCases(truths: string, analyses: string, cli: string): Case[] {
  return readdirSync(truths)
    .filter((file) => file.endsWith(".tsv"))
    .sort()
    .flatMap((file) => {
      const name = basename(file, ".tsv");
      const graph = readGraph(name, analyses, cli);
      return graph
        ? [{ name, graph, reference: readReference(readFileSync(join(truths, file), "utf8")) }]
        : [];
    });
}

function readGraph(name: string, analyses: string, cli: string): DependencyGraph | null {
  const places = [`${name}.json`, join(name, "analysis.json"), join(name, "monocarve-report/analysis.json")];
  const found = places.map((place) => join(analyses, place)).find((place) => existsSync(place));
  const repository = join(analyses, name);
  if (found) return graphIn(found);
  if (!existsSync(repository) || !statSync(repository).isDirectory()) return null;
  const out = mkdtempSync(join(tmpdir(), "monocarve-quality-"));
  execFileSync(process.execPath, [cli, repository, "--out", out, "--quiet"], { stdio: "inherit" });
  return graphIn(join(out, "analysis.json"));
}

function graphIn(file: string): DependencyGraph {
  const data = JSON.parse(readFileSync(file, "utf8"));
  return data.graph ?? data;
}

function baselines(cases: readonly Case[]): Line[] {
  const ways: [string, (graph: DependencyGraph) => Map<string, string>][] = [
    ["all in one", (graph) => byFile(graph, () => "all")],
    ["folders", (graph) => byFile(graph, (file) => file.slice(0, file.lastIndexOf("/")))],
    ["file-name stem", (graph) => byFile(graph, (file) => wordsOf(stemOf(file))[0] ?? file)],
    ["import graph + Louvain", importLouvain],
  ];
  return ways.map(([title, way]) => ({
    title,
    scores: cases.map(({ graph, reference }) => scoreHomes(way(graph), reference)),
  }));
}

function byFile(graph: DependencyGraph, group: (file: string) => string): Map<string, string> {
  return new Map(graph.nodes.filter(({ kind }) => kind === "unit").map(({ file }) => [file, group(file)]));
}

/** What anybody can do today: files that import one another, Louvain at resolution 1. */
function importLouvain(graph: DependencyGraph): Map<string, string> {
  const files = [...byFile(graph, () => "").keys()];
  const numbers = new Map(files.map((file, number) => [file, number]));
  const positions = positionsOf(graph);
  const numberOf = (id: string): number => numbers.get(graph.nodes[positions.get(id)!]!.file)!;
  const imports = new Set<string>();
  for (const { from, to, kind } of graph.couplings) {
    if (kind === "import") imports.add([numberOf(from), numberOf(to)].sort((a, b) => a - b).join(" "));
  }
  const pairs = new Pairs(files.length);
  for (const pair of imports) {
    const [left, right] = pair.split(" ").map(Number) as [number, number];
    pairs.add(left, right, 1);
  }
  const labels = partitioner(networkOf(pairs))(1, 1);
  return new Map(files.map((file, number) => [file, String(labels[number])]));
}

function levels(cases: readonly Case[], folders: boolean): Line[] {
  const results = cases.map((one) => scored(one, folders, DEFAULT_EVIDENCE));
  return (["micro", "meso", "macro"] as const).map((level) => ({
    title: level,
    scores: results.map((result) => result[level]),
  }));
}

function ablations(cases: readonly Case[], folders: boolean): Line[] {
  const kinds = EVIDENCE.filter((kind) => folders || kind !== "folders");
  const only = Object.fromEntries(
    EVIDENCE.map((kind) => [kind, kind === "structure" ? 1 : 0]),
  ) as EvidenceWeights;
  const ways: [string, EvidenceWeights][] = [
    ["everything", DEFAULT_EVIDENCE],
    ...kinds.map((kind): [string, EvidenceWeights] => [
      `without ${kind}`,
      { ...DEFAULT_EVIDENCE, [kind]: 0 },
    ]),
    ["structure alone", only],
  ];
  return ways.map(([title, evidence]) => ({
    title,
    scores: cases.map((one) => scored(one, folders, evidence).micro),
  }));
}

function scored(
  { graph, reference }: Case,
  folders: boolean,
  evidence: EvidenceWeights,
): Record<Level, Score> {
  const grouping = groupContexts(graph, { ...DEFAULT_SETTINGS, folders }, [], { evidence });
  return score(graph, grouping, reference);
}

function print(title: string, cases: readonly Case[], lines: readonly Line[]): void {
  const rows = [
    [title, "mean", ...cases.map(({ name }) => name)],
    ...lines.map(({ title: line, scores }) => [line, meanOf(scores), ...scores.map(cellOf)]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    );
  console.log("");
}

function cellOf({ mojoFm, ari, ami, contexts, modules }: Score): string {
  return `${figures(mojoFm, ari, ami)} ${contexts}:${modules}`;
}

function meanOf(scores: readonly Score[]): string {
  const mean = (value: (one: Score) => number): number =>
    scores.reduce((sum, one) => sum + value(one), 0) / scores.length;
  return figures(
    mean(({ mojoFm }) => mojoFm),
    mean(({ ari }) => ari),
    mean(({ ami }) => ami),
  );
}

function figures(mojo: number, ari: number, ami: number): string {
  return `${mojo.toFixed(0)}/${ari.toFixed(2)}/${ami.toFixed(2)}`;
}

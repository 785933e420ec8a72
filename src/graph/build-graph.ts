import type { Diagnostic } from "../model/diagnostic.ts";
import type { ChangeSet, Fact, FactKind } from "../model/fact.ts";
import type { CommitNote, Coupling, DependencyGraph, Node, UnitNode } from "../model/graph.ts";
import { byCodeUnit, type FilePath, isTableId, type NodeId } from "../model/ids.ts";
import { type CoChangeOptions, coChanges, DEFAULT_CO_CHANGE } from "./co-change.ts";
import { byNodesAndKind, couple } from "./couple.ts";
import { declaredTables, undeclared, undeclaredTables } from "./table-nodes.ts";
import { SWEEPING_TRANSACTION, type Tie, tablesWritten, tiesOf } from "./ties-of.ts";
import { unitNodes } from "./unit-nodes.ts";

export interface GraphOptions {
  /** Folders of the packages of a monorepo; empty for a single package. */
  readonly packages?: readonly string[];
  readonly coChange?: Partial<CoChangeOptions>;
}

/** Counts facts: nodes and couplings with all their evidence, sorted. Knows no weight and no group. */
export function buildGraph(
  facts: readonly Fact[],
  options: GraphOptions = {},
): { readonly graph: DependencyGraph; readonly diagnostics: readonly Diagnostic[] } {
  const units = unitNodes({
    units: ofKind(facts, "unit"),
    histories: ofKind(facts, "file-history"),
    selfCalls: ofKind(facts, "self-call"),
    packages: options.packages ?? [],
  });
  const { ties, strangers } = tiesBetween(facts, new Set(units.map((unit) => unit.id)));
  const declared = declaredTables(ofKind(facts, "table"));
  const unknown = undeclaredTables(ties, new Set(declared.map((table) => table.id)));
  const nodes: Node[] = [...units, ...declared, ...unknown].sort((left, right) =>
    byCodeUnit(left.id, right.id),
  );
  const fromSource = couple(
    ties,
    nodes.map((node) => node.id),
  );
  const history = ofKind(facts, "change-set");
  const changes = coChanges(history, { ...DEFAULT_CO_CHANGE, ...options.coChange });
  const fromHistory = changes.pairs.flatMap(coChangeCoupling(leadingUnits(units)));
  const graph: DependencyGraph = {
    nodes,
    couplings: merge(fromSource, fromHistory.sort(byNodesAndKind)),
    commits: notesOf(fromHistory, history),
  };
  const tables = unknown.map(undeclared).sort((left, right) => byCodeUnit(left.message, right.message));
  return { graph, diagnostics: [...tables, ...droppings(facts, strangers, changes.sweeping)] };
}

/** Both are sorted, and so is the result. */
function merge(left: readonly Coupling[], right: readonly Coupling[]): Coupling[] {
  const merged: Coupling[] = [];
  let at = 0;
  for (const coupling of left) {
    while (at < right.length && byNodesAndKind(right[at]!, coupling) < 0) merged.push(right[at++]!);
    merged.push(coupling);
  }
  return [...merged, ...right.slice(at)];
}

function ofKind<Kind extends FactKind>(facts: readonly Fact[], kind: Kind): Extract<Fact, { kind: Kind }>[] {
  return facts.filter((fact): fact is Extract<Fact, { kind: Kind }> => fact.kind === kind);
}

/** Ties between two different nodes that exist; a table exists by being used. */
function tiesBetween(facts: readonly Fact[], units: ReadonlySet<NodeId>): { ties: Tie[]; strangers: number } {
  const exists = (id: NodeId): boolean => units.has(id) || isTableId(id);
  const ties: Tie[] = [];
  let strangers = 0;
  for (const fact of facts) {
    for (const tie of tiesOf(fact)) {
      if (!exists(tie.from) || !exists(tie.to)) strangers++;
      else if (tie.from !== tie.to) ties.push(tie);
    }
  }
  return { ties, strangers };
}

/** The unit that stands for a file where only files are known: the one with the most lines. */
function leadingUnits(units: readonly UnitNode[]): Map<FilePath, UnitNode> {
  const leading = new Map<FilePath, UnitNode>();
  for (const unit of units) {
    const known = leading.get(unit.file);
    if (
      known === undefined ||
      unit.lines > known.lines ||
      (unit.lines === known.lines && unit.id < known.id)
    ) {
      leading.set(unit.file, unit);
    }
  }
  return leading;
}

function coChangeCoupling(leading: ReadonlyMap<FilePath, UnitNode>) {
  return (pair: ReturnType<typeof coChanges>["pairs"][number]): Coupling[] => {
    const ids = [leading.get(pair.left)?.id, leading.get(pair.right)?.id];
    const [from, to] = ids.filter((id) => id !== undefined).sort(byCodeUnit);
    if (from === undefined || to === undefined) return [];
    const evidence = pair.commits.map((commit) => ({ commit }));
    return [{ from, to, kind: "co-change", strength: pair.degree, count: pair.shared, evidence }];
  };
}

function notesOf(couplings: readonly Coupling[], history: readonly ChangeSet[]): CommitNote[] {
  const named = new Set(
    couplings.flatMap(({ evidence }) => evidence.map((one) => ("commit" in one ? one.commit : ""))),
  );
  const notes = new Map<string, CommitNote>();
  for (const { commit, day, author, subject } of history) {
    if (named.has(commit)) notes.set(commit, { commit, day, author, subject });
  }
  return [...notes.values()].sort(
    (left, right) => byCodeUnit(left.day, right.day) || byCodeUnit(left.commit, right.commit),
  );
}

/** What thresholds left out, so that nothing is missing in silence. */
function droppings(facts: readonly Fact[], strangers: number, sweepingCommits: number): Diagnostic[] {
  const sweeping = ofKind(facts, "transaction").filter(
    (one) => tablesWritten(one).length > SWEEPING_TRANSACTION,
  );
  return [
    note("unresolved-calls", strangers, "Sightings name a unit that was not read; they are left out."),
    note(
      "sweeping-commits",
      sweepingCommits,
      "Commits touch so many files that they say nothing about co-change.",
    ),
    note(
      "sweeping-transactions",
      sweeping.length,
      "Transactions write so many tables that these are not tied together.",
    ),
  ].filter(({ count }) => count > 0);
}

function note(
  code: Diagnostic["code"],
  count: number,
  message: string,
): Diagnostic & { readonly count: number } {
  return { severity: "note", code, message, count };
}

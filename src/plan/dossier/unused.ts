import type { Role } from "../../model/fact.ts";
import type { CouplingKind, UnitNode } from "../../model/graph.ts";
import { byCodeUnit, type FilePath, type NodeId } from "../../model/ids.ts";
import { append } from "../group-by.ts";
import type { Ground, Landscape } from "../landscape.ts";

/** What a framework finds by itself, without anybody in the code asking for it. */
const FOUND_BY_FRAMEWORKS: ReadonlySet<Role | null> = new Set<Role | null>([
  "controller",
  "resolver",
  "job",
  "message-handler",
  "middleware",
  "module",
  "migration",
  "configuration",
  "test",
]);

/** Files that are started or published rather than imported. */
const STARTED =
  /(^|\/)([\w-]*main|index(\.\w+)?|server|app|application|bootstrap|start|worker|cli|seed|lambda|handler|[\w-]+\.config)\.\w+$/;
const STARTED_FOLDER =
  /(^|\/)(bin|scripts?|migrations?|seeds?|seeders?|tasks?|jobs|cron|plugins|examples?)\//;

/** Data ties do not make code run. */
const DATA: ReadonlySet<CouplingKind> = new Set<CouplingKind>([
  "table-mapping",
  "table-access",
  "join",
  "foreign-key",
  "transaction",
  "co-change",
]);

/**
 * The units of each context that nothing reaches from any entry point: endpoints, message handlers, what
 * frameworks find by themselves, files that are started. Whoever reaches a unit also loads the module around it,
 * and whoever reaches a base may run what inherits from it. Reached by tests only still counts as unused; interfaces,
 * which are gone when the code runs, do not.
 */
export function unusedOf(landscape: Landscape): NodeId[][] {
  const { contexts, units, home, sources, ground } = landscape;
  const entries = new Set([...sources.endpoints, ...sources.messages].map(({ unit }) => unit));
  const reached = new Set(
    [...ground.units.values()].filter((unit) => entries.has(unit.id) || isEntry(unit)).map(({ id }) => id),
  );
  const next = neighboursOf(ground);
  for (const id of reached) for (const other of next.get(id) ?? []) reached.add(other);
  const unused = contexts.map(() => [] as NodeId[]);
  const unreached = [...units.values()].filter(({ id, form }) => form !== "interface" && !reached.has(id));
  for (const id of unreached.map((unit) => unit.id).sort(byCodeUnit)) unused[home.get(id) ?? -1]?.push(id);
  return unused;
}

/** A module without exports can only be started: nobody could import it. */
function isEntry(unit: UnitNode): boolean {
  const started = unit.form === "module" && !unit.exported;
  return (
    started || FOUND_BY_FRAMEWORKS.has(unit.role) || STARTED.test(unit.file) || STARTED_FOLDER.test(unit.file)
  );
}

function neighboursOf({ couplings, units }: Ground): Map<NodeId, NodeId[]> {
  const next = new Map<NodeId, NodeId[]>();
  const link = (from: NodeId, to: NodeId): void => append(next, from, to);
  for (const { kind, from, to } of couplings) {
    if (DATA.has(kind)) continue;
    link(from, to);
    if (kind === "inheritance") link(to, from);
  }
  const modules = new Map<FilePath, NodeId>();
  for (const { id, file, form } of units.values()) if (form === "module") modules.set(file, id);
  for (const { id, file } of units.values()) {
    const around = modules.get(file);
    if (around !== undefined && around !== id) link(id, around);
  }
  return next;
}

import type { Role } from "../../model/fact.ts";
import type { CouplingKind, UnitNode } from "../../model/graph.ts";
import { byCodeUnit, type NodeId } from "../../model/ids.ts";
import type { Ground } from "../ground.ts";
import { groupBy } from "../group-by.ts";
import type { Landscape } from "../landscape.ts";

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
  /(^|\/)([\w-]*main|index(\.\w+)?|server|app|application|bootstrap|start|worker|cli|seed|[\w-]*setup|lambda|handler|[\w-]+\.config)\.\w+$/;
const STARTED_FOLDER =
  /(^|\/)(bin|scripts?|migrations?|seeds?|seeders?|tasks?|jobs|cron|plugins|examples?)\//;

/** By its path it is there for tests. */
const TEST_SUPPORT = /(^|[/._-])(tests?|testing|mocks?|fakes?|stubs?|fixtures?|arbitraries)([/._-])/i;

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
 * frameworks find by themselves, files that are started. Whoever reaches a base may run what inherits from it.
 * What only tests reach still counts as unused.
 */
export function unusedOf(landscape: Landscape): NodeId[][] {
  const { contexts, units, home, sources, ground } = landscape;
  const { positions } = ground;
  const entries = new Set([...sources.endpoints, ...sources.messages].map(({ unit }) => unit));
  const started = [...ground.units.values()].filter((unit) => entries.has(unit.id) || isEntry(unit));
  const reached = new Set(started.map(({ id }) => positions.get(id)!));
  const next = neighboursOf(ground);
  for (const node of reached) for (const other of next[node]!) reached.add(other);
  const unused = contexts.map(() => [] as NodeId[]);
  for (const unit of units.values()) {
    if (!reached.has(positions.get(unit.id)!) && hasCode(unit)) unused[home.get(unit.id)!]!.push(unit.id);
  }
  return unused.map((ids) => ids.sort(byCodeUnit));
}

/** Interfaces, types and barrels are gone when the code runs; what supports tests is theirs. */
function hasCode({ form, methods, file }: UnitNode): boolean {
  return form !== "interface" && !(form === "module" && methods.length === 0) && !TEST_SUPPORT.test(file);
}

/** A module without exports can only be started: nobody could import it. */
function isEntry(unit: UnitNode): boolean {
  const started = unit.form === "module" && !unit.exported;
  return (
    started || FOUND_BY_FRAMEWORKS.has(unit.role) || STARTED.test(unit.file) || STARTED_FOLDER.test(unit.file)
  );
}

/** Where one comes from each node, by position. */
function neighboursOf({ links, units, positions }: Ground): number[][] {
  const next: number[][] = Array.from({ length: positions.size }, () => []);
  for (const { coupling, from, to } of links.all) {
    if (DATA.has(coupling.kind)) continue;
    next[from]!.push(to);
    if (coupling.kind === "inheritance") next[to]!.push(from);
  }
  for (const neighbours of groupBy(units.values(), ({ file }) => file).values())
    linkNeighbours(neighbours, (from, to) => next[positions.get(from)!]!.push(positions.get(to)!));
  return next;
}

/**
 * Who reaches a unit loads the module around it; who reaches a module may run the classes beside its functions; what
 * is not exported was written for somebody in its file.
 */
function linkNeighbours(neighbours: readonly UnitNode[], link: (from: NodeId, to: NodeId) => void): void {
  for (const unit of neighbours) {
    for (const other of neighbours) {
      const runs = unit.form === "module" || other.form === "module" || !other.exported;
      if (unit !== other && runs) link(unit.id, other.id);
    }
  }
}

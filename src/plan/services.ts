import type { Role } from "../model/fact.ts";
import type { UnitNode } from "../model/graph.ts";
import type { NodeId } from "../model/ids.ts";
import type { Links } from "./links.ts";
import type { MethodKey, Reach } from "./reach.ts";

/** Roles that answer requests by their nature. */
const ANSWERING: ReadonlySet<Role | null> = new Set<Role | null>([
  "controller",
  "resolver",
  "service",
  "repository",
  "job",
  "message-handler",
]);

/** Roles that travel with whoever uses them: shapes of data, and the fittings of a framework. */
const TRAVELLING: ReadonlySet<Role | null> = new Set<Role | null>([
  "entity",
  "dto",
  "guard",
  "middleware",
  "module",
  "configuration",
  "migration",
  "test",
]);

/** What else has to be known of units to tell services from code that travels. */
interface Bearings {
  readonly kernel: ReadonlySet<NodeId>;
  readonly mapped: ReadonlySet<NodeId>;
  readonly reach: Reach;
}

/**
 * The units that become a request once they lie on the other side: they touch tables or send messages, themselves or
 * through what they call, or answer by their role. All others are code without data, which is copied or shared as a library.
 * An interface is what its implementations are. What many contexts lean on counts only when it touches tables itself.
 */
export function servicesOf(
  units: ReadonlyMap<NodeId, UnitNode>,
  { of }: Links,
  { kernel, mapped, reach }: Bearings,
): Set<NodeId> {
  const unitsOf = (keys: Iterable<MethodKey>): Set<NodeId> =>
    new Set(Array.from(keys, (key) => reach.methods.unitOf(key)));
  const touching = unitsOf(reach.touches.keys());
  const effectful = unitsOf(reach.effectful);
  const injected = new Set(of.injection.map(({ coupling }) => coupling.to));
  const services = new Set<NodeId>();
  for (const unit of units.values()) {
    if (unit.form === "interface" || mapped.has(unit.id)) continue;
    const travels = TRAVELLING.has(unit.role);
    const answers =
      ANSWERING.has(unit.role) || effectful.has(unit.id) || (unit.role !== null && injected.has(unit.id));
    if (touching.has(unit.id) || (answers && !travels && !kernel.has(unit.id))) services.add(unit.id);
  }
  for (const { coupling } of of.inheritance) {
    const { from, to } = coupling;
    const described = services.has(from) && units.get(to)?.form === "interface";
    if (described && !kernel.has(to)) services.add(to);
  }
  return services;
}

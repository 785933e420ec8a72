import type { Message } from "../model/fact.ts";
import type { SourceEvidence, UnitNode } from "../model/graph.ts";
import { byCodeUnit, type NodeId } from "../model/ids.ts";
import { groupBy } from "./group-by.ts";
import type { Link, Links } from "./links.ts";

/** A method of a unit; the empty name is what a module does when it is loaded. */
export type MethodKey = string & { readonly methodKey: unique symbol };

export function methodKey(unit: NodeId, method: string): MethodKey {
  return `${unit}\u0000${method}` as MethodKey;
}

export function unitOfMethod(key: MethodKey): NodeId {
  return key.slice(0, key.indexOf("\u0000")) as NodeId;
}

/** What a method does to tables itself. */
export interface Touch {
  readonly reads: Set<NodeId>;
  readonly writes: Set<NodeId>;
}

/** Which method calls which, and what each does to data: the map for "what does this call set off?". */
export interface Reach {
  readonly calls: ReadonlyMap<MethodKey, ReadonlySet<MethodKey>>;
  readonly touches: ReadonlyMap<MethodKey, Touch>;
  readonly publishes: ReadonlySet<MethodKey>;
  /** Methods that touch a table or publish a message, themselves or through what they call. */
  readonly effectful: ReadonlySet<MethodKey>;
}

/** Follows calls from method to method, from an interface to its only implementation and from a class to its base. */
export function reachOf(
  { of }: Links,
  messages: readonly Message[],
  units: ReadonlyMap<NodeId, UnitNode>,
): Reach {
  const calls = callsOf(of.call, units);
  const touches = touchesOf(of["table-access"]);
  const publishes = new Set(
    messages
      .filter((message) => message.direction === "publishes")
      .map(({ unit, method }) => methodKey(unit, method)),
  );
  followInheritance(of.inheritance, units, calls);
  return { calls, touches, publishes, effectful: callersOf(calls, [...touches.keys(), ...publishes]) };
}

function callsOf(
  links: readonly Link[],
  units: ReadonlyMap<NodeId, UnitNode>,
): Map<MethodKey, Set<MethodKey>> {
  const calls = new Map<MethodKey, Set<MethodKey>>();
  for (const { id, selfCalls } of units.values()) {
    for (const [from, to] of selfCalls) addTo(calls, methodKey(id, from), methodKey(id, to));
  }
  for (const { from, to, seen } of sightings(links)) {
    addTo(calls, methodKey(from, seen.fromMethod ?? ""), methodKey(to, seen.method ?? ""));
  }
  return calls;
}

function touchesOf(links: readonly Link[]): Map<MethodKey, Touch> {
  const touches = new Map<MethodKey, Touch>();
  for (const { from, to, seen } of sightings(links)) {
    const key = methodKey(from, seen.method ?? "");
    const touch = touches.get(key) ?? { reads: new Set(), writes: new Set() };
    (seen.access === "write" ? touch.writes : touch.reads).add(to);
    touches.set(key, touch);
  }
  return touches;
}

/** Every line of source that shows one of some links. */
function* sightings(
  links: readonly Link[],
): Iterable<{ readonly from: NodeId; readonly to: NodeId; readonly seen: SourceEvidence }> {
  for (const { coupling } of links) {
    const { from, to, evidence } = coupling;
    for (const seen of evidence) if ("file" in seen) yield { from, to, seen };
  }
}

/**
 * A method called on an interface or base that has a single heir runs in that heir; one called on a class that does
 * not declare it stands in its base. Where there are several heirs nobody knows which is meant: nothing is followed.
 */
function followInheritance(
  links: readonly Link[],
  units: ReadonlyMap<NodeId, UnitNode>,
  calls: Map<MethodKey, Set<MethodKey>>,
): void {
  const called = namesByUnit([...calls.values()].flatMap((targets) => [...targets]));
  const declares = (unit: NodeId, name: string): boolean =>
    units.get(unit)?.methods.some((method) => method.name === name) === true;
  const inheritance = links.map(({ coupling }) => coupling);
  const heirs = groupBy(inheritance, ({ to }) => to);
  for (const { from: heir, to: base } of inheritance) {
    for (const name of called.get(base) ?? []) {
      if (heirs.get(base)?.length === 1) addTo(calls, methodKey(base, name), methodKey(heir, name));
    }
    for (const name of called.get(heir) ?? []) {
      if (!declares(heir, name) && declares(base, name))
        addTo(calls, methodKey(heir, name), methodKey(base, name));
    }
  }
}

function namesByUnit(keys: readonly MethodKey[]): Map<NodeId, Set<string>> {
  const names = new Map<NodeId, Set<string>>();
  for (const key of keys) addTo(names, unitOfMethod(key), key.slice(key.indexOf("\u0000") + 1));
  return names;
}

/** The methods that lead to one of these, with these. */
function callersOf(
  calls: ReadonlyMap<MethodKey, ReadonlySet<MethodKey>>,
  targets: readonly MethodKey[],
): Set<MethodKey> {
  const callers = new Map<MethodKey, Set<MethodKey>>();
  for (const [caller, callees] of calls) for (const callee of callees) addTo(callers, callee, caller);
  const found = new Set(targets);
  for (const key of found) for (const caller of callers.get(key) ?? []) found.add(caller);
  return found;
}

function addTo<Key, Value>(sets: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([value]));
  else known.add(value);
}

/** The tables that a method reads and writes, itself or through what it calls, as far as `follows` lets it go. */
export function touchedBy(
  reach: Reach,
  method: MethodKey,
  follows: (unit: NodeId) => boolean,
): { reads: NodeId[]; writes: NodeId[] } {
  const reads = new Set<NodeId>();
  const writes = new Set<NodeId>();
  const seen = new Set([method]);
  for (const key of seen) {
    const touch = reach.touches.get(key);
    for (const table of touch?.reads ?? []) reads.add(table);
    for (const table of touch?.writes ?? []) writes.add(table);
    for (const callee of reach.calls.get(key) ?? []) if (follows(unitOfMethod(callee))) seen.add(callee);
  }
  return { reads: [...reads].sort(byCodeUnit), writes: [...writes].sort(byCodeUnit) };
}

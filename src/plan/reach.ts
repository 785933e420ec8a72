import type { Message } from "../model/fact.ts";
import type { UnitNode } from "../model/graph.ts";
import { byCodeUnit, type NodeId } from "../model/ids.ts";
import { append, groupBy } from "./group-by.ts";
import type { Link, Links } from "./links.ts";
import { sourcesOf } from "./source-evidence.ts";

/** A method of a unit, as a number. */
export type MethodKey = number & { readonly methodKey: unique symbol };

/** Gives methods their numbers. The empty name is what a module does when it is loaded. */
export class Methods {
  readonly #keys = new Map<NodeId, Map<string, MethodKey>>();
  readonly #units: NodeId[] = [];
  readonly #names: string[] = [];

  key(unit: NodeId, name: string): MethodKey {
    let ofUnit = this.#keys.get(unit);
    if (ofUnit === undefined) {
      ofUnit = new Map();
      this.#keys.set(unit, ofUnit);
    }
    const known = ofUnit.get(name);
    if (known !== undefined) return known;
    const key = (this.#units.push(unit) - 1) as MethodKey;
    this.#names.push(name);
    ofUnit.set(name, key);
    return key;
  }

  unitOf(key: MethodKey): NodeId {
    return this.#units[key]!;
  }

  nameOf(key: MethodKey): string {
    return this.#names[key]!;
  }
}

/** What a method does to tables itself. */
export interface Touch {
  readonly reads: Set<NodeId>;
  readonly writes: Set<NodeId>;
}

/** Which method calls which, and what each does to data: the map for "what does this call set off?". */
export interface Reach {
  readonly methods: Methods;
  /** What each method calls; what it calls from several places may stand there several times. */
  readonly calls: ReadonlyMap<MethodKey, readonly MethodKey[]>;
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
  const methods = new Methods();
  const calls = callsOf(of.call, units, methods);
  const touches = touchesOf(of["table-access"], methods);
  const publishes = new Set(
    messages
      .filter((message) => message.direction === "publishes")
      .map(({ unit, method }) => methods.key(unit, method)),
  );
  followInheritance(of.inheritance, units, calls, methods);
  return {
    methods,
    calls,
    touches,
    publishes,
    effectful: callersOf(calls, [...touches.keys(), ...publishes]),
  };
}

function callsOf(
  links: readonly Link[],
  units: ReadonlyMap<NodeId, UnitNode>,
  methods: Methods,
): Map<MethodKey, MethodKey[]> {
  const calls = new Map<MethodKey, MethodKey[]>();
  for (const { id, selfCalls } of units.values()) {
    for (const [from, to] of selfCalls) append(calls, methods.key(id, from), methods.key(id, to));
  }
  for (const { coupling } of links) {
    for (const { fromMethod = "", method = "" } of sourcesOf(coupling)) {
      append(calls, methods.key(coupling.from, fromMethod), methods.key(coupling.to, method));
    }
  }
  return calls;
}

function touchesOf(links: readonly Link[], methods: Methods): Map<MethodKey, Touch> {
  const touches = new Map<MethodKey, Touch>();
  for (const { coupling } of links) {
    for (const { method = "", access } of sourcesOf(coupling)) {
      const key = methods.key(coupling.from, method);
      const touch = touches.get(key) ?? { reads: new Set(), writes: new Set() };
      (access === "write" ? touch.writes : touch.reads).add(coupling.to);
      touches.set(key, touch);
    }
  }
  return touches;
}

/**
 * A method called on an interface or base that has a single heir runs in that heir; one called on a class that does
 * not declare it stands in its base. Where there are several heirs nobody knows which is meant: nothing is followed.
 */
function followInheritance(
  links: readonly Link[],
  units: ReadonlyMap<NodeId, UnitNode>,
  calls: Map<MethodKey, MethodKey[]>,
  methods: Methods,
): void {
  const called = calledNames(calls, methods);
  const declares = (unit: NodeId, name: string): boolean =>
    units.get(unit)?.methods.some((method) => method.name === name) === true;
  const inheritance = links.map(({ coupling }) => coupling);
  const heirs = groupBy(inheritance, ({ to }) => to);
  for (const { from: heir, to: base } of inheritance) {
    for (const name of called.get(base) ?? []) {
      if (heirs.get(base)?.length === 1) append(calls, methods.key(base, name), methods.key(heir, name));
    }
    for (const name of called.get(heir) ?? []) {
      if (!declares(heir, name) && declares(base, name))
        append(calls, methods.key(heir, name), methods.key(base, name));
    }
  }
}

/** The names that are called on each unit. */
function calledNames(
  calls: ReadonlyMap<MethodKey, readonly MethodKey[]>,
  methods: Methods,
): Map<NodeId, Set<string>> {
  const names = new Map<NodeId, Set<string>>();
  for (const targets of calls.values()) {
    for (const key of targets) addTo(names, methods.unitOf(key), methods.nameOf(key));
  }
  return names;
}

/** The methods that lead to one of these, with these. */
function callersOf(
  calls: ReadonlyMap<MethodKey, readonly MethodKey[]>,
  targets: readonly MethodKey[],
): Set<MethodKey> {
  const callers = new Map<MethodKey, MethodKey[]>();
  for (const [caller, callees] of calls) for (const callee of callees) append(callers, callee, caller);
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
  { methods, calls, touches }: Reach,
  method: MethodKey,
  follows: (unit: NodeId) => boolean,
): { reads: NodeId[]; writes: NodeId[] } {
  const reads = new Set<NodeId>();
  const writes = new Set<NodeId>();
  const seen = new Set([method]);
  for (const key of seen) {
    const touch = touches.get(key);
    for (const table of touch?.reads ?? []) reads.add(table);
    for (const table of touch?.writes ?? []) writes.add(table);
    for (const callee of calls.get(key) ?? []) if (follows(methods.unitOf(callee))) seen.add(callee);
  }
  return { reads: [...reads].sort(byCodeUnit), writes: [...writes].sort(byCodeUnit) };
}

import type { BorderCall, CallMode, CallReason } from "../../model/dossier.ts";
import type { AnswerUse, Place } from "../../model/fact.ts";
import type { SourceEvidence } from "../../model/graph.ts";
import { byCodeUnit, type NodeId } from "../../model/ids.ts";
import { requestLinks } from "../criteria/requests.ts";
import type { Landscape } from "../landscape.ts";
import { type MethodKey, type Methods, touchedBy } from "../reach.ts";
import { sourcesOf } from "../source-evidence.ts";
import { byPlace, listed } from "./places.ts";

/** One caller method with this many places that ask one other context: a conversation, not a request. */
const CHATTY_FROM = 3;

/** Parameters that carry a transaction or a connection, by the types and names that are used for them. */
const TAKES_TRANSACTION =
  /\b(EntityManager|QueryRunner|TransactionClient|KyselyTransaction|Knex\.Transaction|trx|tx|queryRunner)\b/;

interface Site {
  /** The method that calls. */
  readonly caller: MethodKey;
  readonly seen: SourceEvidence;
}

interface Group {
  /** Null for the shared kernel. */
  readonly from: number | null;
  readonly to: number;
  /** The method that is called. */
  readonly called: MethodKey;
  readonly sites: Site[];
}

/** Every method that one context calls in a service of another: its callers, its places, and how to ask for it later. */
export function borderCalls(landscape: Landscape): BorderCall[] {
  const groups = groupsOf(landscape);
  const conversations = conversationsOf(groups, landscape);
  return groups
    .map((group) => rowOf(group, landscape, conversations))
    .sort(
      (left, right) =>
        byCodeUnit(left.to, right.to) ||
        byCodeUnit(left.from ?? "", right.from ?? "") ||
        byCodeUnit(left.unit, right.unit) ||
        byCodeUnit(left.method, right.method),
    );
}

function groupsOf(landscape: Landscape): Group[] {
  const { home, contexts, reach } = landscape;
  const groups = new Map<number, Group>();
  for (const { coupling } of requestLinks(landscape)) {
    const from = home.get(coupling.from) ?? null;
    const to = home.get(coupling.to)!;
    if (from === to) continue;
    for (const seen of sourcesOf(coupling)) {
      const called = reach.methods.key(coupling.to, seen.method ?? "");
      const caller = reach.methods.key(coupling.from, seen.fromMethod ?? "");
      const key = called * (contexts.length + 1) + (from ?? contexts.length);
      const group = groups.get(key) ?? { from, to, called, sites: [] };
      group.sites.push({ caller, seen });
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

/** How many places of each caller method ask each other context. */
type Conversations = (caller: MethodKey, to: number) => number;

function conversationsOf(groups: readonly Group[], { contexts }: Landscape): Conversations {
  const counts = new Map<number, number>();
  for (const { to, sites } of groups) {
    for (const { caller, seen } of sites) {
      if (seen.how === "callback") continue;
      const key = caller * contexts.length + to;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return (caller, to) => counts.get(caller * contexts.length + to) ?? 0;
}

function rowOf(group: Group, landscape: Landscape, conversations: Conversations): BorderCall {
  const { from, to, called, sites } = group;
  const { reach, home, contexts } = landscape;
  const unit = reach.methods.unitOf(called);
  const method = reach.methods.nameOf(called);
  const touched = touchedBy(reach, called, (other) => home.get(other) === to);
  const answers: Record<AnswerUse, number> = { awaited: 0, used: 0, ignored: 0 };
  for (const { seen } of sites) if (seen.answer !== undefined) answers[seen.answer] += 1;
  const signature = signatureOf(unit, method, landscape);
  const because = reasonOf(answers, {
    writes: touched.writes.length > 0,
    reads: touched.reads.length > 0,
    onlyPublishes: reach.publishes.has(called) && !reach.calls.has(called),
    handedOver: sites.every(({ seen }) => seen.how === "callback"),
  });
  return {
    from: from === null ? null : contexts[from]!,
    to: contexts[to]!,
    unit,
    method,
    signature,
    callers: callersOf(sites, reach.methods),
    sites: sites.length,
    places: listed(sites.map(({ seen }) => seen)),
    loops: loopsOf(sites),
    answers,
    chatty: sites.some(({ caller }) => conversations(caller, to) >= CHATTY_FROM),
    takesTransaction: TAKES_TRANSACTION.test(parametersOf(signature)),
    reads: touched.reads,
    writes: touched.writes,
    mode: modeOf(because),
    because,
  };
}

/** One caller that needs the answer makes it a request for all. */
function reasonOf(
  answers: Readonly<Record<AnswerUse, number>>,
  effect: {
    readonly reads: boolean;
    readonly writes: boolean;
    readonly onlyPublishes: boolean;
    readonly handedOver: boolean;
  },
): CallReason {
  if (effect.handedOver) return "handed-over";
  if (answers.used > 0) return "answer-used";
  if (effect.onlyPublishes && !effect.writes && !effect.reads) return "already-message";
  if (answers.awaited > 0) return effect.reads && !effect.writes ? "reads-only" : "waits-for-end";
  return answers.ignored > 0 ? "answer-ignored" : "unknown-answer";
}

function modeOf(because: CallReason): CallMode {
  return because === "answer-ignored" || because === "already-message" || because === "handed-over"
    ? "event"
    : "request";
}

/** `(id: string): Promise<Order>` → `(id: string`. */
function parametersOf(signature: string): string {
  let depth = 0;
  for (let at = 0; at < signature.length; at += 1) {
    if (signature[at] === "(") depth += 1;
    if (signature[at] === ")") depth -= 1;
    if (depth === 0) return signature.slice(0, at);
  }
  return signature;
}

/** As its unit declares it, or the nearest base that does. */
function signatureOf(unit: NodeId, method: string, { units, bases }: Landscape): string {
  const seen = new Set([unit]);
  for (const id of seen) {
    const declared = units.get(id)?.methods.find(({ name }) => name === method);
    if (declared !== undefined) return declared.signature;
    for (const base of bases.get(id) ?? []) seen.add(base);
  }
  return "";
}

function callersOf(sites: readonly Site[], methods: Methods): BorderCall["callers"] {
  const callers = new Set(sites.map(({ caller }) => caller));
  return [...callers]
    .map((caller) => ({ unit: methods.unitOf(caller), method: methods.nameOf(caller) }))
    .sort((left, right) => byCodeUnit(left.unit, right.unit) || byCodeUnit(left.method, right.method));
}

function loopsOf(sites: readonly Site[]): Place[] {
  return sites
    .filter(({ seen }) => seen.inLoop)
    .map(({ seen: { file, line } }) => ({ file, line }))
    .sort(byPlace);
}

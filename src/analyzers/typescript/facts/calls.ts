import type { Call, Fact, SelfCall } from "../../../model/fact.ts";
import type { ClassIr, Expr, Member } from "../ir.ts";
import { argsOf, calleeOf } from "../link/calls.ts";
import type { LinkedProject } from "../link/linked-project.ts";
import { each } from "../link/targets.ts";
import { unitOf, unitOfClass } from "../link/units.ts";
import type { CallSite } from "../project.ts";
import { LOOPING } from "../syntax/loops.ts";
import type { Type } from "../type.ts";
import { placeAt } from "./place.ts";

/** Why a call has no target: it leaves the repository, or its target could not be found. */
export const OPEN_REASONS = ["untyped-receiver", "unknown-function", "computed-callee"] as const;
export type OpenReason = (typeof OPEN_REASONS)[number];

export interface CallCounts {
  total: number;
  resolved: number;
  external: number;
  readonly open: Record<OpenReason, number>;
}

/** The facts about calls; `open` are the sites whose target could not be told. */
export interface Calls {
  readonly facts: readonly Fact[];
  readonly counts: CallCounts;
  readonly open: readonly CallSite[];
}

/** Calls and constructions between units; calls that could not be resolved are counted by reason and given back. */
export function callFacts(project: LinkedProject): Calls {
  const facts: Fact[] = [];
  const open: CallSite[] = [];
  const counts: CallCounts = { total: 0, resolved: 0, external: 0, open: zeroes() };
  const names = callableNames(project);
  for (const site of project.calls) {
    counts.total++;
    const resolved =
      site.expr.k === "new" ? addConstructions(project, site, facts) : addCalls(project, site, facts);
    addCallbacks(project, site, facts);
    if (resolved) counts.resolved++;
    else {
      const reason = openReason(project, site, names);
      if (reason === null) counts.external++;
      else {
        counts.open[reason]++;
        open.push(site);
      }
    }
  }
  return { facts, counts, open };
}

function zeroes(): Record<OpenReason, number> {
  return { "untyped-receiver": 0, "unknown-function": 0, "computed-callee": 0 };
}

/** Is it known where the call leads? */
function addCalls(project: LinkedProject, site: CallSite, facts: Fact[]): boolean {
  const targets = project.targets(site);
  for (const { unit, method, how } of targets)
    facts.push(unit === site.unit ? selfCall(site, method) : callFact(site, { to: unit, method, how }));
  return targets.length > 0 || isModuleLoad(site) || isParentCall(site);
}

/** `super(…)` builds the parent: inheritance says so already. */
function isParentCall({ expr }: CallSite): boolean {
  return expr.k === "call" && expr.callee.k === "super";
}

/** `require` and `import()` load modules: imports, not calls. */
function isModuleLoad({ expr, name }: CallSite): boolean {
  return expr.k === "call" && expr.callee.k === "id" && (name === "require" || name === "import");
}

export function callFact(site: CallSite, target: Pick<Call, "to" | "method" | "how">): Call {
  const { expr, file, unit, method } = site;
  const call = expr.k === "call" ? expr : null;
  return {
    kind: "call",
    from: unit,
    fromMethod: method,
    to: target.to,
    method: target.method,
    how: target.how,
    answer: call?.answer ?? "used",
    inLoop: call?.inLoop ?? false,
    place: placeAt(file, expr.pos),
  };
}

function selfCall({ unit, method: fromMethod }: CallSite, method: string): SelfCall {
  return { kind: "self-call", unit, fromMethod, method };
}

/** Is it known what is constructed? */
function addConstructions(project: LinkedProject, site: CallSite, facts: Fact[]): boolean {
  let resolved = false;
  for (const type of each(project.typeOf(calleeOf(site.expr), site.scope))) {
    // Without classes, a function builds: `new errors.NotFound()`.
    if (type.k !== "class" && type.k !== "function") continue;
    resolved = true;
    const to = type.k === "class" ? unitOfClass(type.cls) : unitOf(type.fn.scope);
    if (to === site.unit) continue;
    const place = placeAt(site.file, site.expr.pos);
    facts.push({ kind: "construction", from: site.unit, fromMethod: site.method, to, place });
  }
  return resolved;
}

/** Functions of other units that are handed over by name: `app.get("/orders", listOrders)`. */
function addCallbacks(project: LinkedProject, site: CallSite, facts: Fact[]): void {
  for (const arg of argsOf(site.expr)) {
    const value = handedOver(arg);
    if (value !== null) addCallback(project, site, value, facts);
    else if (arg.k === "array")
      for (const item of arg.items)
        if (item.k === "id" || item.k === "member") addCallback(project, site, item, facts);
  }
}

/** `list`, `orders.list`, `orders.list.bind(orders)`. */
function handedOver(arg: Expr): Expr | null {
  if (arg.k === "id" || arg.k === "member") return arg;
  const isBound = arg.k === "call" && arg.callee.k === "member" && arg.callee.name === "bind";
  return isBound ? (arg.callee as Member).object : null;
}

function addCallback(project: LinkedProject, site: CallSite, value: Expr, facts: Fact[]): void {
  for (const type of each(project.typeOf(value, site.scope))) {
    if (type.k !== "function" || !isNamed(value, type)) continue;
    const to = unitOf(type.fn.scope);
    const method = type.fn.name || type.fn.scope.method;
    if (to === site.unit) {
      facts.push(selfCall(site, method));
      continue;
    }
    const call = callFact(site, { to, method, how: "callback" });
    facts.push({ ...call, answer: "ignored", inLoop: call.inLoop || LOOPING.has(site.name) });
  }
}

function isNamed(value: Expr, { fn }: Type & { k: "function" }): boolean {
  return value.k === "id" || value.k === "member" ? fn.name !== "" || value.k === "member" : false;
}

/** Names under which the repository declares something callable. */
export function callableNames(project: LinkedProject): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (cls: ClassIr): void => {
    for (const { name, kind } of cls.members.values()) if (kind === "method") names.add(name);
    for (const { name, kind } of cls.statics.values()) if (kind === "method") names.add(name);
  };
  for (const file of project.files) {
    file.classes.forEach(add);
    for (const fn of file.functions) if (fn.name !== "") names.add(fn.name);
  }
  return names;
}

/** Methods that strings, arrays and the like have: an unknown receiver is most likely one of those. */
const BUILT_IN = new Set(
  [String, Array, RegExp, Promise, Map, Set, Date, Function, Number, Object].flatMap((type) =>
    Object.getOwnPropertyNames(type.prototype),
  ),
);

/** Null where the call leaves the repository: its receiver is known to be of a library, or no code here has its name. */
export function openReason(
  project: LinkedProject,
  site: CallSite,
  names: ReadonlySet<string>,
): OpenReason | null {
  const callee = calleeOf(site.expr);
  const type = project.typeOf(callee, site.scope);
  if (each(type).some(({ k }) => k === "external" || k === "signature" || k === "text")) return null;
  if (callee.k === "element") return "computed-callee";
  if (callee.k === "id") return isParameter(site, callee.name) ? null : "unknown-function";
  if (callee.k !== "member" || !names.has(callee.name) || BUILT_IN.has(callee.name)) return null;
  return "untyped-receiver";
}

/** A function that was passed in is called: whoever passed it is the one who calls. */
function isParameter({ scope }: CallSite, name: string): boolean {
  for (let at: typeof scope | null = scope; at !== null; at = at.parent) {
    const binding = at.values.get(name);
    if (binding) return binding.b === "parameter";
  }
  return false;
}

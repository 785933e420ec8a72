import type { NodeId } from "../../../../../model/ids.ts";
import type { Expr, FileIr, FunctionIr } from "../../../ir.ts";
import { lookUp } from "../../../link/scopes.ts";
import { visit } from "../../../link/visit.ts";
import type { CallSite } from "../../../project.ts";
import { callsNamed } from "../../calls-by-name.ts";
import { chainOf, unwrapped } from "../chains.ts";
import type { DataProject } from "../data-project.ts";

/** A stretch of code that runs inside one transaction. */
export interface TransactionScope {
  readonly site: { readonly unit: NodeId; readonly method: string; readonly file: FileIr };
  readonly form: string;
  readonly pos: number;
  /** The functions whose bodies run inside; or the positions, where only a part of a function does. */
  readonly bodies: readonly FunctionIr[];
  readonly range: { readonly fn: FunctionIr; readonly from: number; readonly to: number } | null;
}

/** All transactions that the code opens. */
export function openedScopes(project: DataProject): TransactionScope[] {
  return [...openedByCalls(project), ...openedByDecorators(project)];
}

const OPENERS =
  /^(?:\$?transaction|transactional|withTransaction|runInTransaction|inTransaction|transact|useTransaction|runTransaction|tx)$/;
const STARTS = /^(?:startTransaction|beginTransaction|begin)$/;
const RUNS = /^(?:query|exec|execute|run|raw)$/;

function openedByCalls(project: DataProject): TransactionScope[] {
  const calls = callsNamed(project, (name) => OPENERS.test(name) || STARTS.test(name) || RUNS.test(name));
  const direct = calls.flatMap((site) => openedBy(site, project) ?? []);
  const wrappers = wrappersOf(direct, project);
  const names = new Set([...wrappers.keys()].map(({ name }) => name.slice(name.lastIndexOf(".") + 1)));
  const wrapped = callsNamed(project, (name) => names.has(name)).flatMap((site): TransactionScope[] => {
    if (site.expr.k !== "call" || OPENERS.test(site.name)) return [];
    const wrapper = project.targetsOf(site).find((fn) => wrappers.has(fn));
    const bodies = wrapper === undefined ? [] : functionsIn(site.expr.args, site, project);
    if (wrapper === undefined || bodies.length === 0) return [];
    return [{ site, form: site.name, pos: site.expr.pos, bodies, range: null }];
  });
  // A wrapper itself runs what it is given: its callers tell what that is.
  const outer = direct.filter(({ bodies }) => !bodies.some((fn) => callsParameter(fn, project)));
  return [...outer, ...wrapped];
}

function openedBy(site: CallSite, project: DataProject): TransactionScope | null {
  const { expr, name } = site;
  if (expr.k !== "call") return null;
  const bodies =
    OPENERS.test(name) || (name === "execute" && isKyselyTransaction(site))
      ? functionsIn(expr.args, site, project)
      : [];
  const form = (): string => formOf(site, project);
  if (bodies.length > 0) return { site, form: form(), pos: expr.pos, bodies, range: null };
  const fn = site.scope.fn;
  if (fn === null) return null;
  const list = OPENERS.test(name) ? listIn(expr.args, site, project) : null;
  if (list !== null) return { site, form: form(), pos: expr.pos, bodies: [], range: { fn, ...list } };
  const isOpen =
    STARTS.test(name) ||
    (OPENERS.test(name) && expr.args.every((arg) => arg.k === "object") && isAnswerKept(expr.answer));
  if (!isOpen && !isBegin(site, project)) return null;
  const opened = isOpen ? form() : "BEGIN";
  return { site, form: opened, pos: expr.pos, bodies: [], range: { fn, from: expr.pos, to: fn.end } };
}

function isAnswerKept(answer: string): boolean {
  return answer !== "ignored";
}

/** `client.query("BEGIN")` */
function isBegin({ expr, scope, name }: CallSite, project: DataProject): boolean {
  if (expr.k !== "call" || !RUNS.test(name)) return false;
  const [first] = expr.args;
  if (first === undefined || (first.k !== "text" && first.k !== "template" && first.k !== "id")) return false;
  return /^\s*(?:BEGIN|START\s+TRANSACTION)\b.{0,60}$/is.test(project.constantOf(first, scope)?.text ?? "");
}

/** `db.transaction().execute(async (trx) => …)` */
function isKyselyTransaction(site: CallSite): boolean {
  return chainOf(site.expr, site).steps.some(({ name, args }) => name === "transaction" && args !== null);
}

/** `dataSource.transaction`: by the library's type where it is known, else by the name in the code. */
function formOf(site: CallSite, project: DataProject): string {
  if (site.name.startsWith("$") || site.expr.k !== "call") return site.name;
  if (site.name === "execute") return "transaction().execute";
  const callee = unwrapped(site.expr.callee);
  const receiver = callee.k === "member" ? unwrapped(callee.object) : callee;
  const external = project.externalOf(receiver, site.scope);
  const type =
    external === null || external.module === "" ? undefined : /^[A-Z]\w*$/.exec(external.path)?.[0];
  const name = receiver.k === "id" || receiver.k === "member" ? receiver.name : "";
  const owner = type === undefined ? name : type.charAt(0).toLowerCase() + type.slice(1);
  return owner === "" || owner === site.name ? site.name : `${owner}.${site.name}`;
}

/** Functions among arguments: literals, names of functions, methods that are handed over. */
function functionsIn(args: readonly Expr[], site: CallSite, project: DataProject): FunctionIr[] {
  return args.flatMap((arg): FunctionIr[] => {
    const plain = unwrapped(arg);
    if (plain.k === "function") return [plain.fn];
    if (plain.k !== "id" && plain.k !== "member") return [];
    const type = project.typeOf(plain, site.scope);
    return type.k === "function" ? [type.fn] : [];
  });
}

/** `$transaction([first, second])`: what is evaluated between the brackets, or where the list is put together. */
function listIn(
  args: readonly Expr[],
  site: CallSite,
  project: DataProject,
): { from: number; to: number } | null {
  const [first] = args;
  if (first === undefined) return null;
  const plain = unwrapped(first);
  const origin = plain.k === "id" ? project.originOf(plain, site.scope)?.expr : plain;
  if (origin?.k !== "array") return null;
  let to = origin.pos;
  visit(origin, (part) => {
    to = Math.max(to, part.pos + 1);
  });
  return { from: origin.pos, to: Math.max(to, plain === origin ? to : site.expr.pos) };
}

/** Functions of the repository that open a transaction and run what they are given in it. */
function wrappersOf(scopes: readonly TransactionScope[], project: DataProject): Map<FunctionIr, string> {
  const wrappers = new Map<FunctionIr, string>();
  for (const { bodies, form } of scopes) {
    for (const body of bodies) {
      const owner = callsParameter(body, project);
      if (owner !== null) wrappers.set(owner, form);
    }
  }
  return wrappers;
}

/** The function around a body whose parameter the body calls: `(trx) => callback(trx)`. */
function callsParameter(body: FunctionIr, project: DataProject): FunctionIr | null {
  for (const { expr, scope } of project.callsWithin(body)) {
    if (expr.k !== "call" || expr.callee.k !== "id") continue;
    const binding = lookUp(scope, expr.callee.name)?.binding;
    if (binding?.b === "parameter" && binding.fn !== body) return binding.fn;
  }
  return null;
}

const DECORATOR = /^Transaction(?:al)?$/;

function openedByDecorators(project: DataProject): TransactionScope[] {
  return project.classes.flatMap((cls) => {
    const onClass = cls.decorators.some(({ name }) => DECORATOR.test(name));
    const unit = project.unitOfClass(cls);
    return [...cls.members.values(), ...cls.statics.values()].flatMap((member): TransactionScope[] => {
      const decorator = member.decorators.find(({ name }) => DECORATOR.test(name));
      if (member.fn === null || (decorator === undefined && !onClass)) return [];
      const form = `@${decorator?.name ?? "Transactional"}`;
      const site = { unit, method: member.name, file: cls.scope.file };
      return [{ site, form, pos: decorator?.pos ?? member.pos, bodies: [member.fn], range: null }];
    });
  });
}

import type { Endpoint } from "../../../../model/fact.ts";
import { placeAt } from "../../facts/place.ts";
import type { CallExpr, Expr, Scope } from "../../ir.ts";
import { unitOf } from "../../link/units.ts";
import type { CallSite, Project, Reader } from "../../project.ts";
import type { Type } from "../../type.ts";
import { callsNamed } from "../calls-by-name.ts";
import { createMounts, type Mounts } from "./mounts.ts";
import { joinPaths } from "./paths.ts";

const VERBS = new Set(["get", "post", "put", "delete", "del", "patch", "head", "options", "all"]);
/** Clients have the same verbs: `axios.get("/orders", …)` asks, it does not answer. */
const CLIENTS =
  /axios|got|superagent|supertest|request|fetch|ky|nock|msw|chai|http-client|undici|@nestjs|angular|cache|redis|lodash/i;

/**
 * Routes registered by calls: Express, Koa, Fastify, Hono and whatever else takes a verb, a path and a handler. Says
 * the whole path, through routers that are mounted in others. A path that is computed is shown with `${}`.
 */
export const routers: Reader = {
  name: "endpoints-routers",
  read: (project) => {
    const mounts = createMounts(project);
    const calls = callsNamed(project, (name) => VERBS.has(name) || name === "route");
    return { facts: calls.flatMap((site) => ofCall(project, mounts, site)), diagnostics: [] };
  },
};

function ofCall(project: Project, mounts: Mounts, site: CallSite): Endpoint[] {
  const { expr, scope } = site;
  if (expr.k !== "call" || expr.callee.k !== "member") return [];
  if (site.name === "route") return ofRouteObject(project, mounts, site, expr);
  if (isClient(project, expr.callee.object, scope)) return [];
  const routed = routeOf(expr.callee.object);
  const path = routed ?? expr.args[0];
  const handlers = routed ? expr.args : expr.args.slice(1);
  const text = path && project.constantOf(path, scope)?.text;
  if (
    text === undefined ||
    !(isPath(text) || isRouter(project, expr.callee.object, scope)) ||
    (path !== routed && handlers.length === 0)
  )
    return [];
  const handler = handlerOf(project, handlers, site);
  if (handler === null) return [];
  const verb = site.name === "del" ? "DELETE" : site.name.toUpperCase();
  return prefixes(project, mounts, expr.callee.object, scope).map((prefix) =>
    endpoint(site, verb, joinPaths(prefix, text), handler),
  );
}

function isPath(text: string): boolean {
  return (
    text === "" || text === "*" || text.startsWith("/") || text.startsWith(":") || text.startsWith("${}")
  );
}

/** A router of a library takes any path: `router.post("documents.list", …)`. */
function isRouter(project: Project, receiver: Expr, scope: Scope): boolean {
  const owner = project.externalOf(receiver, scope);
  return owner !== null && /(?:^|[/-])(?:router|koa|express|fastify|hono|restify|polka)/i.test(owner.module);
}

function isClient(project: Project, receiver: Expr, scope: Scope): boolean {
  const owner = project.externalOf(receiver, scope);
  return owner !== null && owner.module !== "" && CLIENTS.test(owner.module);
}

/** The path of `router.route("/loans").get(…).put(…)`, anywhere up the chain. */
function routeOf(receiver: Expr): Expr | null {
  for (let at = receiver; at.k === "call" && at.callee.k === "member"; at = at.callee.object) {
    if (at.callee.name === "route") return at.args[0] ?? null;
    if (!VERBS.has(at.callee.name)) return null;
  }
  return null;
}

interface Handler {
  readonly unit: Endpoint["unit"];
  readonly name: string;
}

/** The last function among the arguments answers; those before it are middleware. Null where there is none. */
function handlerOf(project: Project, args: readonly Expr[], site: CallSite): Handler | null {
  const candidates = args.flatMap((arg) => (arg.k === "array" ? arg.items : [arg])).reverse();
  let unknown: Handler | null = null;
  for (const arg of candidates) {
    const found = answering(project, arg, site);
    if (found) return found;
    const looksLikeOne = arg.k === "id" || arg.k === "member" || arg.k === "call";
    if (looksLikeOne && unknown === null) unknown = { unit: site.unit, name: nameOf(arg) };
  }
  return unknown;
}

function answering(project: Project, arg: Expr, site: CallSite): Handler | null {
  if (arg.k === "function") return { unit: site.unit, name: arg.fn.name };
  const bound =
    arg.k === "call" && arg.callee.k === "member" && arg.callee.name === "bind" ? arg.callee.object : arg;
  const direct = ofFunction(project.typeOf(bound, site.scope), bound);
  if (direct || arg.k !== "call") return direct;
  // asyncHandler(list), createHandler({ … }): the function that is wrapped, else the one that is made.
  for (const inner of arg.args) {
    const wrapped =
      inner.k === "function"
        ? { unit: site.unit, name: inner.fn.name }
        : ofFunction(project.typeOf(inner, site.scope), inner);
    if (wrapped) return wrapped;
  }
  const maker = project.typeOf(arg.callee, site.scope);
  return maker.k === "function" ? { unit: unitOf(maker.fn.scope), name: maker.fn.name } : null;
}

function ofFunction(type: Type, expr: Expr): Handler | null {
  for (const part of type.k === "union" ? type.types : [type]) {
    if (part.k === "function") return { unit: unitOf(part.fn.scope), name: part.fn.name || nameOf(expr) };
  }
  return null;
}

function nameOf(expr: Expr): string {
  return expr.k === "id" || expr.k === "member" ? expr.name : "";
}

/** `server.route({ method: "GET", url: "/health", handler })`. */
function ofRouteObject(project: Project, mounts: Mounts, site: CallSite, call: CallExpr): Endpoint[] {
  const [argument] = call.args;
  const object = argument && argument.k !== "text" ? project.objectOf(argument, site.scope) : null;
  if (object === null) return [];
  const value = (...keys: string[]): Expr | undefined =>
    object.expr.properties.find(({ key }) => keys.includes(key))?.value;
  const [method, path, handler] = [value("method"), value("path", "url"), value("handler")];
  const text = path && project.constantOf(path, object.scope)?.text;
  if (method === undefined || text === undefined || handler === undefined) return [];
  const verbs = method.k === "array" ? method.items : [method];
  const found = handlerOf(project, [handler], { ...site, scope: object.scope }) ?? {
    unit: site.unit,
    name: "",
  };
  const receiver = (call.callee as Expr & { k: "member" }).object;
  return prefixes(project, mounts, receiver, site.scope).flatMap((prefix) =>
    verbs.map((verb) =>
      endpoint(
        site,
        (project.constantOf(verb, object.scope)?.text ?? "ALL").toUpperCase(),
        joinPaths(prefix, text),
        found,
      ),
    ),
  );
}

function prefixes(project: Project, mounts: Mounts, receiver: Expr, scope: Scope): readonly string[] {
  return mounts.prefixesOf(project, receiver, scope);
}

function endpoint(site: CallSite, verb: string, path: string, { unit, name }: Handler): Endpoint {
  const place = placeAt(site.file, site.expr.pos);
  return { kind: "endpoint", unit, protocol: "http", verb, path, handler: name, place };
}

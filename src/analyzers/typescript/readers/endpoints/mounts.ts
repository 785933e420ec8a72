import type { CallExpr, ClassIr, Expr, FunctionIr, Scope } from "../../ir.ts";
import { lookUp } from "../../link/scopes.ts";
import type { CallSite, Project } from "../../project.ts";
import { callsNamed } from "../calls-by-name.ts";

/** What makes a router the same one wherever it is named: the expression, function or class that makes it. */
type Router = Expr | FunctionIr | ClassIr;

/** Which routers are mounted in which, and under what path. */
export interface Mounts {
  /** The paths under which the router behind an expression answers; `""` where it is not mounted. */
  prefixesOf(project: Project, expr: Expr, scope: Scope): readonly string[];
}

interface Mount {
  readonly parent: Router | null;
  readonly prefix: string;
}

const MOUNTING = new Set(["use", "register", "route", "mount"]);
const MAX_PREFIXES = 4;

/** Reads `app.use("/api", router)`, `server.register(plugin, { prefix })` and `new Router({ prefix })`. */
export function createMounts(project: Project): Mounts {
  const mounts = new Map<Router, Mount[]>();
  for (const site of callsNamed(project, (name) => MOUNTING.has(name))) {
    const { expr, scope } = site;
    if (expr.k !== "call" || expr.callee.k !== "member") continue;
    for (const { child, prefix } of mountedBy(project, site, expr)) {
      const router = child && routerOf(project, child, scope);
      if (!router) continue;
      const parent = routerOf(project, expr.callee.object, scope);
      if (parent === router) continue;
      const known = mounts.get(router) ?? [];
      known.push({ parent, prefix });
      mounts.set(router, known);
    }
  }
  const prefixes = (router: Router | null, visited: readonly Router[]): string[] => {
    if (router === null || visited.includes(router)) return [""];
    const own = ownPrefix(router);
    const above = (mounts.get(router) ?? []).flatMap(({ parent, prefix }) =>
      prefixes(parent, [...visited, router]).map((outer) => `${outer}/${prefix}/${own}`),
    );
    return above.length > 0 ? [...new Set(above)].slice(0, MAX_PREFIXES) : [own];
  };
  return { prefixesOf: (_, expr, scope) => prefixes(routerOf(project, expr, scope), []) };
}

function mountedBy(
  project: Project,
  site: CallSite,
  call: CallExpr,
): { child: Expr | undefined; prefix: string }[] {
  const [first, second] = call.args;
  if (site.name === "register") {
    const options = second ? project.objectOf(second, site.scope) : null;
    const prefix = options?.expr.properties.find(({ key }) => key === "prefix")?.value;
    return [{ child: first, prefix: (prefix && project.constantOf(prefix, options!.scope)?.text) ?? "" }];
  }
  const path = first && first.k !== "function" ? project.constantOf(first, site.scope)?.text : undefined;
  const rest = path === undefined ? call.args : call.args.slice(1);
  return rest.map((child) => ({ child, prefix: path ?? "" }));
}

/** The router behind an expression: through variables, imports, `routes()`, chains of verbs and makers. */
function routerOf(project: Project, expr: Expr, scope: Scope, depth = 0): Router | null {
  if (depth > 8) return null;
  const next = (inner: Expr, at: Scope): Router | null => routerOf(project, inner, at, depth + 1);
  if (expr.k === "this") return scope.cls;
  if (expr.k === "member" && expr.object.k === "this") return scope.cls;
  if (expr.k === "id") {
    const found = lookUp(scope, expr.name);
    if (found?.binding.b === "parameter") return found.binding.fn;
    if (found?.binding.b === "function") return found.binding.fn;
    const type = found?.binding.b === "import" ? project.typeOf(expr, scope) : null;
    if (type?.k === "function") return type.fn;
  }
  const origin = project.originOf(expr, scope);
  const value = origin?.expr ?? expr;
  const at = origin?.scope ?? scope;
  if (value.k === "function") return value.fn;
  if (value.k === "member") return ownerOf(project, value.object, at) ?? next(value.object, at);
  if (value.k !== "call") return value.k === "new" ? (classOfNew(project, value, at) ?? value) : null;
  return ofCall(project, value, at, next);
}

function ofCall(
  project: Project,
  call: CallExpr,
  scope: Scope,
  next: (expr: Expr, scope: Scope) => Router | null,
): Router | null {
  const loaded =
    call.callee.k === "id" && call.callee.name === "require" ? project.typeOf(call, scope) : null;
  if (loaded) {
    const [argument] = call.args;
    const file =
      argument?.k === "text"
        ? scope.file.imports.find(({ module }) => module === argument.value)?.target
        : null;
    return file?.exportEquals ? next(file.exportEquals.expr, file.exportEquals.scope) : null;
  }
  const { callee } = call;
  const type = project.typeOf(callee, scope);
  if (type.k === "function") {
    const [result] = type.fn.returns;
    return result ? next(result.expr, result.scope) : type.fn;
  }
  // router.get(…).post(…), shelves.routes(): the router is where the chain begins.
  const isChain =
    callee.k === "member" &&
    /^(?:get|post|put|delete|del|patch|head|options|all|use|route|routes|middleware|callback|prefix|basePath)$/.test(
      callee.name,
    );
  return isChain && callee.k === "member" ? next(callee.object, scope) : call;
}

function ownerOf(project: Project, expr: Expr, scope: Scope): ClassIr | null {
  const type = project.typeOf(expr, scope);
  return type.k === "instance" ? type.cls : null;
}

function classOfNew(project: Project, expr: Expr, scope: Scope): ClassIr | null {
  return ownerOf(project, expr, scope);
}

/** `new Router({ prefix: "/library" })`. */
function ownPrefix(router: Router): string {
  if (!("k" in router) || (router.k !== "new" && router.k !== "call")) return "";
  const [options] = router.args;
  if (options?.k !== "object") return "";
  const prefix = options.properties.find(({ key }) => key === "prefix")?.value;
  return prefix?.k === "text" ? prefix.value : "";
}

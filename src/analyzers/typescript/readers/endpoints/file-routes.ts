import type { Endpoint } from "../../../../model/fact.ts";
import { placeAt } from "../../facts/place.ts";
import type { ExportIr, FileIr, FunctionIr } from "../../ir.ts";
import type { Project, Reader } from "../../project.ts";
import { joinPaths } from "./paths.ts";

const VERBS = new Set(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]);

/**
 * Routes that are files: `app/orders/[id]/route.ts` and `api/store/orders/route.ts` export a function for each verb,
 * `pages/api/orders.ts` one for all. Says the path that the folders spell. Rewrites in configurations are not seen.
 */
export const fileRoutes: Reader = {
  name: "endpoints-file-routes",
  read: (project) => ({ facts: project.files.flatMap((file) => ofFile(project, file)), diagnostics: [] }),
};

function ofFile(project: Project, file: FileIr): Endpoint[] {
  const route = /(?:^|\/)(?:app|api)\/(?:.*\/)?route\.[cm]?[jt]sx?$/.test(file.path);
  const page = /(?:^|\/)pages\/(api\/.+)\.[cm]?[jt]sx?$/.exec(file.path);
  if (!route && page === null) return [];
  const path = route ? routePath(file.path) : spelled(page![1]!.replace(/\/?index$/, ""));
  return [...file.exports].flatMap(([name, exported]): Endpoint[] => {
    const verb = route && VERBS.has(name) ? name : page !== null && name === "default" ? "ALL" : null;
    const fn = verb === null ? null : functionOf(project, file, exported);
    if (verb === null || fn === null) return [];
    const place = placeAt(fn.scope.file, fn.pos);
    return [
      {
        kind: "endpoint",
        unit: project.unitOf(fn.scope),
        protocol: "http",
        verb,
        path,
        handler: fn.name || name,
        place,
      },
    ];
  });
}

function functionOf(project: Project, file: FileIr, exported: ExportIr): FunctionIr | null {
  if (exported.e === "from") return null;
  const expr = exported.e === "expr" ? exported.expr : ({ k: "id", name: exported.name, pos: 0 } as const);
  const type = project.typeOf(expr, exported.e === "expr" ? exported.scope : file.scope);
  return type.k === "function" ? type.fn : null;
}

/** What follows the last `app/`, or else the last `api/`, that the routes lie in. */
function routePath(path: string): string {
  const folders = path.split("/").slice(0, -1);
  const app = folders.indexOf("app");
  const start = app >= 0 ? app : folders.indexOf("api");
  return spelled(folders.slice(start + 1).join("/"));
}

/** `[id]` and `[...rest]` are parameters, `(shop)` groups and `@slot` say nothing. */
function spelled(folders: string): string {
  const parts = folders.split("/").filter((part) => !/^\(.*\)$|^@/.test(part));
  return joinPaths(...parts.map((part) => part.replace(/^\[+(\.\.\.)?(.+?)\]+$/, ":$2")));
}

import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { FilePath } from "../../../model/ids.ts";
import type { Repository } from "../../../repository/repository.ts";
import type { ClassIr, Expr, FileIr, FunctionIr, Scope } from "../ir.ts";
import { createModuleResolver } from "../modules/resolve-module.ts";
import type { ConfigTrouble } from "../modules/tsconfig.ts";
import type { CallSite, Project } from "../project.ts";
import type { Type } from "../type.ts";
import { constantOf, originOf } from "./constants.ts";
import { gather, type NameUse } from "./gather.ts";
import { createLink, type Link } from "./link.ts";
import { externalParent, memberOf, parentsOf } from "./members.ts";
import { findProviders } from "./providers.ts";
import { type Children, childrenOf, type Target, targetsOf } from "./targets.ts";
import { drawUnits, unitOf, unitOfClass } from "./units.ts";
import { typeOf } from "./values.ts";

/** A project that also says how calls were resolved: for the facts about calls. */
export interface LinkedProject extends Project {
  readonly link: Link;
  /** Trouble with configurations that say where modules are. */
  readonly diagnostics: readonly Diagnostic[];
  readonly children: Children;
  /** Imported names that appear as values. */
  readonly names: readonly NameUse[];
  targets(site: CallSite): readonly Target[];
}

/** Links the files of a repository: modules, units, injection, calls. */
export function linkProject(repository: Repository, files: readonly FileIr[]): LinkedProject {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const diagnostics: Diagnostic[] = [];
  const told = new Set<string>();
  // A configuration that several extend is met several times.
  const trouble: ConfigTrouble = (path, code, keys) => {
    if (!told.has(path)) diagnostics.push(configDiagnostic(path, code, keys));
    told.add(path);
  };
  const link = createLink(byPath, createModuleResolver(repository, byPath, trouble));
  for (const file of files) drawUnits(file);
  for (const file of files) for (const one of file.imports) one.target = link.resolveModule(file, one.module);
  const { calls, objects, callsAndObjects, names } = gather(files);
  findProviders(link, files, callsAndObjects);
  const classes = files.flatMap((file) => file.classes);
  const children = childrenOf(link, classes);
  const targets = new Map<CallSite, readonly Target[]>();
  const find = (site: CallSite): readonly Target[] => {
    const known = targets.get(site) ?? targetsOf(link, children, site);
    targets.set(site, known);
    return known;
  };
  const within = lazily(() => indexByFunction(calls));
  const dependencies = lazily(() => dependencyNames(repository));
  return {
    link,
    diagnostics,
    children,
    names,
    repository,
    files,
    classes,
    calls,
    objects,
    targets: find,
    file: (path) => byPath.get(path as FilePath),
    dependsOn: (library) => dependencies().has(library),
    typeOf: (expr, scope) => typeOf(link, expr, scope),
    typeOfMember: (cls, name) => memberOf(link, { k: "instance", cls, args: [] }, name),
    constantOf: (expr, scope) => constantOf(link, expr, scope),
    classOf: (expr, scope) => classOf(link, expr, scope),
    objectOf: (expr, scope) => objectOf(link, expr, scope),
    originOf: (expr, scope) => originOf(link, expr, scope),
    externalOf: (expr, scope) => externalOf(typeOf(link, expr, scope)),
    externalBaseOf: (cls) => externalParent(link, cls),
    parentsOf: (cls) => parentClasses(link, cls),
    unitOf,
    unitOfClass,
    targetsOf: (site) => find(site).flatMap(({ fn }) => fn ?? []),
    callsWithin: (fn) => within().get(fn) ?? [],
  };
}

function configDiagnostic(...[path, code, keys]: Parameters<ConfigTrouble>): Diagnostic {
  const named = keys.map((key) => `"${key}"`).join(", ");
  const message =
    code === "broken-configuration"
      ? "It is not valid JSON; the module paths it gives were not used."
      : `It leads outside the repository (${named}), where nothing was read.`;
  return { severity: "warning", code, message, file: path as FilePath };
}

function lazily<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
}

function indexByFunction(calls: readonly CallSite[]): Map<FunctionIr, CallSite[]> {
  const index = new Map<FunctionIr, CallSite[]>();
  for (const site of calls) {
    for (let fn = site.scope.fn; fn !== null; fn = fn.scope.parent?.fn ?? null) {
      const known = index.get(fn);
      if (known) known.push(site);
      else index.set(fn, [site]);
    }
  }
  return index;
}

function dependencyNames(repository: Repository): Set<string> {
  const names = new Set<string>();
  for (const { chosen, folder, manifest } of repository.packages) {
    if (!chosen && folder !== "") continue;
    for (const field of ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"]) {
      const table = manifest[field];
      if (typeof table === "object" && table !== null) for (const name of Object.keys(table)) names.add(name);
    }
  }
  return names;
}

function classOf(link: Link, expr: Expr, scope: Scope): ClassIr | null {
  const type = typeOf(link, expr, scope);
  if (type.k === "class") return type.cls;
  if (type.k === "function") {
    const [result] = type.fn.returns;
    return result ? classOf(link, result.expr, result.scope) : null;
  }
  // forwardRef(() => Order), lazy(() => Order)
  const [argument] = expr.k === "call" ? expr.args : [];
  return argument?.k === "function" ? classOf(link, argument, scope) : null;
}

function objectOf(
  link: Link,
  expr: Expr,
  scope: Scope,
): { expr: Expr & { k: "object" }; scope: Scope } | null {
  const origin = originOf(link, expr, scope);
  return origin?.expr.k === "object" ? { expr: origin.expr, scope: origin.scope } : null;
}

function externalOf(type: Type): { module: string; path: string } | null {
  return type.k === "external" ? { module: type.module, path: type.path } : null;
}

function parentClasses(link: Link, cls: ClassIr): ClassIr[] {
  const found = new Set<ClassIr>();
  let next: readonly ClassIr[] = [cls];
  while (next.length > 0 && found.size < 40) {
    next = next.flatMap((one) =>
      parentsOf(link, { k: "instance", cls: one, args: [] }).flatMap((parent) => {
        if (parent.k !== "instance" || found.has(parent.cls) || parent.cls === cls) return [];
        found.add(parent.cls);
        return [parent.cls];
      }),
    );
  }
  return [...found];
}

import type { FileIr, FunctionIr } from "../../../ir.ts";
import type { CallSite } from "../../../project.ts";
import { callsNamed } from "../../calls-by-name.ts";
import type { DataProject } from "../data-project.ts";
import { mayTagSql } from "../sql-text.ts";

/** Names of calls on schema builders. */
export const SCHEMA_CALL =
  /^(?:create|drop|rename|alter|add|remove)(?:Table|Column|Columns|Constraint|ForeignKeys?|View)(?:IfNotExists|IfExists|OrReplace)?$|^table$/;

const RUNS = /^(?:exec|execute|query|run|raw|runSql|batch|prepare|addSql)$/;

/** The calls of a file that could change a schema, in the order of the source. */
export function sitesOf(file: FileIr, project: DataProject): readonly CallSite[] {
  return sitesByFile(project).get(file) ?? [];
}

function isWord(name: string): boolean {
  return SCHEMA_CALL.test(name) || RUNS.test(name);
}

const indexes = new WeakMap<DataProject, Map<FileIr, CallSite[]>>();

function sitesByFile(project: DataProject): Map<FileIr, CallSite[]> {
  let index = indexes.get(project);
  if (index === undefined) {
    index = new Map();
    for (const site of callsNamed(project, (name) => isWord(name) || mayTagSql(name))) {
      if (site.expr.k !== "template" && !isWord(site.name)) continue;
      const known = index.get(site.file);
      if (known) known.push(site);
      else index.set(site.file, [site]);
    }
    indexes.set(project, index);
  }
  return index;
}

/** What `up` calls, helpers of the same file included, in the order in which it would run. */
export function sitesOfUp(file: FileIr, project: DataProject): CallSite[] {
  const ups = file.functions.filter((fn) => /(?:^|\.)up$/.test(fn.name) || fn.scope.method === "up");
  const outer = ups.filter(
    (fn) => !ups.some((other) => other !== fn && other.pos <= fn.pos && fn.end <= other.end),
  );
  return outer.flatMap((fn) => sitesWithin(fn, project, 0));
}

function sitesWithin(fn: FunctionIr, project: DataProject, depth: number): CallSite[] {
  const sites = [...project.callsWithin(fn)].map(unbound).sort((a, b) => a.expr.pos - b.expr.pos);
  return sites.flatMap((site) => {
    if (depth > 3 || SCHEMA_CALL.test(site.name)) return [site];
    const helpers = project
      .targetsOf(site)
      .filter(
        (target) => target.scope.file === fn.scope.file && !(target.pos >= fn.pos && target.end <= fn.end),
      )
      .filter((target) => isOfDialect(target.name || site.name, project) && isOfDialect(site.name, project));
    return [
      site,
      ...helpers.flatMap((target) => (target === fn ? [] : sitesWithin(target, project, depth + 1))),
    ];
  });
}

/** `db.createTable.bind(db, "orders", …)` in a series is that call, made later. */
function unbound(site: CallSite): CallSite {
  const { expr } = site;
  if (site.name !== "bind" || expr.k !== "call" || expr.callee.k !== "member") return site;
  const callee = expr.callee.object;
  if (callee.k !== "member") return site;
  return { ...site, name: callee.name, expr: { ...expr, callee, args: expr.args.slice(1) } };
}

const DIALECT_NAMES = {
  postgresql: /postgres|pgsql/i,
  mysql: /mysql|maria/i,
  sqlite: /sqlite/i,
  mssql: /mssql|sqlserver/i,
  oracle: /oracle/i,
};

/** `mysqlUp()` is not for a PostgreSQL database. */
function isOfDialect(name: string, project: DataProject): boolean {
  const { dialect } = project.sql;
  if (DIALECT_NAMES[dialect].test(name)) return true;
  return !Object.values(DIALECT_NAMES).some((pattern) => pattern.test(name));
}

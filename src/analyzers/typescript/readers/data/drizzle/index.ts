import type { NodeId } from "../../../../../model/ids.ts";
import type { Expr, Scope } from "../../../ir.ts";
import { visit } from "../../../link/visit.ts";
import { type Chain, chainOf, type Step, unwrapped, wholeChain } from "../chains.ts";
import type { DataProject, DataReader } from "../data-project.ts";
import { type Entity, joinRelated, type Walk } from "../entities.ts";
import { type Options, optionAt, optionsOf } from "../options.ts";
import { printed } from "../print-expression.ts";
import type { Seen, Sighting } from "../sightings.ts";
import { drizzleFacts } from "./drizzle-facts.ts";
import { DrizzleTables } from "./tables.ts";

/**
 * Reads Drizzle: `pgTable`, `mysqlTable`, `sqliteTable`, schemas, relations, queries by builder and by the query API. Says
 * tables, keys, who reads and writes them, and what joins and `with` bring together. Cannot see tables that a function
 * gets as a parameter.
 */
export const drizzle: DataReader = {
  name: "drizzle",
  appliesTo: (project) => project.dependsOn("drizzle-orm"),
  read: (project) => {
    const tables = new DrizzleTables(project);
    const facts = drizzleFacts(tables, project);
    const chains = project.chains.withStep(
      (name) => ENTRIES.has(name) || JOINS.test(name) || FINDS.has(name),
    );
    return { facts, seen: chains.flatMap((chain) => readChain(chain, tables, project)) };
  },
};

const ENTRIES: ReadonlyMap<string, "read" | "write"> = new Map([
  ["from", "read"],
  ["insert", "write"],
  ["update", "write"],
  ["delete", "write"],
  ["$count", "read"],
]);
const JOINS = /^(?:left|right|inner|full|cross)Join(?:Lateral)?$/;
const FINDS = new Set(["findMany", "findFirst"]);

function readChain(chain: Chain, tables: DrizzleTables, project: DataProject): Seen[] {
  const find = chain.steps.findIndex(({ name, args }) => FINDS.has(name) && args !== null);
  if (find > 0) return readFind(chain, find, tables, project);
  const whole = wholeChain(chain);
  const inherited = whole.steps.length - chain.steps.length;
  const sightings: Sighting[] = [];
  const walk: Walk = { sightings: [], joins: [] };
  let main: NodeId | null = null;
  let pos = chain.site.expr.pos;
  for (const [index, { name, args, pos: at }] of whole.steps.entries()) {
    const first = args?.[0];
    if (first === undefined) continue;
    const table = tables.meant(first, whole.scope)?.entity.table;
    const access = ENTRIES.get(name);
    if (table !== undefined && (access !== undefined || (JOINS.test(name) && main !== null))) {
      if (index >= inherited)
        sightings.push({
          table,
          access: access ?? "read",
          columns: columnsOf(table, whole, tables, project),
        });
      if (main === null) [main, pos] = [table, at];
      else if (index >= inherited) walk.joins.push(...joinsOf(main, table, args ?? [], whole, tables));
    } else if (main !== null) readNested(args ?? [], main, whole, tables, walk);
  }
  if (sightings.length === 0) return [];
  const statement = printed(chain.site.expr);
  return [
    {
      site: chain.site,
      pos,
      sightings,
      joins: walk.joins,
      reading: "query-builder",
      source: "drizzle",
      statement,
    },
  ];
}

/** `leftJoin(customers, eq(orders.customerId, customers.id))`: the condition tells which tables meet. */
function joinsOf(
  main: NodeId,
  table: NodeId,
  args: readonly Expr[],
  chain: Chain,
  tables: DrizzleTables,
): (readonly [NodeId, NodeId])[] {
  const named = new Set<NodeId>();
  if (args[1] !== undefined) {
    visit(args[1], (part) => {
      const column = tables.column(part, chain.scope);
      if (column !== null) named.add(column.table.entity.table);
    });
  }
  named.delete(table);
  const partners = named.size === 0 ? [main] : [...named];
  return partners.map((partner) => [partner, table]);
}

/** `where(inArray(orders.id, db.select().from(lines)))` */
function readNested(
  args: readonly Expr[],
  main: NodeId,
  chain: Chain,
  tables: DrizzleTables,
  walk: Walk,
): void {
  for (const arg of args) {
    visit(arg, (part) => {
      if (part.k !== "call") return;
      const from = chainOf(part, chain.site).steps.find(
        ({ name, args: given }) => name === "from" && given?.[0] !== undefined,
      );
      const table = from === undefined ? undefined : tables.meant(from.args![0]!, chain.scope)?.entity.table;
      if (table !== undefined) walk.joins.push([main, table]);
    });
  }
}

function columnsOf(table: NodeId, chain: Chain, tables: DrizzleTables, project: DataProject): string[] {
  const found: string[] = [];
  for (const { name, args } of chain.steps) {
    for (const arg of args ?? []) {
      visit(arg, (part) => {
        const column = tables.column(part, chain.scope);
        if (column?.table.entity.table === table) found.push(column.column);
      });
    }
    if (name !== "set" && name !== "values") continue;
    const entity = tables.all.find((one) => one.entity.table === table)?.entity;
    const options = optionsOf(args?.[0], chain.scope, project);
    for (const { key } of options?.expr.properties ?? []) found.push(entity?.columns.get(key) ?? key);
  }
  return found;
}

/** `db.query.orders.findMany({ with: { lines: { with: { product: true } } } })` */
function readFind(chain: Chain, at: number, tables: DrizzleTables, project: DataProject): Seen[] {
  const step = chain.steps[at] as Step;
  const entity = tables.exported(chain.steps[at - 1]?.name ?? "")?.entity;
  if (entity === undefined || chain.steps[at - 1]?.args !== null) return [];
  const walk: Walk = { sightings: [], joins: [] };
  readWith(entity, optionsOf(step.args?.[0], chain.scope, project), project, walk, 0);
  return [
    {
      site: chain.site,
      pos: step.pos,
      sightings: [{ table: entity.table, access: "read" }, ...walk.sightings],
      joins: walk.joins,
      reading: "query-builder",
      source: "drizzle",
      statement: printed(step.call ?? chain.site.expr),
    },
  ];
}

function readWith(
  entity: Entity,
  options: Options | null,
  project: DataProject,
  walk: Walk,
  depth: number,
): void {
  const part = optionAt(options, "with", project);
  const listed = part === null || depth > 8 ? null : optionsOf(part.expr, part.scope, project);
  for (const { key, value } of listed?.expr.properties ?? []) {
    const relation = entity.relations.get(key);
    const plain = unwrapped(value);
    if (relation?.to == null || (plain.k === "literal" && plain.value === false)) continue;
    joinRelated(entity, relation, walk);
    readWith(relation.to, optionsOf(value, listed!.scope as Scope, project), project, walk, depth + 1);
  }
}

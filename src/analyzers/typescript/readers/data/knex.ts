import type { Expr } from "../../ir.ts";
import type { BuilderWords } from "./builder-words.ts";
import { type Chain, type Step, unwrapped } from "./chains.ts";
import type { DataProject, DataReader } from "./data-project.ts";
import { textOf } from "./options.ts";
import { readStringBuilder } from "./string-builder.ts";

/**
 * Reads Knex: `db("orders").join("lines", …).where(…).update(…)`, chained or in variables, with sub-queries. Says what
 * each query reads, writes and joins, and the columns that it names. Cannot see tables that only a caller knows.
 */
export const knex: DataReader = {
  name: "knex",
  appliesTo: (project) => project.dependsOn("knex"),
  read: (project) => readStringBuilder(project, knexWords(project)),
};

const HANDLES =
  /^(?:_?(?:db|knex|trx|tx|conn|connection|database|qb|queryBuilder|builder|transaction|knexInstance|pg|client|session|txDb)|\w*(?:Db|Knex|Trx|Transaction|Tx))$/;
/** Steps that name a table, of a query or a handle. */
const NAMING = new Set(["batchInsert", "from", "into", "table"]);
const WRITES = new Set("insert update del delete truncate increment decrement upsert batchInsert".split(" "));
const QUERIES =
  /^(?:select|first|pluck|where\w*|andWhere\w*|orWhere\w*|count\w*|max|min|sum\w*|avg|insert|update|del|delete|join\w*|\w+Join|orderBy\w*|groupBy\w*|having\w*|distinct\w*|column\w*|returning|limit|as|union\w*|with\w*|increment|decrement|truncate|returning|modify|then|upsert|onConflict|forUpdate|rank|rowNumber|denseRank|clone|queryBuilder)$/;
const COLUMNS = new Set(
  `select first pluck where andWhere orWhere whereNot whereIn whereNotIn whereNull whereNotNull whereBetween columns column
  orderBy groupBy insert update returning count countDistinct max min sum avg distinct increment decrement onConflict
  whereRaw having`.split(/\s+/),
);

function knexWords(project: DataProject): BuilderWords {
  return {
    source: "knex",
    begins: (name) => NAMING.has(name) || HANDLES.test(name),
    entry: (step, chain) => entryOf(step, chain, project),
    joins: /^(?:join|(?:inner|left|leftOuter|right|rightOuter|fullOuter|outer|cross)Join)$/,
    writes: WRITES,
    columns: COLUMNS,
    rename: (name) => name,
  };
}

function entryOf(
  step: Step,
  chain: Chain,
  project: DataProject,
): { access: "read"; args: readonly Expr[] } | null {
  const args = step.args ?? [];
  const [first] = args;
  if (first === undefined || step.call === null) return null;
  if (step.name === "batchInsert")
    return isHandle(step.receiver, chain, project) ? { access: "read", args: [first] } : null;
  if (step.name === "from" || step.name === "into" || step.name === "table") {
    return isQuery(chain, step) && !isGlobal(chain, project) ? { access: "read", args: [first] } : null;
  }
  // db("orders"): the handle itself is called.
  if (args.length > 2 || !HANDLES.test(step.name)) return null;
  if (chain.steps.length === 1 && textOf(first, chain.scope, project) === null) return null;
  const callee = unwrapped(step.call.callee);
  const type = project.typeOf(callee, chain.scope);
  if (type.k === "external" && type.module !== "" && type.module !== "knex") return null;
  return type.k === "function" && !project.dependsOn("knex") ? null : { access: "read", args: [first] };
}

function isHandle(expr: Expr, chain: Chain, project: DataProject): boolean {
  const plain = unwrapped(expr);
  if ((plain.k === "id" || plain.k === "member") && HANDLES.test(plain.name)) return true;
  const type = project.typeOf(plain, chain.scope);
  return type.k === "external" && type.module === "knex";
}

/** Is `from` said of a query, and not of an array, a buffer or a stream? */
function isQuery(chain: Chain, step: Step): boolean {
  const isNamed = chain.base.k === "id" && /^(?:qb|q|\w*[qQ]uery\w*|\w*[bB]uilder)$/.test(chain.base.name);
  return (
    isNamed || chain.steps.some((other) => other !== step && other.args !== null && QUERIES.test(other.name))
  );
}

function isGlobal({ base, scope }: Chain, project: DataProject): boolean {
  if (base.k !== "id") return false;
  const type = project.typeOf(base, scope);
  return type.k === "external" && type.module !== "knex" && (type.module !== "" || /^[A-Z]/.test(type.path));
}

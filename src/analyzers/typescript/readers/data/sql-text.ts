import type { CallExpr, Expr, ObjectExpr, Property, Scope, Template } from "../../ir.ts";
import { visit } from "../../link/visit.ts";
import type { CallSite } from "../../project.ts";
import { unwrapped } from "./chains.ts";
import type { DataProject } from "./data-project.ts";
import { mayHoldSql } from "./may-hold-sql.ts";

/** The SQL that a call carries. */
export interface SqlText {
  readonly text: string;
  /** Parts of it are only known at run time (bound values do not count). */
  readonly partial: boolean;
  /** The call is known to run SQL; else only what a parser understands counts. */
  readonly sure: boolean;
  /** Where the text stands (or is named) among the arguments. */
  readonly pos: number;
}

const VERB =
  /^[\s(]*(?:SELECT\s|INSERT\s+(?:OR\s+\w+\s+|IGNORE\s+)?INTO\s|UPDATE\s+(?:ONLY\s+)?[\w"`[\]$.{}]+\s+(?:AS\s+)?(?:\w+\s+)?SET\s|DELETE\s+FROM\s|WITH\s+(?:RECURSIVE\s+)?["\w]+\s*(?:\([^)]*\)\s*)?AS\s|MERGE\s+INTO\s|REPLACE\s+INTO\s|TRUNCATE\s|CREATE\s+(?:OR\s+REPLACE\s+)?(?:TEMP\w*\s+|UNIQUE\s+|MATERIALIZED\s+|UNLOGGED\s+)?(?:TABLE|VIEW|TRIGGER|FUNCTION|PROCEDURE|INDEX)\s|ALTER\s+TABLE\s|DROP\s+(?:TABLE|VIEW|INDEX)\s|RENAME\s+TABLE\s)/i;

const OTHER_VERB = /^\s*(?:CREATE|ALTER|DROP|COMMENT|SET|DO|GRANT|LOCK|BEGIN|COMMIT|PRAGMA|USE)\s/i;

/** Does a text begin like a statement of SQL? */
export function looksLikeSql(text: string): boolean {
  return VERB.test(withoutComments(text));
}

const RUNS_SQL = new Set(
  `query execute exec prepare all get run each raw unsafe queryRaw executeRaw $queryRawUnsafe $executeRawUnsafe any one
  oneOrNone many manyOrNone none result multi runSql addSql queryOne queryMany fetchAll fetchOne iterate pluck
  executeSql runQuery executeQuery sql nativeQuery oneFirst maybeOne stream`.split(/\s+/),
);
const NEVER =
  /^(?:log|info|warn|error|debug|trace|describe|it|test|expect|Error|\w*Error|\w*Exception|print|push)$/;

/** The SQL text that a call or a tagged template hands over; null where it hands over none. */
export function sqlTextOf(site: CallSite, project: DataProject): SqlText | null {
  const { expr, scope } = site;
  if (expr.k === "template") return taggedText(expr, scope, project);
  for (let index = 0; index < 2 && index < expr.args.length; index++) {
    const argument = expr.args[index] as Expr;
    const found = textOf(argument, scope, project);
    if (found === null) continue;
    if (NEVER.test(site.name)) return null;
    const sure = RUNS_SQL.has(site.name);
    // The first of several statements may be of a kind that concerns no table.
    if (looksLikeSql(found.text) || (sure && OTHER_VERB.test(withoutComments(found.text)))) {
      return { ...found, sure, pos: argument.pos };
    }
  }
  return null;
}

/** `"SELECT …"`, a constant, a concatenation, or `{ text: "SELECT …" }`. */
function textOf(expr: Expr, scope: Scope, project: DataProject): { text: string; partial: boolean } | null {
  const plain = unwrapped(expr);
  if (plain.k === "object") {
    const property = sqlProperty(plain);
    return property === undefined ? null : textOf(property.value, scope, project);
  }
  if ((plain.k === "template" && plain.tag !== null) || !mayHoldSql(plain, scope)) return null;
  const constant = project.constantOf(plain, scope);
  return constant === null ? null : { ...constant, partial: constant.partial || hasChoice(plain) };
}

function sqlProperty({ properties }: ObjectExpr): Property | undefined {
  return properties.find(({ key }) => key === "text" || key === "sql" || key === "query");
}

/** Of `a ? " WHERE …" : ""` only one side can be read. */
function hasChoice(expr: Expr): boolean {
  let found = false;
  visit(expr, (part) => {
    if (part.k === "choice") found = true;
  });
  return found;
}

const TAGS =
  /^(?:sql|SQL|raw|query|unsafe|\$queryRaw|\$executeRaw|execute|run|all|get|fragment|type|typeAlias|queryRaw)$/;

/** May a tag of this name carry SQL? What a call makes has no name. */
export function mayTagSql(name: string): boolean {
  return name === "" || TAGS.test(name);
}

/** A tagged template: its holes are bound values, unless they name something. */
function taggedText(template: Template, scope: Scope, project: DataProject): SqlText | null {
  if (template.tag === null || !TAGS.test(tagName(template.tag))) return null;
  let text = template.texts[0] ?? "";
  if (!looksLikeSql(template.texts.join("x"))) return null;
  let partial = false;
  for (const [index, hole] of template.holes.entries()) {
    const name = identifierOf(hole, template.tag, scope, project);
    if (name === null && isFragment(hole)) partial = true;
    text += (name ?? "${}") + (template.texts[index + 1] ?? "");
  }
  return { text, partial, sure: true, pos: template.pos };
}

/** `sql`, `Prisma.sql`, `prisma.$queryRaw`, `sql.type(row)`, `sql<Row>`. */
function tagName(tag: Expr): string {
  const plain = unwrapped(tag);
  if (plain.k === "id" || plain.k === "member") return plain.name;
  return plain.k === "call" ? tagName(plain.callee) : "";
}

const NAMES = new Set(["identifier", "table", "ref", "id", "raw", "name", "literal", "unsafe", "lit"]);

/** `sql.identifier(["public", "orders"])`, `sql("orders")`, `sql.table("orders")`: a name in a hole. */
function identifierOf(hole: Expr, tag: Expr, scope: Scope, project: DataProject): string | null {
  const plain = unwrapped(hole);
  if (plain.k === "id" || plain.k === "member") return tableObject(plain, scope, project);
  if (plain.k !== "call") return null;
  const callee = unwrapped(plain.callee);
  const isTag =
    callee.k === "id" && (tag.k === "id" ? callee.name === tag.name : /^(?:sql|raw)$/i.test(callee.name));
  const names = callee.k === "member" ? NAMES.has(callee.name) : isTag;
  const [first] = plain.args;
  if (!names || first === undefined) return null;
  if (first.k === "array") {
    const parts = first.items.map((item) => project.constantOf(item, scope));
    return parts.every((part) => part !== null && !part.partial)
      ? parts.map((part) => `"${part?.text}"`).join(".")
      : null;
  }
  const constant = project.constantOf(first, scope);
  if (constant === null || constant.partial) return null;
  return /^[\w.]+$/.test(constant.text) ? constant.text : null;
}

/** `${orders}` of Drizzle, where `orders` is made by `pgTable("orders", …)`. */
function tableObject(expr: Expr, scope: Scope, project: DataProject): string | null {
  const origin = project.originOf(expr, scope);
  const made = origin === null ? null : unwrapped(origin.expr);
  if (origin === null || made?.k !== "call" || made.callee.k !== "id" || !/^\w+Table$/.test(made.callee.name))
    return null;
  const [first] = made.args;
  const name = first === undefined ? null : project.constantOf(first, origin.scope);
  return name === null || name.partial ? null : `"${name.text}"`;
}

/** Another template in a hole is a part of the statement, not a value. */
function isFragment(hole: Expr): boolean {
  const plain = unwrapped(hole);
  return plain.k === "template" || plain.k === "choice" || (plain.k === "call" && isSqlCall(plain));
}

function isSqlCall(call: CallExpr): boolean {
  const callee = unwrapped(call.callee);
  return callee.k === "member" ? unwrapped(callee.object).k === "id" && NAMES.has(callee.name) : false;
}

function withoutComments(text: string): string {
  return text.replace(/^(?:\s+|--[^\n]*\n|\/\*[\s\S]*?\*\/)+/, "");
}

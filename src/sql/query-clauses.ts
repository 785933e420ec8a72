import type { Dialect } from "./dialect.ts";
import { LATER_CLAUSES } from "./keywords.ts";
import { emptyQuery, type Query } from "./query.ts";
import type { Token } from "./tokens.ts";

/** The part of a query that is being read. */
export type Clause = "head" | "with" | "select" | "insert" | "delete" | "from" | "on" | "set" | "rest";

/** A query being read, or brackets inside it. */
export interface Frame {
  readonly kind: "query" | "tables" | "expression";
  query: Query;
  /** The query whose branches are read one after the other. */
  readonly whole: Query;
  clause: Clause;
  expect: "table" | "alias" | "target" | "target-columns" | null;
  verb: string;
  /** The common table expression whose brackets come next. */
  commonName: string;
}

/** Where the reader stands. */
export interface Look {
  readonly tokens: readonly Token[];
  readonly at: number;
  readonly dialect: Dialect;
}

export const OPENS_QUERY: ReadonlySet<string> = new Set(["SELECT", "WITH", "VALUES", "TABLE"]);
export const VERBS: ReadonlySet<string> = new Set(
  "SELECT INSERT REPLACE UPDATE DELETE MERGE TRUNCATE WITH".split(" "),
);
const SETS = new Set(["UNION", "INTERSECT", "EXCEPT", "MINUS"]);
const JOINS = new Set(["JOIN", "STRAIGHT_JOIN", "APPLY"]);
const BEFORE_WITH_QUERY = new Set(["RECURSIVE", "AS", "NOT", "MATERIALIZED"]);

/** A frame in which nothing has been read. */
export function frameOf(kind: Frame["kind"], query: Query): Frame {
  return { kind, query, whole: query, clause: "head", expect: null, verb: "", commonName: "" };
}

/** Follows a keyword (or comma) into the clause that it begins; false where it begins none. */
export function enterClause(frame: Frame, token: Token, look: Look): boolean {
  const word = token.keyword;
  if (frame.clause === "with" && !VERBS.has(word)) return nameCommon(frame, token);
  if (token.text === "," && token.kind === "mark") return listFurther(frame);
  if (word === "" || look.tokens[look.at + 1]?.text === "=") return false;
  if ((frame.clause === "head" || frame.clause === "with") && VERBS.has(word)) return begin(frame, word);
  if (SETS.has(word)) return branch(frame);
  if (word === "FROM") return from(frame, look);
  if (word === "INTO" && frame.clause === "select") return selectInto(frame, look);
  if (frame.clause === "select" || frame.clause === "delete") return false;
  if (frame.clause === "insert" && (word === "SELECT" || word === "WITH")) return begin(frame, word);
  return enterLater(frame, word, look);
}

function enterLater(frame: Frame, word: string, look: Look): boolean {
  if (JOINS.has(word)) return expectTable(frame);
  if (word === "USING") return using(frame, look);
  if (word === "ON" && frame.clause === "from") return to(frame, "on");
  if (word === "SET") return to(frame, "set");
  if (LATER_CLAUSES.has(word) || word === "VALUES" || word === "VALUE") return to(frame, "rest");
  return false;
}

function begin(frame: Frame, verb: string): boolean {
  if (verb === "WITH") return to(frame, "with");
  frame.verb = verb;
  if (verb === "SELECT") return to(frame, "select");
  if (verb === "DELETE") return to(frame, "delete");
  if (verb === "UPDATE" || verb === "MERGE") {
    frame.query.changes.push(null);
    return expectTable(frame);
  }
  frame.expect = "target";
  return to(frame, "insert");
}

function nameCommon(frame: Frame, token: Token): boolean {
  const isName = token.kind === "quoted" || (token.kind === "word" && !BEFORE_WITH_QUERY.has(token.keyword));
  if (isName) frame.commonName = token.text.toLowerCase();
  return true;
}

function from(frame: Frame, { tokens, at }: Look): boolean {
  const further = tokens[at - 2]?.keyword ?? "";
  if (tokens[at - 1]?.keyword === "DISTINCT" && (further === "IS" || further === "NOT")) return false;
  if (frame.clause === "head" || frame.clause === "on" || frame.clause === "rest") return false;
  if (frame.clause === "delete" && frame.query.changes.length === 0) frame.query.changes.push(null);
  return expectTable(frame);
}

/** After MERGE and DELETE a table follows; after JOIN a list of columns. */
function using(frame: Frame, { tokens, at }: Look): boolean {
  if (frame.verb === "MERGE") return expectTable(frame);
  if (frame.verb === "DELETE" && tokens[at + 1]?.text !== "(") return expectTable(frame);
  return to(frame, "on");
}

function listFurther(frame: Frame): boolean {
  if (frame.verb === "TRUNCATE") frame.expect = "target";
  else if (frame.clause === "from" || frame.clause === "on") return expectTable(frame);
  return true;
}

/** `SELECT … INTO archive` makes a table in SQL Server; elsewhere it fills a variable. */
function selectInto(frame: Frame, { tokens, at, dialect }: Look): boolean {
  if (dialect === "mssql" || tokens[at + 1]?.keyword === "TABLE") frame.expect = "target";
  return true;
}

function branch(frame: Frame): boolean {
  const query = emptyQuery();
  frame.whole.branches.push(query);
  frame.query = query;
  frame.verb = "";
  return to(frame, "head");
}

function expectTable(frame: Frame): boolean {
  frame.expect = "table";
  return to(frame, "from");
}

function to(frame: Frame, clause: Clause): boolean {
  frame.clause = clause;
  return true;
}

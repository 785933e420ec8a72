import type { Dialect } from "./dialect.ts";
import { BEFORE_TABLE, LATER_CLAUSES, NO_ALIAS, NO_COLUMN } from "./keywords.ts";
import { type ColumnUse, emptyQuery, type Query } from "./query.ts";
import { nameAt } from "./read-name.ts";
import type { Token } from "./tokens.ts";

/**
 * Reads the skeleton of one query from its tokens: one pass, no backtracking, a stack of its own. It does not check
 * the grammar; what it does not understand it steps over.
 */
export function readQuery(tokens: readonly Token[], dialect: Dialect): Query {
  const reader = new QueryReader(tokens, dialect);
  while (reader.at < tokens.length) reader.step();
  return reader.root;
}

type Clause = "head" | "with" | "select" | "insert" | "delete" | "from" | "on" | "set" | "rest";
type Expect = "table" | "alias" | "target" | "target-columns" | null;

/** A query being read (with its clause), or brackets inside it. */
interface Frame {
  readonly kind: "query" | "tables" | "expression";
  query: Query;
  readonly whole: Query;
  clause: Clause;
  expect: Expect;
  verb: string;
}

const OPENS_QUERY = new Set(["SELECT", "WITH", "VALUES", "TABLE"]);
const VERBS = new Set(["SELECT", "INSERT", "REPLACE", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "WITH"]);
const SETS = new Set(["UNION", "INTERSECT", "EXCEPT", "MINUS"]);

class QueryReader {
  readonly root = emptyQuery();
  at = 0;
  private readonly tokens: readonly Token[];
  private readonly dialect: Dialect;
  private readonly stack: Frame[];
  private lastColumn: { use: ColumnUse; end: number } | null = null;
  private commonName = "";

  constructor(tokens: readonly Token[], dialect: Dialect) {
    this.tokens = tokens;
    this.dialect = dialect;
    this.stack = [frame("query", this.root)];
  }

  step(): void {
    const token = this.tokens[this.at] as Token;
    if (token.text === "(" && token.kind === "mark") return void this.open();
    if (token.text === ")" && token.kind === "mark") return void this.close();
    const top = this.top();
    if (top.expect === "alias") return void this.alias(top, token);
    if (top.expect === "target-columns") top.expect = null;
    if (top.expect !== null && this.named(top, token)) return;
    if (top.kind !== "expression" && this.keyword(top, token)) {
      this.at++;
      return;
    }
    this.expression(top, token);
  }

  private open(): void {
    const top = this.top();
    const next = this.tokens[this.at + 1]?.keyword ?? "";
    this.at++;
    if (top.expect === "target-columns") return void this.targetColumns(top);
    const opens = OPENS_QUERY.has(next);
    if (top.expect === "table") {
      top.expect = null;
      if (!opens)
        return void this.stack.push({ ...frame("tables", top.query), clause: "from", expect: "table" });
      const query = emptyQuery();
      top.query.sources.push({ table: null, query, alias: "" });
      top.expect = "alias";
      return void this.stack.push(frame("query", query));
    }
    if (top.clause === "with" && this.commonName !== "") return void this.openCommon(top, next);
    if (!opens) return void this.stack.push({ ...frame("expression", top.query), clause: top.clause });
    const query = emptyQuery();
    top.query.nested.push(query);
    this.stack.push(frame("query", query));
  }

  /** `WITH recent (id) AS MATERIALIZED (SELECT …)`: the brackets after AS hold the query. */
  private openCommon(top: Frame, next: string): void {
    const before = this.tokens[this.at - 2]?.keyword ?? "";
    if (before !== "AS" && before !== "MATERIALIZED" && !OPENS_QUERY.has(next)) {
      return void this.stack.push(frame("expression", emptyQuery()));
    }
    const query = emptyQuery();
    top.query.common.push({ name: this.commonName, query });
    this.commonName = "";
    this.stack.push(frame("query", query));
  }

  private close(): void {
    if (this.stack.length > 1) this.stack.pop();
    this.at++;
  }

  private alias(top: Frame, token: Token): void {
    if (token.keyword === "AS") {
      this.at++;
      return;
    }
    top.expect = null;
    const source = top.query.sources.at(-1);
    const isName = token.kind === "quoted" || (token.kind === "word" && !NO_ALIAS.has(token.keyword));
    if (!isName || source === undefined) return;
    source.alias = token.text.toLowerCase();
    this.at++;
  }

  /** Reads a table's name where one is expected. */
  private named(top: Frame, token: Token): boolean {
    if (token.kind === "word" && BEFORE_TABLE.has(token.keyword)) {
      this.at++;
      return true;
    }
    const found = nameAt(this.tokens, this.at, this.dialect);
    if (
      found === null ||
      (token.kind === "word" && (VERBS.has(token.keyword) || NO_ALIAS.has(token.keyword)))
    ) {
      top.expect = null;
      return false;
    }
    this.at = found.end;
    const isFunction = this.tokens[found.end]?.text === "(" && top.expect === "table";
    if (found.table === null) top.query.partial ||= found.partial;
    if (top.expect === "target") {
      if (found.table !== null) top.query.targets.push({ table: found.table, columns: [] });
      top.expect = top.verb === "TRUNCATE" ? null : "target-columns";
      this.skipTargetAlias();
      return true;
    }
    top.query.sources.push({ table: isFunction ? null : found.table, query: null, alias: "" });
    if (isFunction) this.skipBrackets();
    top.expect = "alias";
    return true;
  }

  private skipTargetAlias(): void {
    const next = this.tokens[this.at];
    if (next?.keyword === "AS") this.at += 2;
    else if (next?.kind === "word" && !NO_ALIAS.has(next.keyword) && this.tokens[this.at + 1]?.text === "(")
      this.at++;
  }

  private targetColumns(top: Frame): void {
    top.expect = null;
    const columns = top.query.targets.at(-1)?.columns;
    const first = this.tokens[this.at]?.keyword ?? "";
    if (OPENS_QUERY.has(first)) {
      const query = emptyQuery();
      top.query.nested.push(query);
      return void this.stack.push(frame("query", query));
    }
    for (; this.at < this.tokens.length; this.at++) {
      const token = this.tokens[this.at] as Token;
      if (token.text === ")" && token.kind === "mark") break;
      if (token.kind === "word" || token.kind === "quoted") columns?.push(token.text);
    }
    this.at++;
  }

  private keyword(top: Frame, token: Token): boolean {
    const word = token.keyword;
    if (top.clause === "with" && !VERBS.has(word)) return this.inWith(token);
    if (token.text === "," && token.kind === "mark") return this.comma(top);
    if (word === "" || this.tokens[this.at + 1]?.text === "=") return false;
    if ((top.clause === "head" || top.clause === "with") && VERBS.has(word)) return this.begin(top, word);
    if (SETS.has(word)) return this.branch(top);
    if (word === "FROM") return this.from(top);
    if (word === "INTO" && top.clause === "select") return this.selectInto(top);
    if (top.clause === "select" || top.clause === "delete") return false;
    if (word === "JOIN" || word === "STRAIGHT_JOIN" || word === "APPLY") return this.expectTable(top);
    if (word === "USING") return this.using(top);
    if (word === "ON" && top.clause === "from") return this.to(top, "on");
    if (word === "SET") return this.to(top, "set");
    if (LATER_CLAUSES.has(word)) return this.to(top, "rest");
    if (word === "VALUES" || word === "VALUE") return this.to(top, "rest");
    if (top.clause === "insert" && (word === "SELECT" || word === "WITH")) return this.begin(top, word);
    return false;
  }

  private begin(top: Frame, verb: string): boolean {
    if (verb === "WITH") return this.to(top, "with");
    top.verb = verb;
    if (verb === "SELECT") return this.to(top, "select");
    if (verb === "DELETE") return this.to(top, "delete");
    if (verb === "UPDATE" || verb === "MERGE") {
      top.query.changes.push(null);
      return this.expectTable(top);
    }
    top.expect = "target";
    return this.to(top, "insert");
  }

  private inWith(token: Token): boolean {
    const isName =
      token.kind === "quoted" || (token.kind === "word" && !BEFORE_WITH_QUERY.has(token.keyword));
    if (isName) this.commonName = token.text.toLowerCase();
    return true;
  }

  private from(top: Frame): boolean {
    const before = this.tokens[this.at - 1];
    const further = this.tokens[this.at - 2]?.keyword ?? "";
    if (before?.keyword === "DISTINCT" && (further === "IS" || further === "NOT")) return false;
    if (top.clause === "head" || top.clause === "on" || top.clause === "rest") return false;
    if (top.clause === "delete" && top.query.changes.length === 0) top.query.changes.push(null);
    return this.expectTable(top);
  }

  private using(top: Frame): boolean {
    if (top.verb === "MERGE" || top.verb === "DELETE") {
      if (this.tokens[this.at + 1]?.text !== "(" || top.verb === "MERGE") return this.expectTable(top);
    }
    return this.to(top, "on");
  }

  private comma(top: Frame): boolean {
    if (top.verb === "TRUNCATE") top.expect = "target";
    else if (top.clause === "from" || top.clause === "on") top.expect = "table";
    if (top.expect === "table") top.clause = "from";
    return true;
  }

  private selectInto(top: Frame): boolean {
    const table = this.tokens[this.at + 1]?.keyword === "TABLE";
    if (this.dialect === "mssql" || table) top.expect = "target";
    return true;
  }

  private branch(top: Frame): boolean {
    const query = emptyQuery();
    top.whole.branches.push(query);
    top.query = query;
    top.verb = "";
    return this.to(top, "head");
  }

  private expectTable(top: Frame): boolean {
    top.expect = "table";
    return this.to(top, "from");
  }

  private to(top: Frame, clause: Clause): boolean {
    top.clause = clause;
    return true;
  }

  /** Notes columns, `a.x = b.y`, and the aliases that a DELETE lists before FROM. */
  private expression(top: Frame, token: Token): void {
    const start = this.at;
    this.at++;
    if (token.kind !== "word" && token.kind !== "quoted") return;
    if (top.clause === "head" || top.clause === "with" || top.clause === "from" || top.clause === "insert")
      return;
    const use = this.columnFrom(token);
    if (use === null) return;
    if (top.clause === "delete")
      return void top.query.changes.push((use.qualifier || use.name).toLowerCase());
    const { query } = top;
    if (top.clause === "set" && top.kind === "query" && this.tokens[this.at]?.text === "=") {
      if (this.tokens[start - 1]?.text === "," || this.tokens[start - 1]?.keyword === "SET") {
        return void query.assigned.push(use);
      }
    }
    if (use.qualifier === "" && top.verb === "INSERT") return;
    query.columns.push(use);
    if (this.lastColumn?.end === start - 1 && this.tokens[start - 1]?.text === "=") {
      query.equalities.push([this.lastColumn.use, use]);
    }
    this.lastColumn = { use, end: this.at };
  }

  private columnFrom(token: Token): ColumnUse | null {
    const parts = [token.text];
    while (this.tokens[this.at]?.text === "." && this.tokens[this.at]?.kind === "mark") {
      const next = this.tokens[this.at + 1];
      if (next === undefined || (next.kind !== "word" && next.kind !== "quoted")) {
        this.at += 2;
        return null;
      }
      parts.push(next.text);
      this.at += 2;
    }
    if (this.tokens[this.at]?.text === "(") return null;
    const name = parts.at(-1) as string;
    if (parts.length > 1) return { qualifier: (parts.at(-2) as string).toLowerCase(), name };
    return this.isLoneColumn(token) ? { qualifier: "", name } : null;
  }

  /** Not a keyword, not an alias (`total AS sum`, `total sum`), not a MySQL string in double quotes. */
  private isLoneColumn(token: Token): boolean {
    if (token.kind === "word" && NO_COLUMN.has(token.keyword)) return false;
    if (token.kind === "quoted" && this.dialect === "mysql" && token.end - token.start - 2 > 64) return false;
    const before = this.tokens[this.at - 2];
    if (before === undefined || before.text === "::") return false;
    if (before.kind === "mark") return before.text !== ")" && before.text !== ".";
    return before.kind === "word" && NO_COLUMN.has(before.keyword) && !AFTER_ALIAS.has(before.keyword);
  }

  private skipBrackets(): void {
    let depth = 0;
    for (; this.at < this.tokens.length; this.at++) {
      const { text, kind } = this.tokens[this.at] as Token;
      if (kind !== "mark") continue;
      if (text === "(") depth++;
      if (text === ")" && --depth <= 0) break;
    }
    this.at++;
  }

  private top(): Frame {
    return this.stack.at(-1) as Frame;
  }
}

const BEFORE_WITH_QUERY = new Set(["RECURSIVE", "AS", "NOT", "MATERIALIZED"]);
const AFTER_ALIAS = new Set(["AS", "END", "NULL", "TRUE", "FALSE", "COLLATE", "CONSTRAINT", "CAST"]);

function frame(kind: Frame["kind"], query: Query): Frame {
  return { kind, query, whole: query, clause: "head", expect: null, verb: "" };
}

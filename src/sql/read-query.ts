import type { Dialect } from "./dialect.ts";
import { BEFORE_TABLE, NO_ALIAS } from "./keywords.ts";
import { type ColumnUse, emptyQuery, type Query } from "./query.ts";
import { enterClause, type Frame, frameOf, OPENS_QUERY, VERBS } from "./query-clauses.ts";
import { columnUseAt } from "./read-column-use.ts";
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

class QueryReader {
  readonly root = emptyQuery();
  readonly tokens: readonly Token[];
  readonly dialect: Dialect;
  at = 0;
  private readonly stack: Frame[];
  private lastColumn: { use: ColumnUse; end: number } | null = null;

  constructor(tokens: readonly Token[], dialect: Dialect) {
    this.tokens = tokens;
    this.dialect = dialect;
    this.stack = [frameOf("query", this.root)];
  }

  step(): void {
    const token = this.tokens[this.at] as Token;
    const top = this.stack.at(-1) as Frame;
    if (token.kind === "mark" && token.text === "(") this.open(top);
    else if (token.kind === "mark" && token.text === ")") this.close();
    else if (top.expect === "alias") this.alias(top, token);
    else if (this.isTable(top, token)) return;
    else if (top.kind !== "expression" && enterClause(top, token, this)) this.at++;
    else this.expression(top, token);
  }

  private open(top: Frame): void {
    this.at++;
    const opensQuery = OPENS_QUERY.has(this.tokens[this.at]?.keyword ?? "");
    if (top.expect === "target-columns" && !opensQuery) this.targetColumns(top);
    else if (top.expect === "table") this.openTable(top, opensQuery);
    else if (top.clause === "with" && top.commonName !== "") this.openCommon(top, opensQuery);
    else if (opensQuery) this.push(top.query.nested);
    else this.stack.push({ ...frameOf("expression", top.query), clause: top.clause, verb: top.verb });
  }

  private openTable(top: Frame, opensQuery: boolean): void {
    top.expect = null;
    if (!opensQuery) {
      this.stack.push({ ...frameOf("tables", top.query), clause: "from", expect: "table" });
      return;
    }
    const query = emptyQuery();
    top.query.sources.push({ table: null, query, alias: "" });
    top.expect = "alias";
    this.stack.push(frameOf("query", query));
  }

  /** `WITH recent (id) AS MATERIALIZED (SELECT …)`: the brackets after AS hold the query. */
  private openCommon(top: Frame, opensQuery: boolean): void {
    const before = this.tokens[this.at - 2]?.keyword ?? "";
    if (before !== "AS" && before !== "MATERIALIZED" && !opensQuery) {
      this.stack.push(frameOf("expression", emptyQuery()));
      return;
    }
    const query = emptyQuery();
    top.query.common.push({ name: top.commonName, query });
    top.commonName = "";
    this.stack.push(frameOf("query", query));
  }

  private push(queries: Query[]): void {
    const query = emptyQuery();
    queries.push(query);
    this.stack.push(frameOf("query", query));
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
  private isTable(top: Frame, token: Token): boolean {
    if (top.expect === "target-columns") top.expect = null;
    if (top.expect === null) return false;
    if (token.kind === "word" && BEFORE_TABLE.has(token.keyword)) {
      this.at++;
      return true;
    }
    const isKeyword = token.kind === "word" && (VERBS.has(token.keyword) || NO_ALIAS.has(token.keyword));
    const found = isKeyword ? null : nameAt(this.tokens, this.at, this.dialect);
    if (found === null) {
      top.expect = null;
      return false;
    }
    this.at = found.end;
    if (found.table === null) top.query.partial ||= found.partial;
    if (top.expect === "target") {
      if (found.table !== null) top.query.targets.push({ table: found.table, columns: [] });
      top.expect = top.verb === "TRUNCATE" ? null : "target-columns";
      this.skipTargetAlias();
      return true;
    }
    const isFunction = this.tokens[found.end]?.text === "(";
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
    for (; this.at < this.tokens.length; this.at++) {
      const token = this.tokens[this.at] as Token;
      if (token.text === ")" && token.kind === "mark") break;
      if (token.kind === "word" || token.kind === "quoted") columns?.push(token.text);
    }
    this.at++;
  }

  /** Notes columns, `a.x = b.y`, and the aliases that a DELETE lists before FROM. */
  private expression(top: Frame, token: Token): void {
    const start = this.at++;
    if (token.kind !== "word" && token.kind !== "quoted") return;
    if (top.clause === "head" || top.clause === "with" || top.clause === "from" || top.clause === "insert")
      return;
    const { use, end } = columnUseAt(this.tokens, start, this.dialect);
    this.at = end;
    if (use === null) return;
    const before = this.tokens[start - 1];
    if (top.clause === "delete") top.query.changes.push((use.qualifier || use.name).toLowerCase());
    else if (top.clause === "set" && this.isAssigned(top, before)) top.query.assigned.push(use);
    else if (use.qualifier !== "" || top.verb !== "INSERT") this.column(top.query, use, start);
  }

  private isAssigned(top: Frame, before: Token | undefined): boolean {
    if (top.kind !== "query" || this.tokens[this.at]?.text !== "=") return false;
    return before?.text === "," || before?.keyword === "SET";
  }

  private column(query: Query, use: ColumnUse, start: number): void {
    query.columns.push(use);
    const equals = this.tokens[start - 1]?.text === "=" && this.lastColumn?.end === start - 1;
    if (equals && this.lastColumn !== null) query.equalities.push([this.lastColumn.use, use]);
    this.lastColumn = { use, end: this.at };
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
}

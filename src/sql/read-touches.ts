import { byCodeUnit } from "../model/ids.ts";
import type { ColumnUse, Query, Source } from "./query.ts";
import { keyOf, type TableName } from "./table-name.ts";

/** A statement reads or writes a table. */
export interface Touch {
  readonly table: TableName;
  readonly access: "read" | "write";
  /** Columns where the statement names them, sorted: those that get a value, and those of conditions. */
  readonly columns: readonly string[];
}

/** A statement brings two tables together; the smaller name comes first. */
export interface TableJoin {
  readonly left: TableName;
  readonly right: TableName;
}

/** What a query does to tables. */
export interface Touches {
  readonly touches: readonly Touch[];
  readonly joins: readonly TableJoin[];
}

/**
 * Tables that a query reads and writes, and which of them it brings together. Names of common table expressions and
 * aliases are no tables; a derived table stands for the tables that it is made of.
 */
export function touchesOf(query: Query): Touches {
  const collector = new Collector();
  collector.visit(query, new Map(), []);
  return collector.result();
}

type Common = ReadonlyMap<string, Query>;
interface Scope {
  readonly query: Query;
  readonly common: Common;
  readonly sources: readonly Source[];
  /** Sources by alias and by name; an alias wins over a name. */
  readonly byName: ReadonlyMap<string, Source>;
  /** What an UPDATE, DELETE or MERGE changes. */
  readonly changed: ReadonlySet<Source | undefined>;
}

/** Nesting deeper than this is left unread: nobody writes it, and generated text must not exhaust the stack. */
const MAX_NESTING = 100;

class Collector {
  private readonly touched = new Map<
    string,
    { table: TableName; access: "read" | "write"; columns: Set<string> }
  >();
  private readonly joined = new Map<string, TableJoin>();

  result(): Touches {
    const touches = [...this.touched.entries()]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([, touch]) => touch);
    return {
      touches: touches.map((touch) => ({ ...touch, columns: [...touch.columns].sort(byCodeUnit) })),
      joins: [...this.joined.entries()].sort(([a], [b]) => byCodeUnit(a, b)).map(([, join]) => join),
    };
  }

  visit(query: Query, outer: Common, around: readonly Scope[]): void {
    if (around.length > MAX_NESTING) return;
    const common = new Map(outer);
    for (const { name, query: body } of query.common) common.set(name, body);
    const scopes = [scopeOf(query, common), ...around];
    this.write(query, common);
    this.read(query, scopes);
    this.joinSources(query, scopes);
    for (const { query: body } of query.common) this.visit(body, common, []);
    for (const branch of query.branches) this.visit(branch, common, around);
    for (const source of query.sources) if (source.query !== null) this.visit(source.query, common, around);
    for (const nested of query.nested) {
      this.joinNested(nested, scopes);
      this.visit(nested, common, scopes);
    }
  }

  private write(query: Query, common: Common): void {
    for (const { table, columns } of query.targets) {
      this.touch(table, "write", [...columns, ...query.assigned.map((use) => use.name)]);
    }
    for (const alias of query.changes) {
      const source = changedSource(query, alias);
      const table = source?.table ?? null;
      if (source === undefined || table === null || isCommon(table, common)) continue;
      const own = query.assigned.filter(({ qualifier }) => qualifier === "" || names(source, qualifier));
      this.touch(
        table,
        "write",
        own.map((use) => use.name),
      );
    }
    if (query.changes.length === 0) return;
    for (const { qualifier, name } of query.assigned) {
      const source = realSources(query).find((candidate) => qualifier !== "" && names(candidate, qualifier));
      if (source?.table) this.touch(source.table, "write", [name]);
    }
  }

  private read(query: Query, scopes: readonly Scope[]): void {
    const [own] = scopes as [Scope];
    for (const source of own.sources) {
      if (own.changed.has(source) || source.table === null) continue;
      if (!isCommon(source.table, own.common)) this.touch(source.table, "read", []);
    }
    for (const use of query.columns) {
      const found = sourceNamed(use.qualifier === "" ? [own] : scopes, use.qualifier);
      const table = found?.source.table ?? null;
      if (found === undefined || table === null || isCommon(table, own.common)) continue;
      this.touch(table, found.scope.changed.has(found.source) ? "write" : "read", [use.name]);
    }
  }

  private joinSources(query: Query, scopes: readonly Scope[]): void {
    const { sources } = scopes[0] as Scope;
    const tied = new Set<Source>();
    for (const [left, right] of query.equalities) {
      const [one, other] = [sourceNamed(scopes, left.qualifier), sourceNamed(scopes, right.qualifier)];
      if (one === undefined || other === undefined || one.source === other.source) continue;
      for (const side of [one, other]) tied.add(side.source);
      this.join(base(one.source, one.scope.common, left), base(other.source, other.scope.common, right));
    }
    const [first, ...others] = sources;
    const common = scopes[0]!.common;
    for (const source of others) if (!tied.has(source)) this.join(base(first!, common), base(source, common));
  }

  /** `WHERE customer_id IN (SELECT id FROM customers)`, also where nothing correlates them. */
  private joinNested(nested: Query, scopes: readonly Scope[]): void {
    const [inner] = realSources(nested);
    const outer = scopes
      .map(({ query }) => realSources(query)[0])
      .findIndex((source) => source !== undefined);
    if (inner === undefined || outer === -1 || correlates(nested, scopes)) return;
    const scope = scopes[outer] as Scope;
    const own = new Map(scopes[0]!.common);
    for (const { name, query } of nested.common) own.set(name, query);
    this.join(base(realSources(scope.query)[0]!, scope.common), base(inner, own));
  }

  private touch(table: TableName, access: "read" | "write", columns: readonly string[]): void {
    const key = `${keyOf(table)} ${access}`;
    const known = this.touched.get(key) ?? { table, access, columns: new Set<string>() };
    for (const column of columns) known.columns.add(column);
    this.touched.set(key, known);
  }

  private join(left: TableName | null, right: TableName | null): void {
    if (left === null || right === null || keyOf(left) === keyOf(right)) return;
    const [a, b] = byCodeUnit(keyOf(left), keyOf(right)) < 0 ? [left, right] : [right, left];
    this.joined.set(`${keyOf(a)} ${keyOf(b)}`, { left: a, right: b });
  }
}

/** `UPDATE o SET … FROM orders o` (SQL Server): the first source is the alias of a later one. */
function realSources(query: Query): readonly Source[] {
  const [first, ...others] = query.sources;
  if (first?.table == null || query.changes.length === 0) return query.sources;
  const name = first.table.name.toLowerCase();
  return others.some((source) => source.alias === name) ? others : query.sources;
}

function changedSource(query: Query, alias: string | null): Source | undefined {
  const [first] = query.sources;
  const wanted = alias ?? first?.table?.name.toLowerCase() ?? "";
  const sources = realSources(query);
  if (alias === null && sources === query.sources) return first;
  return sources.find((source) => names(source, wanted));
}

function names(source: Source, qualifier: string): boolean {
  if (qualifier === "") return false;
  return source.alias === qualifier || source.table?.name.toLowerCase() === qualifier;
}

function scopeOf(query: Query, common: Common): Scope {
  const sources = realSources(query);
  const byName = new Map<string, Source>();
  for (const source of sources) {
    const name = source.table?.name.toLowerCase();
    if (name !== undefined && !byName.has(name)) byName.set(name, source);
  }
  for (const source of sources.toReversed()) if (source.alias !== "") byName.set(source.alias, source);
  const changed = new Set(query.changes.map((alias) => changedSource(query, alias)));
  return { query, common, sources, byName, changed };
}

function sourceNamed(
  scopes: readonly Scope[],
  qualifier: string,
): { source: Source; scope: Scope } | undefined {
  for (const scope of scopes) {
    const { sources, byName } = scope;
    if (qualifier === "") return sources.length === 1 ? { source: sources[0]!, scope } : undefined;
    const source = byName.get(qualifier);
    if (source !== undefined) return { source, scope };
  }
  return undefined;
}

function correlates(nested: Query, scopes: readonly Scope[]): boolean {
  const own = realSources(nested);
  const isOwn = (use: ColumnUse) =>
    use.qualifier === "" ? own.length === 1 : own.some((source) => names(source, use.qualifier));
  const isOuter = (use: ColumnUse) => !isOwn(use) && sourceNamed(scopes, use.qualifier) !== undefined;
  return nested.equalities.some(
    ([left, right]) => (isOwn(left) && isOuter(right)) || (isOuter(left) && isOwn(right)),
  );
}

function isCommon(table: TableName, common: Common): boolean {
  return table.schema === null && common.has(table.name.toLowerCase());
}

/** The real table behind a source: of a derived table or common expression, the one that its column comes from. */
function base(source: Source, common: Common, use?: ColumnUse, depth = 0): TableName | null {
  if (depth > 20) return null;
  const named = source.table !== null && isCommon(source.table, common);
  const query = named ? common.get(source.table!.name.toLowerCase()) : source.query;
  if (query === null || query === undefined) return source.table;
  const inner = new Map(common);
  // A recursive expression names itself: what it stands for is its first branch.
  if (named) inner.delete(source.table!.name.toLowerCase());
  for (const one of query.common) inner.set(one.name, one.query);
  const sources = realSources(query);
  const column = query.columns.find((one) => one.qualifier !== "" && one.name === use?.name);
  const origin = column === undefined ? undefined : sources.find((one) => names(one, column.qualifier));
  const next = origin ?? sources[0];
  return next === undefined ? null : base(next, inner, origin === undefined ? undefined : use, depth + 1);
}

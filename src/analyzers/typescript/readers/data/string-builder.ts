import type { Diagnostic } from "../../../../model/diagnostic.ts";
import type { NodeId } from "../../../../model/ids.ts";
import { nodeOf, type TableName } from "../../../../sql/table-name.ts";
import type { Expr, Scope } from "../../ir.ts";
import type { BuilderWords } from "./builder-words.ts";
import { type Chain, chainOf, type Step, unwrapped, wholeChain } from "./chains.ts";
import { columnsNamed } from "./columns-named.ts";
import { commonNames } from "./common-names.ts";
import type { DataFindings, DataProject } from "./data-project.ts";
import { parsedName } from "./migrations/schema-call.ts";
import { handedTexts } from "./named-by-callers.ts";
import { namesIn } from "./names-in.ts";
import { textOf } from "./options.ts";
import { printed } from "./print-expression.ts";
import { placeAt, type Seen, type Sighting } from "./sightings.ts";

/** A table that a chain names, and what it is called inside the query. */
interface Named {
  readonly table: NodeId;
  readonly alias: string;
  readonly access: "read" | "write";
  readonly isOwn: boolean;
}

/** Reads all chains that speak these words. */
export function readStringBuilder(project: DataProject, words: BuilderWords): DataFindings {
  const common = commonNames(project);
  const reader = new BuilderReader(project, words, common);
  const seen = project.chains.flatMap((chain) => reader.read(chain));
  return { seen, diagnostics: reader.unknown };
}

class BuilderReader {
  /** Queries on tables that nobody names. */
  readonly unknown: Diagnostic[] = [];
  private readonly project: DataProject;
  private readonly words: BuilderWords;
  private readonly common: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(project: DataProject, words: BuilderWords, common: ReadonlyMap<string, ReadonlySet<string>>) {
    this.project = project;
    this.words = words;
    this.common = common;
  }

  read(chain: Chain): Seen[] {
    const whole = wholeChain(chain);
    const inherited = whole.steps.length - chain.steps.length;
    const named = this.namesOf(whole, inherited);
    const [main] = named;
    if (main === undefined) return this.readHelper(chain);
    const writes = chain.steps.some(({ name, args }) => args !== null && this.words.writes.has(name));
    const joins = this.joinsOf(whole, named, inherited);
    const sightings = named.flatMap((one): Sighting[] => {
      const changes = one === main && writes;
      if (!one.isOwn && !changes) return [];
      const access = changes ? "write" : one.access;
      return [
        {
          table: one.table,
          access,
          columns: columnsNamed(chain, one.alias, named.length === 1, this.words, this.project),
        },
      ];
    });
    if (sightings.length === 0 && joins.length === 0) return [];
    const { words } = this;
    const pos =
      chain.steps.find((step) => words.entry(step, chain) !== null)?.pos ??
      chain.steps[0]?.pos ??
      chain.site.expr.pos;
    return [
      {
        site: chain.site,
        pos,
        sightings,
        joins,
        reading: "query-builder",
        source: words.source,
        statement: printed(chain.site.expr),
      },
    ];
  }

  /** A helper that takes the name of a table touches the tables that its callers name. */
  private readHelper(chain: Chain): Seen[] {
    const step = chain.steps.find((one) => this.words.entry(one, chain) !== null);
    const entry = step === undefined ? null : this.words.entry(step, chain);
    const [first] = entry?.args ?? [];
    if (entry === null || first === undefined) return [];
    const writes = chain.steps.some(({ name, args }) => args !== null && this.words.writes.has(name));
    const { source, rename } = this.words;
    const handed = handedTexts(first, chain.site, this.project);
    if (handed.length === 0) this.noteUnknown(first, chain);
    return handed.flatMap(({ text, caller }): Seen[] => {
      const { name, schema } = parsedName(text);
      if (!/^[\w$-]+$/.test(name)) return [];
      const table = nodeOf({ name: rename(name), schema });
      const access = writes ? "write" : entry.access;
      return [
        {
          site: caller,
          pos: caller.expr.pos,
          sightings: [{ table, access }],
          joins: [],
          reading: "query-builder",
          source,
          statement: `${printed(caller.expr)} → ${printed(chain.site.expr)}`,
        },
      ];
    });
  }

  private noteUnknown(table: Expr, chain: Chain): void {
    const plain = unwrapped(table);
    const isName =
      plain.k === "id" || plain.k === "member" || plain.k === "element" || plain.k === "template";
    const origin = this.project.originOf(plain, chain.scope)?.expr;
    // A query in the place of a table is told where it is made.
    if (!isName || origin?.k === "call" || this.tablesIn(plain, chain.scope).length > 0) return;
    const message = `The table of this query is only known at run time: ${printed(chain.site.expr).slice(0, 80)}`;
    this.unknown.push({
      severity: "note",
      code: "dynamic-table",
      message,
      ...placeAt(chain.scope, plain.pos),
    });
  }

  /** Tables in the order in which they are named; the first one is what the query is about. */
  private namesOf(chain: Chain, inherited: number): Named[] {
    const found: Named[] = [];
    for (const [index, step] of chain.steps.entries()) {
      if (step.args === null) continue;
      const entry = this.words.entry(step, chain);
      const isJoin = this.words.joins.test(step.name) && found.length > 0;
      if (entry === null && !isJoin) continue;
      const args = entry?.args ?? step.args.slice(0, 1);
      const isOwn = index >= inherited;
      for (const { table, alias } of args.flatMap((arg) => this.tablesIn(arg, chain.scope))) {
        if (this.isCommon(table, chain)) continue;
        const id = nodeOf({ ...table, name: this.words.rename(table.name) });
        found.push({ table: id, alias: alias || table.name, access: entry?.access ?? "read", isOwn });
      }
    }
    return found;
  }

  /** `"orders as o"`, `{ o: "orders" }`, `["orders", "lines"]`. */
  private tablesIn(arg: Expr, scope: Scope): { table: TableName; alias: string }[] {
    const plain = unwrapped(arg);
    if (plain.k === "array") return plain.items.flatMap((item) => this.tablesIn(item, scope));
    if (plain.k === "object") {
      return plain.properties.flatMap(({ key, value }) =>
        this.tablesIn(value, scope).map(({ table }) => ({ table, alias: key })),
      );
    }
    if (plain.k === "function" || plain.k === "call" || plain.k === "new") return [];
    const texts = namesIn(plain, scope, this.project);
    return texts.flatMap((text) => {
      const [, name, alias = ""] = /^\s*([\w."`$-]+)(?:\s+(?:as\s+)?"?(\w+)"?)?\s*$/i.exec(text) ?? [];
      return name === undefined ? [] : [{ table: parsedName(name), alias }];
    });
  }

  private isCommon(table: TableName, chain: Chain): boolean {
    return table.schema === null && this.common.get(chain.site.file.path)?.has(table.name) === true;
  }

  /** The main table with each joined one, with those of its sub-queries, and those that conditions compare. */
  private joinsOf(chain: Chain, named: readonly Named[], inherited: number): (readonly [NodeId, NodeId])[] {
    const [main, ...others] = named;
    if (main === undefined) return [];
    const byAlias = new Map(named.map((one) => [one.alias, one]));
    const pairs: (readonly [NodeId, NodeId])[] = [];
    const tied = new Set<Named>();
    for (const [index, step] of chain.steps.entries()) {
      // What the variable holds already was joined where it was made.
      if (step.args === null || index < inherited) continue;
      const [left, right] = this.comparedIn(step, chain.scope);
      const [one, other] = [byAlias.get(left ?? ""), byAlias.get(right ?? "")];
      if (one !== undefined && other !== undefined && one !== other) {
        pairs.push([one.table, other.table]);
        tied.add(one).add(other);
      }
      for (const nested of this.nestedTables(step, chain)) pairs.push([main.table, nested]);
    }
    for (const other of others) if (other.isOwn && !tied.has(other)) pairs.push([main.table, other.table]);
    return pairs;
  }

  /** Qualifiers of `leftJoin("lines as l", "l.order_id", "o.id")`, also inside `(join) => join.on("a.x", "=", "b.y")`. */
  private comparedIn({ args }: Step, scope: Scope): string[] {
    const texts = (args ?? []).flatMap((arg) => {
      if (arg.k !== "function") return [textOf(arg, scope, this.project)];
      const inner = this.project.callsWithin(arg.fn).find(({ name }) => /^on/.test(name));
      return inner?.expr.k === "call"
        ? inner.expr.args.map((one) => textOf(one, inner.scope, this.project))
        : [];
    });
    return texts.flatMap((text) => /^([\w$]+)\.[\w$]+$/.exec(text ?? "")?.[1] ?? []);
  }

  /** Main tables of queries that stand in the arguments of a step. */
  private nestedTables({ args }: Step, chain: Chain): NodeId[] {
    const listed = (args ?? []).flatMap((arg) => (arg.k === "array" ? arg.items : [arg]));
    return listed.flatMap((arg) => {
      const plain = unwrapped(arg);
      if (plain.k === "call") {
        const [first] = this.namesOf(chainOf(plain, chain.site), 0);
        return first === undefined ? [] : [first.table];
      }
      if (plain.k !== "function") return [];
      const sites = new Set(this.project.callsWithin(plain.fn));
      return this.project
        .chainsIn(chain.site.file.path)
        .filter(({ site }) => sites.has(site))
        .flatMap((inner) => this.namesOf(inner, 0)[0]?.table ?? []);
    });
  }
}

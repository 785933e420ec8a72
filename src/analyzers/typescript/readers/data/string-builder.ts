import type { Diagnostic } from "../../../../model/diagnostic.ts";
import type { NodeId } from "../../../../model/ids.ts";
import { nodeOf, type TableName } from "../../../../sql/table-name.ts";
import type { Expr, FunctionIr, Scope } from "../../ir.ts";
import type { CallSite } from "../../project.ts";
import { askedByName, type BuilderWords, type Named } from "./builder-words.ts";
import { type Chain, chainOf, type Step, unwrapped, wholeChain } from "./chains.ts";
import { columnsNamed } from "./columns-named.ts";
import { type CommonNames, commonNames } from "./common-names.ts";
import { ContinuedQueries } from "./continued-queries.ts";
import type { DataFindings, DataProject } from "./data-project.ts";
import { readHelper } from "./helper-queries.ts";
import { parsedName } from "./migrations/schema-call.ts";
import { namesIn } from "./names-in.ts";
import { textOf } from "./options.ts";
import { printed } from "./print-expression.ts";
import { filesWithQueries } from "./query-files.ts";
import type { Seen, Sighting } from "./sightings.ts";

/** Reads all chains that speak these words. */
export function readStringBuilder(project: DataProject, words: BuilderWords): DataFindings {
  const reader = new BuilderReader(project, askedByName(words), commonNames(project));
  const files = filesWithQueries(project, words.begins, (fn) => reader.answersQuery(fn));
  const seen = project.files.flatMap((file) =>
    files.has(file) ? project.chains.inFile(file.path).flatMap((chain) => reader.read(chain)) : [],
  );
  return { seen, diagnostics: reader.unknown };
}

class BuilderReader {
  /** Queries on tables that nobody names. */
  readonly unknown: Diagnostic[] = [];
  private readonly project: DataProject;
  private readonly words: BuilderWords;
  private readonly common: CommonNames;
  private readonly continued: ContinuedQueries;
  private readonly bases = new Map<CallSite, NodeId | null>();

  constructor(project: DataProject, words: BuilderWords, common: CommonNames) {
    this.project = project;
    this.words = words;
    this.common = common;
    this.continued = new ContinuedQueries(project, (chain) => this.begins(chain));
  }

  answersQuery(fn: FunctionIr): boolean {
    return this.continued.answerOf(fn) !== null;
  }

  read(chain: Chain): Seen[] {
    const whole = this.continued.whole(chain);
    if (!this.begins(whole) && !this.begins(chain)) return [];
    const first = whole.steps.findIndex((step) => chain.steps.includes(step));
    const inherited = first === -1 ? whole.steps.length : first;
    const named = this.namesOf(whole, inherited);
    const [main] = named;
    if (main === undefined) return readHelper(chain, this.words, this.project, this.unknown);
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

  private begins(chain: Chain): boolean {
    return chain.steps.some((step) => this.words.entry(step, chain) !== null);
  }

  /** Tables in the order in which they are named; the first one is what the query is about. */
  private namesOf(chain: Chain, inherited: number): Named[] {
    const entries = chain.steps.map((step) => (step.args === null ? null : this.words.entry(step, chain)));
    if (entries.every((entry) => entry === null)) return [];
    const mains: Named[] = [];
    const joined: Named[] = [];
    for (const [index, step] of chain.steps.entries()) {
      const entry = entries[index] ?? null;
      if (step.args === null || (entry === null && !this.words.joins.test(step.name))) continue;
      const args = entry?.args ?? step.args.slice(0, 1);
      // Joins may come before the table that they join to is named.
      const found = entry === null ? joined : mains;
      for (const arg of args)
        found.push(...this.namedIn(arg, chain, index >= inherited, entry?.access ?? "read"));
    }
    return [...mains, ...joined];
  }

  private namedIn(arg: Expr, chain: Chain, isOwn: boolean, access: "read" | "write"): Named[] {
    const named = this.tablesIn(arg, chain.scope).flatMap(({ table, alias }): Named[] => {
      const common = this.commonOf(table, chain);
      const id = common === null ? this.idOf(table) : this.baseOf(common);
      return id === null
        ? []
        : [{ table: id, alias: alias || table.name, access, isOwn: isOwn && common === null }];
    });
    const derived = this.derivedIn(arg, chain).map(
      (one): Named => ({ ...one, access: "read", isOwn: false }),
    );
    return [...named, ...derived];
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

  private idOf({ name, schema }: TableName): NodeId {
    return nodeOf({ name: this.words.rename(name), schema });
  }

  private commonOf({ name, schema }: TableName, chain: Chain): CallSite | null {
    return schema === null ? (this.common.get(chain.site.file.path)?.get(name) ?? null) : null;
  }

  /** The table that a common table expression is made of; null where it is made of nothing that is known. */
  private baseOf(common: CallSite): NodeId | null {
    const known = this.bases.get(common);
    if (known !== undefined) return known;
    // A recursive expression names itself.
    this.bases.set(common, null);
    const body = common.expr.k === "call" ? common.expr.args[1] : undefined;
    const [base] = body === undefined ? [] : this.nestedTables([body], common);
    this.bases.set(common, base ?? null);
    return base ?? null;
  }

  /** A query in the place of a table: `selectFrom(recent.as("r"))`, `from(function () { … })`. */
  private derivedIn(arg: Expr, chain: Chain): { table: NodeId; alias: string }[] {
    const plain = unwrapped(arg);
    const origin = plain.k === "id" ? this.project.originOf(plain, chain.scope)?.expr : plain;
    if (origin?.k !== "call" && origin?.k !== "function") return [];
    const [table] = this.nestedTables([origin], chain.site);
    const end =
      origin.k === "call" ? chainOf(plain.k === "call" ? plain : origin, chain.site).steps.at(-1) : undefined;
    const alias = end?.name === "as" ? textOf(end.args?.[0], chain.scope, this.project) : null;
    return table === undefined ? [] : [{ table, alias: alias ?? "" }];
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
      for (const nested of this.nestedTables(step.args, chain.site)) pairs.push([main.table, nested]);
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
  private nestedTables(args: readonly Expr[], site: CallSite): NodeId[] {
    const listed = args.flatMap((arg) => (arg.k === "array" ? arg.items : [arg]));
    return listed.flatMap((arg) => {
      const plain = unwrapped(arg);
      if (plain.k === "call") {
        const [first] = this.namesOf(wholeChain(chainOf(plain, site)), 0);
        return first === undefined ? [] : [first.table];
      }
      if (plain.k !== "function") return [];
      const sites = new Set(this.project.callsWithin(plain.fn));
      return this.project.chains
        .inFile(site.file.path)
        .filter((inner) => sites.has(inner.site))
        .flatMap((inner) => this.namesOf(inner, 0)[0]?.table ?? []);
    });
  }
}

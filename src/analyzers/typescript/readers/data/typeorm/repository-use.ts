import type { ClassIr, Expr, Scope } from "../../../ir.ts";
import type { Type } from "../../../type.ts";
import { awaited } from "../../../type.ts";
import { remembered } from "../../remembered.ts";
import { type Chain, type Step, wholeChain } from "../chains.ts";
import type { DataProject } from "../data-project.ts";
import type { Entity, EntityRegistry, Walk } from "../entities.ts";
import { printed } from "../print-expression.ts";
import type { Seen } from "../sightings.ts";
import { accessOf, readFindOptions } from "./find-options.ts";
import { JOINS, readQueryBuilder } from "./query-builder.ts";
import { entityNamed, hasParameter, nameOf } from "./receivers.ts";
import { entityOfType } from "./target.ts";

/** What tells the repositories of one mapper from another's. */
export interface RepositoryUse {
  readonly source: string;
  readonly module: RegExp;
  /** Paths of the library's types whose argument is the entity. */
  readonly repositories: RegExp;
}

/** Follows calls on repositories, managers, active records and query builders to the tables that they touch. */
export function readRepositoryUse(
  project: DataProject,
  registry: EntityRegistry,
  use: RepositoryUse,
): Seen[] {
  if (registry.all.length === 0) return [];
  const reader = new UseReader(project, registry, use);
  const chains = project.chains.withStep((name) => isOwn(name) || JOINS.test(name));
  return chains.flatMap((chain) => reader.read(chain));
}

const GIVES_REPOSITORY = /^get(?:Mongo|Tree|Custom)?Repository$|^repositoryFor$/;
const BUILDERS = new Set(["createQueryBuilder", "createQb", "qb"]);

/** Is this a word of repositories, and not of the builders that they make? */
function isOwn(name: string): boolean {
  return accessOf(name) !== null || BUILDERS.has(name) || GIVES_REPOSITORY.test(name);
}

class UseReader {
  private readonly project: DataProject;
  private readonly registry: EntityRegistry;
  private readonly use: RepositoryUse;
  private readonly children = new Map<ClassIr, ClassIr[]>();

  /** The entities whose repositories the classes below one hold under a name. */
  private readonly heldBelow = remembered((cls: ClassIr) =>
    remembered((member: string) =>
      (this.children.get(cls) ?? []).flatMap((child) => {
        const held = awaited(this.project.typeOfMember(child, member));
        const entity = held.k === "external" ? entityOfType(held.args[0] ?? held, this.registry) : null;
        return entity === null ? [] : [{ entity, unit: child }];
      }),
    ),
  );

  constructor(project: DataProject, registry: EntityRegistry, use: RepositoryUse) {
    this.project = project;
    this.registry = registry;
    this.use = use;
    for (const cls of project.classes) {
      if (cls.heritage.length === 0) continue;
      for (const parent of project.parentsOf(cls)) {
        const known = this.children.get(parent);
        if (known) known.push(cls);
        else this.children.set(parent, [cls]);
      }
    }
  }

  read(chain: Chain): Seen[] {
    if (!chain.steps.some(({ name }) => isOwn(name))) return this.continued(chain);
    const whole = wholeChain(chain);
    const builder = whole.steps.findIndex(({ name, args }) => BUILDERS.has(name) && args !== null);
    if (builder !== -1) return this.builder(whole, builder);
    return whole.steps.flatMap((step, index) => {
      // What a variable's chain did before is told where that chain stands.
      if (whole.steps.length - index > chain.steps.length) return [];
      return this.call(whole, step, index);
    });
  }

  /** `builder.innerJoin("o.lines", "l").getMany()`: only what is new since the variable was made. */
  private continued(chain: Chain): Seen[] {
    if (chain.base.k !== "id" || !chain.steps.some(({ name }) => JOINS.test(name))) return [];
    const whole = wholeChain(chain);
    const at = whole.steps.findIndex(({ name, args }) => BUILDERS.has(name) && args !== null);
    if (at === -1) return [];
    const before = { ...whole, steps: whole.steps.slice(0, whole.steps.length - chain.steps.length) };
    const [known] = this.builder(before, at);
    return this.builder(whole, at).map((seen) => ({
      ...seen,
      pos: chain.steps[0]?.pos ?? seen.pos,
      sightings: seen.sightings.filter(({ table }) => !known?.sightings.some((one) => one.table === table)),
      joins: seen.joins.filter(([a, b]) => !known?.joins.some(([c, d]) => a === c && b === d)),
    }));
  }

  /** One call of a repository, manager or active record. */
  private call(chain: Chain, step: Step, index: number): Seen[] {
    const access = accessOf(step.name);
    if (access === null || step.args === null) return [];
    const owners = this.ownersOf(chain, index);
    if (owners.length === 0) return [];
    const statement = printed(step.call!);
    return owners.map(({ entity, rest, unit }) => {
      const walk: Walk = { sightings: [], joins: [] };
      const columns = readFindOptions(entity, step.name, access, rest, chain.scope, this.project, walk);
      return {
        site: unit === null ? chain.site : { ...chain.site, unit: this.project.unitOfClass(unit) },
        pos: step.pos,
        sightings: [{ table: entity.table, access, columns }, ...walk.sightings],
        joins: walk.joins,
        reading: "query-builder",
        source: this.use.source,
        statement,
      };
    });
  }

  /** Whose table a call is about: told by the receiver's type, by `getRepository(Order)`, or by an argument. */
  private ownersOf(
    chain: Chain,
    index: number,
  ): { entity: Entity; rest: readonly Expr[]; unit: ClassIr | null }[] {
    const step = chain.steps[index] as Step;
    const args = step.args ?? [];
    const given = chain.steps[index - 1];
    if (given?.args != null && GIVES_REPOSITORY.test(given.name)) {
      const entity = this.entityAmong(given.args, chain.scope);
      return entity === null ? [] : [{ entity: entity.entity, rest: args, unit: null }];
    }
    const receiver = awaited(this.project.typeOf(step.receiver, chain.scope));
    const typed = this.entityOfReceiver(receiver, step);
    if (typed !== null) return [{ entity: typed, rest: args, unit: null }];
    const generic = this.genericOwners(receiver, step, chain.scope);
    if (generic.length > 0) return generic.map((one) => ({ ...one, rest: args }));
    // manager.find(Order, { … }), connection.getEntityOrThrow(ctx, Order, id)
    const named =
      this.isFirstParty(receiver) && !MANAGERS.test(nameOf(step.receiver))
        ? null
        : this.entityAmong(args, chain.scope);
    if (named !== null) return [{ entity: named.entity, rest: args.slice(named.index + 1), unit: null }];
    if (MANAGERS.test(nameOf(step.receiver)) && args[0] !== undefined) {
      const saved = entityOfType(this.project.typeOf(args[0], chain.scope), this.registry);
      if (saved !== null) return [{ entity: saved, rest: args, unit: null }];
    }
    return [];
  }

  /** `Repository<Order>`, a class that extends it, `Order` itself or an order that is saved by its own method. */
  private entityOfReceiver(type: Type, step: Step): Entity | null {
    if (type.k === "external" && this.isRepository(type))
      return entityOfType(type.args[0] ?? type, this.registry);
    if (type.k === "class")
      return this.isActive(type.cls, step) ? (this.registry.of(type.cls) ?? null) : null;
    if (type.k === "union") {
      for (const part of type.types) {
        const found = this.entityOfReceiver(part, step);
        if (found !== null) return found;
      }
    }
    if (type.k !== "instance") return null;
    const own = this.registry.of(type.cls);
    if (own !== undefined)
      return INSTANCE_METHODS.has(step.name) && this.isActive(type.cls, step) ? own : null;
    const base = this.project.externalBaseOf(type.cls);
    if (base === null || !this.isRepository(base) || type.cls.members.has(step.name)) return null;
    return entityOfType(base.args[0] ?? base, this.registry);
  }

  /** `this.repository.find()` in `BaseStore<T>` is a call of each store that says what T is. */
  private genericOwners(type: Type, step: Step, scope: Scope): { entity: Entity; unit: ClassIr }[] {
    const { cls } = scope;
    if (cls === null || !hasParameter(type)) return [];
    const member =
      step.receiver.k === "member" && step.receiver.object.k === "this" ? step.receiver.name : null;
    return member === null ? [] : this.heldBelow(cls)(member);
  }

  private builder(chain: Chain, at: number): Seen[] {
    const step = chain.steps[at] as Step;
    const owners = this.ownersOf(chain, at);
    const main = owners[0]?.entity ?? this.entityAmong(step.args ?? [], chain.scope)?.entity ?? null;
    const alias = (step.args ?? []).flatMap((arg) => (arg.k === "text" ? [arg.value] : []))[0] ?? null;
    const read = readQueryBuilder(chain, at, main, alias, this.project, this.registry);
    if (read.sightings.length === 0) return [];
    return [
      {
        site: chain.site,
        pos: step.pos,
        ...read,
        reading: "query-builder",
        source: this.use.source,
        statement: printed(chain.site.expr),
      },
    ];
  }

  private entityAmong(args: readonly Expr[], scope: Scope): { entity: Entity; index: number } | null {
    for (const [index, arg] of args.slice(0, 3).entries()) {
      const entity = entityNamed(arg, scope, this.project, this.registry);
      if (entity !== null) return { entity, index };
    }
    return null;
  }

  private isRepository({ module, path }: { module: string; path: string }): boolean {
    return this.use.module.test(module) && this.use.repositories.test(path);
  }

  private isActive(cls: ClassIr, step: Step): boolean {
    if (cls.statics.has(step.name) || cls.members.has(step.name)) return false;
    const base = this.project.externalBaseOf(cls);
    return base !== null && this.isRepository(base);
  }

  private isFirstParty(type: Type): boolean {
    return type.k === "function" || type.k === "module";
  }
}

const MANAGERS =
  /(?:^|_)(?:em|manager|entityManager|connection|dataSource|trx|tx|transaction\w*|queryRunner|\w*[mM]anager|\w*[cC]onnection|\w*DataSource)$/;
const INSTANCE_METHODS = new Set(["save", "remove", "softRemove", "recover", "reload"]);

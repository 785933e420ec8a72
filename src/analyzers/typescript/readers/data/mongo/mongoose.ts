import type { ClassIr, Expr, Scope } from "../../../ir.ts";
import { type Chain, type Step, unwrapped } from "../chains.ts";
import type { DataProject, DataReader } from "../data-project.ts";
import { type Entity, EntityRegistry, type Walk, walkRelations } from "../entities.ts";
import { chainBehind } from "../instances.ts";
import { optionAt, optionsOf, textOf } from "../options.ts";
import { printed } from "../print-expression.ts";
import type { Seen } from "../sightings.ts";
import { entityOfType } from "../typeorm/target.ts";
import { mongooseFacts, readMongooseModels } from "./mongoose-models.ts";
import { fieldsOf, mongoAccess, readLookups } from "./words.ts";

/**
 * Reads Mongoose and @nestjs/mongoose: schemas, references, discriminators, and queries on models, injected or imported.
 * Says collections, who reads and writes them, and what `populate` and `$lookup` join. Cannot see models that are
 * looked up by a name from outside.
 */
export const mongoose: DataReader = {
  name: "mongoose",
  appliesTo: (project) => project.dependsOn("mongoose") || project.dependsOn("@nestjs/mongoose"),
  read: (project) => {
    const models = readMongooseModels(project);
    const facts = mongooseFacts(models);
    const held = new Map(
      models.flatMap(({ made, entity }) => (made === null ? [] : [[made, entity] as const])),
    );
    const reader = new UseReader(project, new EntityRegistry(models.map(({ entity }) => entity)), held);
    const chains = project.chains.withStep((name) => mongoAccess(name) !== null);
    return { facts, seen: chains.flatMap((chain) => reader.read(chain)) };
  },
};

class UseReader {
  private readonly project: DataProject;
  private readonly registry: EntityRegistry;
  private readonly held: ReadonlyMap<Expr, Entity>;
  private readonly injected = new Map<ClassIr, Map<string, Entity>>();

  constructor(project: DataProject, registry: EntityRegistry, held: ReadonlyMap<Expr, Entity>) {
    this.project = project;
    this.registry = registry;
    this.held = held;
    for (const cls of project.classes) this.noteInjected(cls);
  }

  /** `constructor(@InjectModel(Order.name) private orders: Model<Order>)` */
  private noteInjected(cls: ClassIr): void {
    for (const { name, decorators } of cls.constructor_?.params ?? []) {
      const decorator = decorators.find((one) => one.name === "InjectModel");
      const first = decorator?.args[0];
      if (first === undefined || name === null) continue;
      const named =
        first.k === "member" && first.name === "name" ? this.project.classOf(first.object, cls.scope) : null;
      const entity =
        this.registry.of(named) ?? this.registry.named(textOf(first, cls.scope, this.project) ?? "");
      if (entity === undefined) continue;
      const fields = this.injected.get(cls) ?? new Map<string, Entity>();
      this.injected.set(cls, fields.set(name, entity));
    }
  }

  read(chain: Chain): Seen[] {
    return chain.steps.flatMap((step, index): Seen[] => {
      const access = mongoAccess(step.name);
      if (access === null || step.args === null || step.call === null) return [];
      const entity = this.entityOf(step, chain);
      if (entity === null) return [];
      const walk: Walk = { sightings: [], joins: [] };
      readLookups(step, entity.table, chain.scope, this.project, walk);
      for (const later of chain.steps.slice(index + 1)) this.populate(later, entity, chain, walk);
      const columns = fieldsOf(step, chain.scope, this.project);
      return [
        {
          site: chain.site,
          pos: step.pos,
          sightings: [{ table: entity.table, access, columns }, ...walk.sightings],
          joins: walk.joins,
          reading: "query-builder",
          source: "mongoose",
          statement: printed(chain.site.expr),
        },
      ];
    });
  }

  private entityOf(step: Step, chain: Chain): Entity | null {
    const receiver = unwrapped(step.receiver);
    const direct = this.modelMeant(receiver, chain.scope);
    if (direct !== null) return direct;
    if (!/^(?:save|remove|deleteOne|updateOne)$/.test(step.name)) return null;
    // new Order({ … }).save(), const order = await Order.findById(id); order.save()
    const made =
      receiver.k === "id"
        ? (this.project.originOf(receiver, chain.scope) ?? { expr: receiver, scope: chain.scope })
        : { expr: receiver, scope: chain.scope };
    if (made.expr.k === "new") return this.modelMeant(made.expr.callee, made.scope);
    const behind = chainBehind(receiver, chain.scope, chain.site);
    const find = behind?.steps.find(({ name, args }) => args !== null && /^(?:find\w*|create)$/.test(name));
    return find === undefined ? null : this.modelMeant(unwrapped(find.receiver), behind!.scope);
  }

  private modelMeant(expr: Expr, scope: Scope): Entity | null {
    const own = this.held.get(expr);
    if (own !== undefined) return own;
    if (expr.k === "member" && expr.object.k === "this" && scope.cls !== null) {
      const injected = this.injected.get(scope.cls)?.get(expr.name);
      if (injected !== undefined) return injected;
    }
    if (expr.k === "call" && expr.callee.k === "member" && expr.callee.name === "model") {
      return this.registry.named(textOf(expr.args[0], scope, this.project) ?? "") ?? null;
    }
    if (expr.k !== "id" && expr.k !== "member") return null;
    const origin = this.project.originOf(expr, scope);
    const held = origin === null ? undefined : this.held.get(unwrapped(origin.expr));
    if (held !== undefined) return held;
    if (origin !== null && origin.expr !== expr && origin.expr.k === "call")
      return this.modelMeant(origin.expr, origin.scope);
    const type = this.project.typeOf(expr, scope);
    if (type.k === "external" && /(?:^|\.)Model$/.test(type.path)) return entityOfType(type, this.registry);
    // models.Order, where the exports could not be followed.
    const isUnknown = type.k === "unknown" || type.k === "external";
    return isUnknown && /^[A-Z]/.test(expr.name) ? (this.registry.named(expr.name) ?? null) : null;
  }

  /** `.populate("customer")`, `.populate("lines.product")`, `.populate({ path, populate })`. */
  private populate({ name, args }: Step, entity: Entity, chain: Chain, walk: Walk): void {
    if (name !== "populate" || args === null) return;
    for (const arg of args.slice(0, 1)) {
      const items = arg.k === "array" ? arg.items : [arg];
      for (const item of items) this.populatePath(item, entity, chain.scope, walk, 0);
    }
  }

  private populatePath(expr: Expr, entity: Entity, scope: Scope, walk: Walk, depth: number): void {
    const options = depth > 5 ? null : optionsOf(expr, scope, this.project);
    const at = optionAt(options, "path", this.project);
    const text = at === null ? textOf(expr, scope, this.project) : textOf(at.expr, at.scope, this.project);
    for (const path of text?.split(/\s+/) ?? []) {
      const end = walkRelations(entity, path.split("."), walk);
      const inner = optionAt(options, "populate", this.project);
      if (end !== null && inner !== null) this.populatePath(inner.expr, end, inner.scope, walk, depth + 1);
    }
  }
}

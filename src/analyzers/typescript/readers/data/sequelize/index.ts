import type { Expr } from "../../../ir.ts";
import { type Chain, type Step, unwrapped } from "../chains.ts";
import type { DataProject, DataReader } from "../data-project.ts";
import { type Entity, joinRelated, type Walk } from "../entities.ts";
import { chainBehind } from "../instances.ts";
import { keysOf, type Options, optionAt, optionsOf, textOf, textOption } from "../options.ts";
import { printed } from "../print-expression.ts";
import type { Seen } from "../sightings.ts";
import { readAssociations } from "./associations.ts";
import { ModelRegistry, readModels } from "./models.ts";

/**
 * Reads Sequelize: models by `define`, `init`, factories or decorators, and associations wherever they are made. Says
 * tables, keys, who reads and writes them, and what `include` joins. Cannot see models that are chosen at run time.
 */
export const sequelize: DataReader = {
  name: "sequelize",
  appliesTo: (project) => project.dependsOn("sequelize") || project.dependsOn("sequelize-typescript"),
  read: (project) => {
    const models = readModels(project);
    const registry = new ModelRegistry(models, project);
    const keys = readAssociations(project, registry);
    const chains = project.chains.withStep(
      (name) => READS.has(name) || WRITES.has(name) || GETTER.test(name),
    );
    return {
      facts: [...models.flatMap(({ facts }) => facts), ...keys],
      seen: chains.flatMap((chain) => readChain(chain, registry, project)),
    };
  },
};

const READS = new Set(
  `findAll findOne findByPk findById findAndCountAll findAndCount count max min sum aggregate findOrBuild reload`.split(
    /\s+/,
  ),
);
const WRITES = new Set(
  `create bulkCreate update destroy upsert findOrCreate findCreateFind increment decrement truncate restore bulkUpdate save`.split(
    /\s+/,
  ),
);
const ON_INSTANCE = new Set("save update destroy reload increment decrement restore".split(" "));
const GIVES_INSTANCE =
  /^(?:findOne|findByPk|findById|findAll|create|build|findOrCreate|findOrBuild|bulkCreate)$/;
const GETTER = /^(get|count|has|set|add|create|remove)([A-Z]\w*)$/;

function readChain(chain: Chain, registry: ModelRegistry, project: DataProject): Seen[] {
  return chain.steps.flatMap((step): Seen[] => {
    if (step.args === null || step.call === null) return [];
    const access = READS.has(step.name) ? "read" : WRITES.has(step.name) ? "write" : null;
    if (access === null) return related(chain, step, registry, project);
    const entity = receiverOf(chain, step, registry, project);
    if (entity === null) return [];
    const walk: Walk = { sightings: [], joins: [] };
    const columns = readArguments(entity, step, chain, registry, project, walk);
    return [seen(chain, step, [{ table: entity.table, access, columns }, ...walk.sightings], walk.joins)];
  });
}

function receiverOf(chain: Chain, step: Step, registry: ModelRegistry, project: DataProject): Entity | null {
  // Order.scope("open").findAll()
  let receiver = unwrapped(step.receiver);
  while (
    receiver.k === "call" &&
    receiver.callee.k === "member" &&
    /^(?:scope|unscoped|schema)$/.test(receiver.callee.name)
  ) {
    receiver = unwrapped(receiver.callee.object);
  }
  if (receiver.k === "this") return registry.of(chain.scope.cls) ?? null;
  if (ON_INSTANCE.has(step.name)) {
    const type = project.typeOf(receiver, chain.scope);
    const own = type.k === "instance" ? registry.of(type.cls) : undefined;
    const behind = chainBehind(receiver, chain.scope, chain.site);
    const found = behind?.steps.find(({ name, args }) => args !== null && GIVES_INSTANCE.test(name));
    const made = found === undefined ? undefined : registry.meant(found.receiver, behind!.scope);
    if (own !== undefined || made !== undefined) return own ?? made ?? null;
  }
  return registry.meant(receiver, chain.scope) ?? null;
}

function readArguments(
  entity: Entity,
  step: Step,
  chain: Chain,
  registry: ModelRegistry,
  project: DataProject,
  walk: Walk,
): string[] {
  const columns: string[] = [];
  const args = step.args ?? [];
  const isData = /^(?:create|update|upsert|increment)$/.test(step.name);
  if (isData) columns.push(...keysOf(args[0], chain.scope, project));
  for (const arg of args.slice(0, 2)) {
    const options = optionsOf(arg, chain.scope, project);
    const where = optionAt(options, "where", project);
    if (where !== null) columns.push(...keysOf(where.expr, where.scope, project));
    readInclude(entity, options, registry, project, walk, 0);
  }
  return columns.flatMap((name) => (/^[A-Za-z_]\w*$/.test(name) ? [entity.columns.get(name) ?? name] : []));
}

/** `include: [Line, { model: Customer, include: [Address] }, { association: "tags" }]` */
function readInclude(
  entity: Entity,
  options: Options | null,
  registry: ModelRegistry,
  project: DataProject,
  walk: Walk,
  depth: number,
): void {
  const include = optionAt(options, "include", project);
  if (include === null || depth > 8) return;
  const plain = unwrapped(include.expr);
  const items: readonly Expr[] = plain.k === "array" ? plain.items : [plain];
  for (const item of items) {
    const inner = optionsOf(item, include.scope, project);
    if (inner !== null && optionAt(inner, "all", project) !== null) {
      for (const relation of entity.relations.values()) joinRelated(entity, relation, walk);
      continue;
    }
    const model = optionAt(inner, "model", project);
    const named =
      textOption(inner, "association", project) ??
      (inner === null ? textOf(item, include.scope, project) : null);
    const relation = named === null ? undefined : entity.relations.get(named);
    const to = relation?.to ?? registry.meant(model?.expr ?? item, model?.scope ?? include.scope) ?? null;
    if (to === null) continue;
    const known = relation ?? [...entity.relations.values()].find((one) => one.to === to);
    joinRelated(entity, known ?? { to, through: null, eager: false }, walk);
    readInclude(to, inner, registry, project, walk, depth + 1);
  }
}

/** `order.getLines()` reads the other end of an association, `basket.addProduct()` writes it. */
function related(chain: Chain, step: Step, registry: ModelRegistry, project: DataProject): Seen[] {
  const [, verb, name] = GETTER.exec(step.name) ?? [];
  if (verb === undefined || name === undefined) return [];
  const type = project.typeOf(step.receiver, chain.scope);
  const entity = type.k === "instance" ? registry.of(type.cls) : undefined;
  if (entity === undefined || entity.cls?.members.get(step.name)?.kind === "method") return [];
  const relation = [...entity.relations].find(
    ([alias]) => alias === name || alias === `${name}s` || `${alias}s` === name,
  )?.[1];
  if (relation?.to == null) return [];
  const writes = /^(?:set|add|create|remove)$/.test(verb);
  const table = relation.through !== null && writes ? relation.through : relation.to.table;
  return [seen(chain, step, [{ table, access: writes ? "write" : "read" }], [[entity.table, table]])];
}

function seen(chain: Chain, step: Step, sightings: Seen["sightings"], joins: Seen["joins"]): Seen {
  const statement = printed(step.call ?? chain.site.expr);
  return {
    site: chain.site,
    pos: step.pos,
    sightings,
    joins,
    reading: "query-builder",
    source: "sequelize",
    statement,
  };
}

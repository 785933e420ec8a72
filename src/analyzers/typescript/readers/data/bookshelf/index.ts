import type { Fact } from "../../../../../model/fact.ts";
import type { Expr, Scope } from "../../../ir.ts";
import type { Chain, Step } from "../chains.ts";
import type { DataProject, DataReader } from "../data-project.ts";
import { type Entity, EntityRegistry, type Walk, walkRelations } from "../entities.ts";
import { optionAt, optionsOf, textsOf } from "../options.ts";
import { printed } from "../print-expression.ts";
import type { Seen } from "../sightings.ts";
import { calledModels, classModels, type Meant, modelMeant, relationsOf } from "./models.ts";

/**
 * Reads Bookshelf: models by `bookshelf.model(…)`, `Model.extend(…)` or classes with `tableName`, and their relations.
 * Says tables' keys, who reads and writes them, and what `withRelated` brings together. Cannot see polymorphic ends.
 */
export const bookshelf: DataReader = {
  name: "bookshelf",
  appliesTo: (project) => project.dependsOn("bookshelf"),
  read: (project) => {
    const models = [...calledModels(project), ...classModels(project)];
    const registry = new EntityRegistry(models.map(({ entity }) => entity));
    const held = new Map(
      models.flatMap(({ entity, made }) => (made === null ? [] : [[made, entity] as const])),
    );
    const meant = (expr: Expr, scope: Scope): Entity | null =>
      modelMeant(expr, scope, project, registry, held);
    const keys = models.flatMap((model) => relationsOf(model, meant, project));
    const mappings = models.map(
      ({ entity, place }): Fact => ({ kind: "table-mapping", unit: entity.unit, table: entity.table, place }),
    );
    const chains = project.chains.withStep((name) => READS.has(name) || WRITES.has(name));
    return {
      facts: [...mappings, ...keys],
      seen: chains.flatMap((chain) => readChain(chain, meant, project)),
    };
  },
};

const READS = new Set([
  "fetch",
  "fetchAll",
  "fetchPage",
  "fetchOne",
  "count",
  "findAll",
  "findOne",
  "findById",
  "load",
  "refresh",
]);
const WRITES = new Set(["save", "destroy", "create", "upsert", "update", "attach", "detach"]);

function readChain(chain: Chain, meant: Meant, project: DataProject): Seen[] {
  return chain.steps.flatMap((step: Step): Seen[] => {
    const access = READS.has(step.name) ? "read" : WRITES.has(step.name) ? "write" : null;
    if (access === null || step.args === null || step.call === null) return [];
    const entity = meant(step.receiver, chain.scope);
    if (entity === null) return [];
    const walk: Walk = { sightings: [], joins: [] };
    for (const arg of step.args) {
      const related = optionAt(optionsOf(arg, chain.scope, project), "withRelated", project);
      if (related === null) continue;
      for (const path of textsOf(related.expr, related.scope, project))
        walkRelations(entity, path.split("."), walk);
    }
    return [
      {
        site: chain.site,
        pos: step.pos,
        sightings: [{ table: entity.table, access }, ...walk.sightings],
        joins: walk.joins,
        reading: "query-builder",
        source: "bookshelf",
        statement: printed(chain.site.expr),
      },
    ];
  });
}

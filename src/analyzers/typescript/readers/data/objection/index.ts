import type { Fact } from "../../../../../model/fact.ts";
import type { DataReader } from "../data-project.ts";
import { EntityRegistry } from "../entities.ts";
import { placeAt } from "../sightings.ts";
import { entityOf, objectionKeys } from "./models.ts";
import { readQueries } from "./queries.ts";

/**
 * Reads Objection: models by `tableName`, `relationMappings` (also lazy ones), and queries that begin with `query()`.
 * Says tables, keys, who reads and writes them, and what graphs and joins bring together. Cannot see models that are
 * bound to another table at run time.
 */
export const objection: DataReader = {
  name: "objection",
  appliesTo: (project) => project.dependsOn("objection"),
  read: (project) => {
    const registry = new EntityRegistry(project.classes.flatMap((cls) => entityOf(cls, project) ?? []));
    const keys = objectionKeys(registry, project);
    const mappings = registry.all.map(({ unit, table, cls }): Fact => {
      return { kind: "table-mapping", unit, table, place: placeAt(cls!.outer, cls!.pos) };
    });
    return { facts: [...mappings, ...keys], seen: readQueries(registry, project) };
  },
};

import type { DataReader } from "./data-project.ts";
import { MIKRO_NAMES } from "./naming.ts";
import { readEntities } from "./typeorm/entities.ts";
import { readRepositoryUse } from "./typeorm/repository-use.ts";

const MAPPER = {
  source: "mikro-orm",
  module: /^(?:@mikro-orm\/|mikro-orm)/,
  naming: MIKRO_NAMES,
  tableOption: "tableName",
};

const USE = {
  source: "mikro-orm",
  module: /^@mikro-orm\//,
  repositories: /(?:^|\.)(?:Entity|SqlEntity|Mongo)Repository$|(?:^|\.)BaseEntity$/,
};

/**
 * Reads MikroORM: entities by decorators, `EntitySchema` or `defineEntity`, the entity manager and repositories. Says
 * tables, relations, who reads and writes what, and what `populate` joins. Cannot see which changes a later `flush`
 * writes: what is persisted counts as written where it is persisted.
 */
export const mikroOrm: DataReader = {
  name: "mikro-orm",
  appliesTo: (project) =>
    ["@mikro-orm/core", "@mikro-orm/nestjs", "mikro-orm"].some((name) => project.dependsOn(name)),
  read: (project) => {
    const { registry, facts } = readEntities(project, MAPPER);
    return { facts, seen: readRepositoryUse(project, registry, USE) };
  },
};

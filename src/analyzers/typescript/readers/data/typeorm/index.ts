import type { Project } from "../../../project.ts";
import { callsNamed } from "../../calls-by-name.ts";
import type { DataReader } from "../data-project.ts";
import { SNAKE_NAMES, TYPEORM_NAMES } from "../naming.ts";
import { readEntities } from "./entities.ts";
import type { DecoratorMapper } from "./mapped-members.ts";
import { readRepositoryUse } from "./repository-use.ts";

/**
 * Reads TypeORM: entities (also behind wrapper decorators, as `EntitySchema`, embedded, inherited), repositories,
 * managers, active records and query builders. Says tables, relations, who reads and writes what, and what a query
 * joins. Cannot see entities that are chosen at run time, nor relations named by a variable.
 */
export const typeorm: DataReader = {
  name: "typeorm",
  appliesTo: (project) => project.dependsOn("typeorm") || project.dependsOn("@nestjs/typeorm"),
  read: (project) => {
    const mapper = typeormMapper(project);
    const { registry, facts } = readEntities(project, mapper);
    return { facts, seen: readRepositoryUse(project, registry, TYPEORM_USE) };
  },
};

const TYPEORM_USE = {
  source: "typeorm",
  module: /^(?:typeorm|@nestjs\/typeorm)/,
  repositories: /(?:^|\.)(?:Repository|TreeRepository|MongoRepository|BaseEntity)$/,
};

function typeormMapper(project: Project): DecoratorMapper {
  const isSnake =
    project.dependsOn("typeorm-naming-strategies") ||
    callsNamed(project, (name) => name === "SnakeNamingStrategy").some(({ expr }) => expr.k === "new");
  const naming = isSnake ? SNAKE_NAMES : TYPEORM_NAMES;
  return { source: "typeorm", module: /^typeorm(?:\/|$)/, naming, tableOption: "name" };
}

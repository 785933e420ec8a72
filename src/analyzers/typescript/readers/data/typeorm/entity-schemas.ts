import type { Fact, ForeignKey } from "../../../../../model/fact.ts";
import { tableId } from "../../../../../model/ids.ts";
import type { CallSite, Project } from "../../../project.ts";
import type { Entity, EntityRegistry } from "../entities.ts";
import { flagOption, type Options, optionAt, optionsOf, textOption } from "../options.ts";
import { placeAt } from "../sightings.ts";
import type { DecoratorMapper } from "./entities.ts";

/** Reads `new EntitySchema({ name, tableName, columns, relations })`: entities that are no classes with decorators. */
export function readEntitySchemas(
  project: Project,
  mapper: DecoratorMapper,
  known: EntityRegistry,
): { entities: Entity[]; facts: Fact[] } {
  const found = project.calls.flatMap((site) => {
    if (site.expr.k !== "new" || site.name !== "EntitySchema") return [];
    const options = optionsOf(site.expr.args[0], site.scope, project);
    return options === null ? [] : [{ site, options, entity: entityOf(site, options, project, mapper) }];
  });
  const byName = new Map(found.map(({ entity }) => [entity.name, entity]));
  const find = (name: string): Entity | undefined => byName.get(name) ?? known.named(name);
  const facts = found.flatMap(({ site, options, entity }) => [
    ...declarationOf(site, options, entity, project, mapper),
    ...keysOf(site, options, entity, find, project, mapper),
  ]);
  return { entities: found.map(({ entity }) => entity), facts };
}

function entityOf(site: CallSite, options: Options, project: Project, mapper: DecoratorMapper): Entity {
  const target = optionAt(options, "target", project) ?? optionAt(options, "class", project);
  const cls = target === null ? null : project.classOf(target.expr, target.scope);
  const name = textOption(options, "name", project) ?? cls?.name ?? "";
  const table = textOption(options, "tableName", project) ?? mapper.naming.table(name);
  return {
    name,
    cls,
    unit: cls === null ? site.unit : project.unitOfClass(cls),
    table: tableId(table),
    file: site.file.path,
    relations: new Map(),
    columns: new Map(),
  };
}

function declarationOf(
  site: CallSite,
  options: Options,
  entity: Entity,
  project: Project,
  mapper: DecoratorMapper,
): Fact[] {
  const columns = optionAt(options, "columns", project) ?? optionAt(options, "properties", project);
  const listed = columns === null ? null : optionsOf(columns.expr, columns.scope, project);
  const place = placeAt(site.scope, site.expr.pos);
  return [
    {
      kind: "table",
      id: entity.table,
      name: entity.table.slice("table:".length),
      schema: null,
      form: "table",
      columns: (listed?.expr.properties ?? []).map(({ key, value }) => {
        const column = optionsOf(value, listed!.scope, project);
        const name = textOption(column, "name", project) ?? mapper.naming.column(key);
        return {
          name,
          type: textOption(column, "type", project) ?? "",
          nullable: flagOption(column, "nullable", project),
        };
      }),
      reading: "schema",
      source: mapper.source,
      place,
    },
    { kind: "table-mapping", unit: entity.unit, table: entity.table, place },
  ];
}

function keysOf(
  site: CallSite,
  options: Options,
  entity: Entity,
  find: (name: string) => Entity | undefined,
  project: Project,
  mapper: DecoratorMapper,
): ForeignKey[] {
  const relations = optionAt(options, "relations", project);
  const listed = relations === null ? null : optionsOf(relations.expr, relations.scope, project);
  return (listed?.expr.properties ?? []).flatMap(({ key, value, pos }): ForeignKey[] => {
    const relation = optionsOf(value, listed!.scope, project);
    const to = find(textOption(relation, "target", project) ?? "") ?? null;
    entity.relations.set(key, { to, through: null, eager: flagOption(relation, "eager", project) });
    const kind = textOption(relation, "type", project);
    const join = optionAt(relation, "joinColumn", project);
    if (to === null || (kind !== "many-to-one" && !(kind === "one-to-one" && join !== null))) return [];
    const written =
      join === null ? null : textOption(optionsOf(join.expr, join.scope, project), "name", project);
    return [
      {
        kind: "foreign-key",
        from: entity.table,
        to: to.table,
        columns: [written ?? mapper.naming.joinColumn(key, "id")],
        references: ["id"],
        form: "relation",
        reading: "schema",
        source: mapper.source,
        place: placeAt(site.scope, pos),
      },
    ];
  });
}

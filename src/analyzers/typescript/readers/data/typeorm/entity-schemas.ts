import type { Fact, ForeignKey } from "../../../../../model/fact.ts";
import { tableId } from "../../../../../model/ids.ts";
import type { Expr, Scope } from "../../../ir.ts";
import type { CallSite, Project } from "../../../project.ts";
import { callsNamed } from "../../calls-by-name.ts";
import { chainOf } from "../chains.ts";
import type { Entity, EntityRegistry } from "../entities.ts";
import { flagOption, type Options, optionAt, optionsOf, textOf, textOption } from "../options.ts";
import { placeAt } from "../sightings.ts";
import type { DecoratorMapper } from "./mapped-members.ts";

/** An `EntitySchema` and the entity that it makes. */
export interface SchemaEntity {
  readonly site: CallSite;
  readonly options: Options;
  readonly entity: Entity;
}

/** Finds `new EntitySchema({ name, tableName, columns, relations })`: entities that are no classes with decorators. */
export function findEntitySchemas(project: Project, mapper: DecoratorMapper): SchemaEntity[] {
  const calls = callsNamed(project, (name) => name === "EntitySchema" || name === "defineEntity");
  return calls.flatMap((site) => {
    const { expr, name } = site;
    const isSchema =
      expr.k === "new" ? name === "EntitySchema" : expr.k === "call" && name === "defineEntity";
    if (!isSchema || expr.k === "template") return [];
    const options = optionsOf(expr.args[0], site.scope, project);
    return options === null ? [] : [{ site, options, entity: entityOf(site, options, project, mapper) }];
  });
}

/** Their tables and relations, once all entities are known. */
export function entitySchemaFacts(
  found: readonly SchemaEntity[],
  project: Project,
  mapper: DecoratorMapper,
  known: EntityRegistry,
): Fact[] {
  const byName = new Map(found.map(({ entity }) => [entity.name, entity]));
  const find = (name: string): Entity | undefined => byName.get(name) ?? known.named(name);
  return found.flatMap(({ site, options, entity }) => [
    ...declarationOf(site, options, entity, project, mapper),
    ...keysOf(site, options, entity, find, project, mapper),
  ]);
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
      columns: (listed?.expr.properties ?? []).flatMap(({ key, value }) => {
        const column = optionsOf(value, listed!.scope, project);
        const { kind } = relationOf(value, column, listed!.scope, project);
        if (/To(?:One|Many)$|^\d:|^m:|-to-/.test(kind)) {
          const holds = /^(?:many-to-one|m:1|manyToOne)$/.test(kind);
          return holds ? [{ name: mapper.naming.joinColumn(key, "id"), type: "", nullable: true }] : [];
        }
        const name = textOption(column, "name", project) ?? mapper.naming.column(key);
        return [
          {
            name,
            type: textOption(column, "type", project) ?? "",
            nullable: flagOption(column, "nullable", project),
          },
        ];
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
  const relations = optionAt(options, "relations", project) ?? optionAt(options, "properties", project);
  const listed = relations === null ? null : optionsOf(relations.expr, relations.scope, project);
  return (listed?.expr.properties ?? []).flatMap(({ key, value, pos }): ForeignKey[] => {
    const relation = optionsOf(value, listed!.scope, project);
    const { kind, target } = relationOf(value, relation, listed!.scope, project);
    const to = target === null ? null : (find(target) ?? null);
    if (to === null) return [];
    entity.relations.set(key, { to, through: null, eager: flagOption(relation, "eager", project) });
    const join = optionAt(relation, "joinColumn", project);
    const isOwner =
      /^(?:many-to-one|m:1|manyToOne)$/.test(kind) || (/^(?:one-to-one|1:1)$/.test(kind) && join !== null);
    if (!isOwner) return [];
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

/** TypeORM says `{ type, target }`, MikroORM `{ kind, entity: () => Order }` or `p.manyToOne(Order)`. */
function relationOf(
  value: Expr,
  relation: Options | null,
  scope: Scope,
  project: Project,
): { kind: string; target: string | null } {
  const built = value.k === "function" ? value.fn.returns[0] : { expr: value, scope };
  if (relation === null && built !== undefined) {
    const step = chainOf(built.expr, { scope: built.scope } as CallSite).steps.find(({ name }) =>
      /To(?:One|Many)$/.test(name),
    );
    const first = step?.args?.[0];
    return {
      kind: step?.name ?? "",
      target: first === undefined ? null : nameOf(first, built.scope, project),
    };
  }
  const kind = ["kind", "reference", "type"]
    .map((key) => textOption(relation, key, project))
    .find((text) => text !== null);
  const named = optionAt(relation, "target", project) ?? optionAt(relation, "entity", project);
  return { kind: kind ?? "", target: named === null ? null : nameOf(named.expr, named.scope, project) };
}

function nameOf(expr: Expr, scope: Scope, project: Project): string | null {
  const [result] = expr.k === "function" ? expr.fn.returns : [];
  if (result !== undefined) return nameOf(result.expr, result.scope, project);
  const cls = project.classOf(expr, scope);
  if (cls !== null) return cls.name;
  const origin = project.originOf(expr, scope)?.expr;
  // Another entity that `defineEntity` made.
  const options =
    origin?.k === "call" || origin?.k === "new" ? optionsOf(origin.args[0], scope, project) : null;
  return textOption(options, "name", project) ?? textOf(expr, scope, project);
}

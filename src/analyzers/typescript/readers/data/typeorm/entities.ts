import type { Fact, TableDeclared } from "../../../../../model/fact.ts";
import { type NodeId, tableId } from "../../../../../model/ids.ts";
import type { ClassIr, Decorator } from "../../../ir.ts";
import type { Project } from "../../../project.ts";
import { type Entity, EntityRegistry } from "../entities.ts";
import { optionsOf, textOf, textOption } from "../options.ts";
import { placeAt } from "../sightings.ts";
import { entitySchemaFacts, findEntitySchemas } from "./entity-schemas.ts";
import { type DecoratorMapper, ENTITIES, type MappedColumn, MappedMembers } from "./mapped-members.ts";
import { RelationReader } from "./relations.ts";

/** Reads classes with `@Entity` into entities, and says their tables, columns and relations. */
export function readEntities(
  project: Project,
  mapper: DecoratorMapper,
): { registry: EntityRegistry; facts: Fact[] } {
  const schemas = findEntitySchemas(project, mapper);
  const { registry, facts } = new EntityReader(project, mapper).read(schemas.map(({ entity }) => entity));
  return { registry, facts: [...facts, ...entitySchemaFacts(schemas, project, mapper, registry)] };
}

class EntityReader {
  private readonly project: Project;
  private readonly mapper: DecoratorMapper;
  private readonly members: MappedMembers;

  constructor(project: Project, mapper: DecoratorMapper) {
    this.project = project;
    this.mapper = mapper;
    this.members = new MappedMembers(project, mapper);
  }

  read(others: readonly Entity[]): { registry: EntityRegistry; facts: Fact[] } {
    const roots = this.project.classes.flatMap((cls) => {
      const found = this.entityDecorator(cls);
      return found === null ? [] : [{ cls, ...found }];
    });
    const tables = new Map(roots.map(({ cls, decorator }) => [cls, this.tableOf(cls, decorator)]));
    const registry = new EntityRegistry([
      ...roots.map(({ cls, name }) => ({
        name: cls.name,
        cls,
        unit: this.project.unitOfClass(cls),
        table: (name === "ChildEntity" ? this.inheritedTable(cls, tables) : undefined) ?? tables.get(cls)!,
        file: cls.scope.file.path,
        relations: new Map(),
        columns: new Map(),
      })),
      ...others,
    ]);
    const relations = new RelationReader(this.project, this.mapper, this.members, registry);
    const facts = roots.flatMap(({ cls, decorator, name }) =>
      this.factsOf(registry.of(cls)!, decorator, name, relations),
    );
    return { registry, facts: mergeTables(facts) };
  }

  private entityDecorator(cls: ClassIr): { decorator: Decorator; name: string } | null {
    for (const decorator of cls.decorators) {
      const name = this.members.decorators.nameOf(decorator, cls.outer);
      if (name !== null && ENTITIES.has(name)) return { decorator, name };
    }
    return null;
  }

  private tableOf(cls: ClassIr, decorator: Decorator): NodeId {
    const scope = cls.outer;
    const [first, second] = decorator.args;
    const options = optionsOf(first, scope, this.project) ?? optionsOf(second, scope, this.project);
    const name =
      (first?.k === "object" ? null : textOf(first, scope, this.project)) ??
      textOption(options, this.mapper.tableOption, this.project) ??
      textOption(options, "collection", this.project) ??
      this.mapper.naming.table(cls.name);
    const schema = textOption(options, "schema", this.project);
    const parts = name.split(".");
    const written = schema ?? (parts.length > 1 ? (parts.at(-2) ?? null) : null);
    return tableId(
      parts.at(-1) ?? name,
      written === "public" || written === "dbo" ? undefined : (written ?? undefined),
    );
  }

  /** Single table inheritance: a child lives in the table of its nearest parent that has one. */
  private inheritedTable(cls: ClassIr, tables: ReadonlyMap<ClassIr, NodeId>): NodeId | undefined {
    const parents = this.project.parentsOf(cls).filter((parent) => tables.has(parent));
    const root = parents.find((parent) => this.entityDecorator(parent)?.name === "Entity");
    return root === undefined ? undefined : tables.get(root);
  }

  private factsOf(entity: Entity, decorator: Decorator, kind: string, relations: RelationReader): Fact[] {
    const cls = entity.cls!;
    const { source } = this.mapper;
    const columns: MappedColumn[] = [];
    const others: Fact[] = [];
    for (const mapped of this.members.members(cls)) {
      const own = this.members.columnsOf(mapped, "");
      columns.push(...own);
      if (own.length === 1) entity.columns.set(mapped.member.name, own[0]!.name);
      others.push(...relations.factsOf(entity, mapped, columns));
    }
    const place = placeAt(cls.outer, decorator.pos);
    const name = entity.table.slice("table:".length);
    const dot = name.indexOf(".");
    const table: TableDeclared = {
      kind: "table",
      id: entity.table,
      name: name.slice(dot + 1),
      schema: dot === -1 ? null : name.slice(0, dot),
      form: kind === "ViewEntity" ? "view" : "table",
      columns,
      reading: "schema",
      source,
      place,
    };
    return [table, { kind: "table-mapping", unit: entity.unit, table: entity.table, place }, ...others];
  }
}

/** Children of one table declare it together: their columns are added to the first declaration. */
function mergeTables(facts: readonly Fact[]): Fact[] {
  const tables = new Map<NodeId, TableDeclared>();
  for (const fact of facts) {
    if (fact.kind !== "table") continue;
    const known = tables.get(fact.id);
    if (known === undefined) tables.set(fact.id, fact);
    else {
      const names = new Set(known.columns.map(({ name }) => name));
      const added = fact.columns.filter(({ name }) => !names.has(name));
      tables.set(fact.id, { ...known, columns: [...known.columns, ...added] });
    }
  }
  // A child of single table inheritance repeats the relations of its parent.
  const others = new Map(
    facts.flatMap((fact) => (fact.kind === "table" ? [] : [[JSON.stringify(fact), fact]])),
  );
  return [...tables.values(), ...others.values()];
}

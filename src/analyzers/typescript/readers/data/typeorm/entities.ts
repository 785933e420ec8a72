import type { Fact, ForeignKey, TableDeclared } from "../../../../../model/fact.ts";
import { type NodeId, tableId } from "../../../../../model/ids.ts";
import type { ClassIr, ClassMember, Decorator } from "../../../ir.ts";
import type { Project } from "../../../project.ts";
import { LibraryDecorators } from "../decorators.ts";
import { type Entity, EntityRegistry } from "../entities.ts";
import type { NamingStrategy } from "../naming.ts";
import { flagOption, type Options, optionAt, optionsOf, textOf, textOption } from "../options.ts";
import { placeAt } from "../sightings.ts";
import { entitySchemaFacts, findEntitySchemas } from "./entity-schemas.ts";
import { targetOf } from "./target.ts";

/** What tells one mapper with decorators from another. */
export interface DecoratorMapper {
  readonly source: string;
  readonly module: RegExp;
  readonly naming: NamingStrategy;
  /** The option that names a table: `name` (TypeORM), `tableName` (MikroORM). */
  readonly tableOption: string;
}

const COLUMNS = new Set(
  `Column PrimaryColumn PrimaryGeneratedColumn CreateDateColumn UpdateDateColumn DeleteDateColumn VersionColumn
  ObjectIdColumn ViewColumn VirtualColumn Generated Property PrimaryKey SerializedPrimaryKey Enum Formula`.split(
    /\s+/,
  ),
);
const RELATIONS = new Set(["ManyToOne", "OneToOne", "ManyToMany", "OneToMany", "TreeParent", "TreeChildren"]);
const ENTITIES = new Set(["Entity", "ChildEntity", "ViewEntity"]);
const EMBEDDED = new Set(["Embedded"]);
const NAMES = new Set([
  ...COLUMNS,
  ...RELATIONS,
  ...ENTITIES,
  ...EMBEDDED,
  "JoinColumn",
  "JoinTable",
  "TableInheritance",
]);

/** A property with its decorators, as the library calls them. */
interface Mapped {
  readonly member: ClassMember;
  readonly cls: ClassIr;
  readonly by: ReadonlyMap<string, Decorator>;
}

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
  private readonly decorators: LibraryDecorators;
  private readonly mapped = new Map<ClassIr, readonly Mapped[]>();
  private registry = new EntityRegistry([]);

  constructor(project: Project, mapper: DecoratorMapper) {
    this.project = project;
    this.mapper = mapper;
    this.decorators = new LibraryDecorators(project, mapper.module, NAMES);
  }

  read(others: readonly Entity[]): { registry: EntityRegistry; facts: Fact[] } {
    const roots = this.project.classes.flatMap((cls) => {
      const found = this.entityDecorator(cls);
      return found === null ? [] : [{ cls, ...found }];
    });
    const tables = new Map(roots.map(({ cls, decorator }) => [cls, this.tableOf(cls, decorator)]));
    this.registry = new EntityRegistry([
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
    const facts = roots.flatMap(({ cls, decorator, name }) =>
      this.factsOf(this.registry.of(cls)!, decorator, name),
    );
    return { registry: this.registry, facts: mergeTables(facts) };
  }

  private entityDecorator(cls: ClassIr): { decorator: Decorator; name: string } | null {
    for (const decorator of cls.decorators) {
      const name = this.decorators.nameOf(decorator, cls.outer);
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

  private factsOf(entity: Entity, decorator: Decorator, kind: string): Fact[] {
    const cls = entity.cls!;
    const { source } = this.mapper;
    const columns: { name: string; type: string; nullable: boolean }[] = [];
    const others: Fact[] = [];
    for (const mapped of this.members(cls)) {
      const own = this.columnsOf(mapped, "");
      columns.push(...own);
      if (own.length === 1) entity.columns.set(mapped.member.name, own[0]!.name);
      others.push(...this.relationOf(entity, mapped, columns));
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

  /** Decorated properties of a class and its parents; the nearest declaration of a name counts. */
  private members(cls: ClassIr): Mapped[] {
    const found = new Map<string, Mapped>();
    for (const one of [cls, ...this.project.parentsOf(cls)]) {
      for (const mapped of this.ownMembers(one)) {
        if (!found.has(mapped.member.name)) found.set(mapped.member.name, mapped);
      }
    }
    return [...found.values()];
  }

  private ownMembers(cls: ClassIr): readonly Mapped[] {
    const known = this.mapped.get(cls);
    if (known !== undefined) return known;
    const own = [...cls.members.values()].flatMap((member): Mapped[] => {
      const by = new Map<string, Decorator>();
      for (const decorator of member.decorators) {
        const name = this.decorators.nameOf(decorator, cls.scope);
        if (name !== null && !by.has(name)) by.set(name, decorator);
      }
      return by.size === 0 ? [] : [{ member, cls, by }];
    });
    this.mapped.set(cls, own);
    return own;
  }

  private columnsOf(mapped: Mapped, prefix: string): { name: string; type: string; nullable: boolean }[] {
    const { member, cls, by } = mapped;
    const found = [...by].find(([name]) => COLUMNS.has(name) || EMBEDDED.has(name));
    if (found === undefined) return [];
    const [kind, decorator] = found;
    const { args, scope } = this.decorators.argumentsOf(decorator, cls.scope);
    const options =
      args.map((arg) => optionsOf(arg, scope, this.project)).find((one) => one !== null) ?? null;
    const embedded = args[0]?.k === "function" ? this.project.classOf(args[0], scope) : null;
    if (embedded !== null && (kind === "Column" || kind === "Embedded")) {
      const written = textOption(options, "prefix", this.project);
      const inner =
        prefix +
        (written ?? (flagOption(options, "prefix", this.project) || options === null ? member.name : ""));
      return this.members(embedded).flatMap((part) => this.columnsOf(part, inner));
    }
    const written =
      textOption(options, "name", this.project) ??
      textOption(options, "fieldName", this.project) ??
      this.handedOn(options, decorator, cls);
    const property =
      prefix === "" ? member.name : prefix + member.name.charAt(0).toUpperCase() + member.name.slice(1);
    const type = textOf(args[0], scope, this.project) ?? textOption(options, "type", this.project) ?? "";
    const nullable = flagOption(options, "nullable", this.project);
    return [{ name: written ?? this.mapper.naming.column(property), type, nullable }];
  }

  /** `Column({ name })` in `Money(name)`: the name stands where the wrapper is used. */
  private handedOn(options: Options | null, decorator: Decorator, cls: ClassIr): string | null {
    const at = optionAt(options, "name", this.project);
    return at?.expr.k === "id" && at.scope !== cls.scope
      ? textOf(decorator.args[0], cls.scope, this.project)
      : null;
  }

  private relationOf(
    entity: Entity,
    mapped: Mapped,
    columns: { name: string; type: string; nullable: boolean }[],
  ): Fact[] {
    const { member, cls, by } = mapped;
    const found = [...by].find(([name]) => RELATIONS.has(name));
    if (found === undefined) return [];
    const [kind, decorator] = found;
    const { args } = decorator;
    const options =
      args.map((arg) => optionsOf(arg, cls.scope, this.project)).find((one) => one !== null) ?? null;
    const to = kind.startsWith("Tree")
      ? entity
      : targetOf(mapped, decorator, options, this.project, this.registry);
    const eager = flagOption(options, "eager", this.project);
    const relation = { to, through: null as NodeId | null, eager };
    entity.relations.set(member.name, relation);
    if (to === null) return [];
    const joinTable = by.get("JoinTable");
    const isMany = kind === "ManyToMany";
    if (isMany && (joinTable !== undefined || this.ownsMany(options))) {
      return this.joinTable(entity, to, mapped, decorator, joinTable, relation);
    }
    const isOwner =
      kind === "ManyToOne" || kind === "TreeParent" || (kind === "OneToOne" && this.ownsOne(by, options));
    if (!isOwner) return [];
    return [this.foreignKey(entity, to, mapped, decorator, options, columns)];
  }

  /** MikroORM has no `@JoinTable`: the side that says `owner` or `inversedBy`, or says nothing at all, owns. */
  private ownsMany(options: Options | null): boolean {
    if (this.mapper.source !== "mikro-orm") return false;
    return (
      textOption(options, "mappedBy", this.project) === null &&
      optionAt(options, "mappedBy", this.project) === null
    );
  }

  private ownsOne(by: ReadonlyMap<string, Decorator>, options: Options | null): boolean {
    if (by.has("JoinColumn")) return true;
    return this.mapper.source === "mikro-orm" && optionAt(options, "mappedBy", this.project) === null;
  }

  private foreignKey(
    entity: Entity,
    to: Entity,
    { member, cls, by }: Mapped,
    decorator: Decorator,
    options: Options | null,
    columns: { name: string; type: string; nullable: boolean }[],
  ): ForeignKey {
    const primary = this.primaryOf(to);
    const written = this.joinColumns(by.get("JoinColumn"), cls);
    const single =
      textOption(options, "joinColumn", this.project) ?? textOption(options, "fieldName", this.project);
    const names = written
      .map(({ name }, index) => name ?? this.mapper.naming.joinColumn(member.name, primary[index] ?? "id"))
      .concat(
        written.length > 0
          ? []
          : single !== null
            ? [single]
            : primary.map((key) => this.mapper.naming.joinColumn(member.name, key)),
      );
    const references = names.map((_, index) => written[index]?.referenced ?? primary[index] ?? "id");
    const known = new Set(columns.map(({ name }) => name));
    const nullable = !(
      optionAt(options, "nullable", this.project) !== null && !flagOption(options, "nullable", this.project)
    );
    if (names.length === 1) entity.columns.set(member.name, names[0]!);
    for (const name of names) if (!known.has(name)) columns.push({ name, type: "", nullable });
    return {
      kind: "foreign-key",
      from: entity.table,
      to: to.table,
      columns: names,
      references,
      form: "relation",
      reading: "schema",
      source: this.mapper.source,
      place: placeAt(cls.scope, decorator.pos),
    };
  }

  private joinColumns(
    decorator: Decorator | undefined,
    cls: ClassIr,
  ): { name: string | null; referenced: string | null }[] {
    const first = decorator?.args[0];
    if (first === undefined) return [];
    const items = first.k === "array" ? first.items : [first];
    return items.map((item) => {
      const options = optionsOf(item, cls.scope, this.project);
      return {
        name: textOption(options, "name", this.project),
        referenced: textOption(options, "referencedColumnName", this.project),
      };
    });
  }

  private joinTable(
    entity: Entity,
    to: Entity,
    { member, cls }: Mapped,
    decorator: Decorator,
    joinTable: Decorator | undefined,
    relation: { through: NodeId | null },
  ): Fact[] {
    const options = optionsOf(
      (joinTable ?? decorator).args.find((arg) => arg.k === "object"),
      cls.scope,
      this.project,
    );
    const { naming, source } = this.mapper;
    const [own, other] = [nameOf(entity.table), nameOf(to.table)];
    const name =
      textOption(options, joinTable === undefined ? "pivotTable" : "name", this.project) ??
      naming.joinTable(own, other, member.name);
    const table = tableId(name);
    relation.through = table;
    const inverse = [...to.relations.values()].find((back) => back.to === entity && back.through === null);
    if (inverse !== undefined) inverse.through = table;
    const column = (key: string, side: Entity): { name: string; references: string } => {
      const value = optionAt(options, key, this.project);
      const [primary = "id"] = this.primaryOf(side);
      const written =
        value === null
          ? null
          : textOption(optionsOf(value.expr, value.scope, this.project), "name", this.project);
      return { name: written ?? naming.joinTableColumn(nameOf(side.table), primary), references: primary };
    };
    const place = placeAt(cls.scope, decorator.pos);
    const common = { reading: "schema", source, place } as const;
    const sides = [
      [entity, column("joinColumn", entity)],
      [to, column("inverseJoinColumn", to)],
    ] as const;
    const columns = sides.map(([, side]) => ({ name: side.name, type: "", nullable: false }));
    return [
      { kind: "table", id: table, name, schema: null, form: "table", columns, ...common },
      ...sides.map(
        ([side, { name: own_, references }]): ForeignKey => ({
          kind: "foreign-key",
          from: table,
          to: side.table,
          columns: [own_],
          references: [references],
          form: "relation",
          ...common,
        }),
      ),
    ];
  }

  private primaryOf({ cls }: Entity): string[] {
    if (cls === null) return ["id"];
    const keys = this.members(cls).filter(({ by }) =>
      [...by.keys()].some((name) => name.startsWith("Primary") || name === "ObjectIdColumn"),
    );
    const names = keys.flatMap((mapped) => this.columnsOf(mapped, "").map(({ name }) => name));
    return names.length === 0 ? ["id"] : names;
  }
}

function nameOf(table: NodeId): string {
  return table.slice(table.lastIndexOf(".") + 1).replace(/^table:/, "");
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
  return [...tables.values(), ...facts.filter((fact) => fact.kind !== "table")];
}

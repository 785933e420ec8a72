import type { Fact, ForeignKey } from "../../../../../model/fact.ts";
import { type NodeId, tableId } from "../../../../../model/ids.ts";
import type { ClassIr, Decorator } from "../../../ir.ts";
import type { Project } from "../../../project.ts";
import type { Entity, EntityRegistry, EntityRelation } from "../entities.ts";
import { flagOption, type Options, optionAt, optionsOf, textOption } from "../options.ts";
import { placeAt } from "../sightings.ts";
import {
  type DecoratorMapper,
  type Mapped,
  type MappedColumn,
  type MappedMembers,
  RELATIONS,
} from "./mapped-members.ts";
import { targetOf } from "./target.ts";

/** Reads the relations of entities: keys where this side holds them, tables in the middle, and who the other end is. */
export class RelationReader {
  private readonly project: Project;
  private readonly mapper: DecoratorMapper;
  private readonly members: MappedMembers;
  private readonly registry: EntityRegistry;

  constructor(project: Project, mapper: DecoratorMapper, members: MappedMembers, registry: EntityRegistry) {
    this.project = project;
    this.mapper = mapper;
    this.members = members;
    this.registry = registry;
  }

  /** The facts of one relation; columns that it adds to the entity's own are pushed to `columns`. */
  factsOf(entity: Entity, mapped: Mapped, columns: MappedColumn[]): Fact[] {
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
    const isMany = kind === "ManyToMany";
    const relation = { to, through: null as NodeId | null, eager, isMany };
    entity.relations.set(member.name, relation);
    if (to === null) return [];
    const joinTable = by.get("JoinTable");
    if (isMany) relation.through = inverseOf(entity, to)?.through ?? null;
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
    columns: MappedColumn[],
  ): ForeignKey {
    const primary = this.members.primaryOf(to);
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
    const inverse = inverseOf(entity, to);
    if (inverse !== undefined) inverse.through ??= table;
    const column = (key: string, side: Entity): { name: string; references: string } => {
      const value = optionAt(options, key, this.project);
      const [primary = "id"] = this.members.primaryOf(side);
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
}

/** The other side of a many-to-many relation. */
function inverseOf(entity: Entity, to: Entity): EntityRelation | undefined {
  return [...to.relations.values()].find(
    (back) => back.to === entity && back.isMany === true && to !== entity,
  );
}

function nameOf(table: NodeId): string {
  return table.slice(table.lastIndexOf(".") + 1).replace(/^table:/, "");
}

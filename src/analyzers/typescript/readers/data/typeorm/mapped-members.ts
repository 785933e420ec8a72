import type { ClassIr, ClassMember, Decorator } from "../../../ir.ts";
import type { Project } from "../../../project.ts";
import { remembered } from "../../remembered.ts";
import { LibraryDecorators } from "../decorators.ts";
import type { Entity } from "../entities.ts";
import type { NamingStrategy } from "../naming.ts";
import { flagOption, type Options, optionAt, optionsOf, textOf, textOption } from "../options.ts";

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
/** Decorators of relations. */
export const RELATIONS: ReadonlySet<string> = new Set([
  "ManyToOne",
  "OneToOne",
  "ManyToMany",
  "OneToMany",
  "TreeParent",
  "TreeChildren",
]);
/** Decorators of entities. */
export const ENTITIES: ReadonlySet<string> = new Set(["Entity", "ChildEntity", "ViewEntity"]);
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

/** A column as it is mapped, before its table is known. */
export interface MappedColumn {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
}

/** A property with its decorators, as the library calls them. */
export interface Mapped {
  readonly member: ClassMember;
  readonly cls: ClassIr;
  readonly by: ReadonlyMap<string, Decorator>;
}

/** The decorated properties of classes: columns, embedded parts, relations. */
export class MappedMembers {
  readonly decorators: LibraryDecorators;
  private readonly project: Project;
  private readonly mapper: DecoratorMapper;
  /** Decorated properties of a class and its parents; the nearest declaration of a name counts. */
  readonly members = remembered((cls: ClassIr) => this.allMembers(cls));
  private readonly ownMembers = remembered((cls: ClassIr) => this.readMembers(cls));
  private readonly keysOf = remembered((cls: ClassIr) => this.readKeys(cls));

  constructor(project: Project, mapper: DecoratorMapper) {
    this.project = project;
    this.mapper = mapper;
    this.decorators = new LibraryDecorators(project, mapper.module, NAMES);
  }

  private allMembers(cls: ClassIr): readonly Mapped[] {
    const found = new Map<string, Mapped>();
    for (const one of [cls, ...this.project.parentsOf(cls)]) {
      for (const mapped of this.ownMembers(one)) {
        if (!found.has(mapped.member.name)) found.set(mapped.member.name, mapped);
      }
    }
    return [...found.values()];
  }

  private readMembers(cls: ClassIr): readonly Mapped[] {
    return [...cls.members.values()].flatMap((member): Mapped[] => {
      if (member.decorators.length === 0) return [];
      const by = new Map<string, Decorator>();
      for (const decorator of member.decorators) {
        const name = this.decorators.nameOf(decorator, cls.scope);
        if (name !== null && !by.has(name)) by.set(name, decorator);
      }
      return by.size === 0 ? [] : [{ member, cls, by }];
    });
  }

  columnsOf(mapped: Mapped, prefix: string): MappedColumn[] {
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

  /** The columns of its primary key. */
  primaryOf({ cls }: Entity): readonly string[] {
    return cls === null ? ["id"] : this.keysOf(cls);
  }

  private readKeys(cls: ClassIr): readonly string[] {
    const keys = this.members(cls).filter(({ by }) =>
      [...by.keys()].some((name) => name.startsWith("Primary") || name === "ObjectIdColumn"),
    );
    const names = keys.flatMap((mapped) => this.columnsOf(mapped, "").map(({ name }) => name));
    return names.length === 0 ? ["id"] : names;
  }
}

import type { Fact, TableDeclared } from "../../../../../model/fact.ts";
import { type NodeId, tableId } from "../../../../../model/ids.ts";
import type { Binding, ClassIr, Expr, Scope } from "../../../ir.ts";
import { lookUp } from "../../../link/scopes.ts";
import type { CallSite } from "../../../project.ts";
import { callsNamed } from "../../calls-by-name.ts";
import { unwrapped } from "../chains.ts";
import type { DataProject } from "../data-project.ts";
import { LibraryDecorators } from "../decorators.ts";
import { type Entity, EntityRegistry } from "../entities.ts";
import { plural, snakeCase } from "../naming.ts";
import { flagOption, type Options, optionAt, optionsOf, textOf, textOption } from "../options.ts";
import { printed } from "../print-expression.ts";
import { placeAt } from "../sightings.ts";

/** The models of Sequelize: found by class, by the variable that holds them, or by name. */
export class ModelRegistry extends EntityRegistry {
  private readonly held: ReadonlyMap<Expr, Entity>;
  private readonly project: DataProject;

  constructor(models: readonly Model[], project: DataProject) {
    super(models.map(({ entity }) => entity));
    this.held = new Map(
      models.flatMap(({ entity, made }) => (made === null ? [] : [[made, entity] as const])),
    );
    this.project = project;
  }

  /** The model that an expression means: a class, a variable of `define`, or `models.Order` by its name. */
  meant(expr: Expr, scope: Scope): Entity | undefined {
    const plain = unwrapped(expr);
    const direct = this.held.get(plain) ?? this.of(this.project.classOf(plain, scope));
    if (direct !== undefined) return direct;
    if (plain.k !== "id" && plain.k !== "member") return undefined;
    const origin = this.project.originOf(plain, scope);
    const made = origin === null ? undefined : this.held.get(unwrapped(origin.expr));
    if (made !== undefined) return made;
    return this.isPlainValue(plain, scope) ? undefined : this.named(plain.name);
  }

  /** A parameter or variable that merely shares its name with a model. */
  private isPlainValue(expr: Expr, scope: Scope): boolean {
    if (expr.k !== "id") return false;
    const binding: Binding | undefined = lookUp(scope, expr.name)?.binding;
    return binding?.b === "variable" && binding.path.length === 0 && binding.init?.k === "await";
  }
}

/** A model, and the call that made it. */
export interface Model {
  readonly entity: Entity;
  readonly made: Expr | null;
  readonly facts: readonly Fact[];
}

/** Reads `sequelize.define(…)`, `Order.init(…)` and classes with `@Table`. */
export function readModels(project: DataProject): Model[] {
  const defaults = defaultsOf(project);
  const made = callsNamed(project, (name) => name === "define" || name === "init");
  const calls = made.flatMap((site) => readCall(site, project, defaults) ?? []);
  const known = new Set(calls.flatMap(({ entity }) => entity.cls ?? []));
  const decorators = new LibraryDecorators(
    project,
    /^sequelize-typescript/,
    new Set(["Table", "Column", "ForeignKey", "BelongsTo", "HasMany", "HasOne", "BelongsToMany"]),
  );
  const decorated = project.classes.flatMap((cls) =>
    known.has(cls) ? [] : (readDecorated(cls, decorators, project, defaults) ?? []),
  );
  return [...calls, ...decorated];
}

/** `new Sequelize({ define: { underscored, freezeTableName } })` */
interface Defaults {
  readonly underscored: boolean;
  readonly frozen: boolean;
}

function defaultsOf(project: DataProject): Defaults {
  const options = callsNamed(project, (name) => name === "Sequelize")
    .flatMap(({ expr, scope }) =>
      expr.k === "new" ? expr.args.map((arg) => optionsOf(arg, scope, project)) : [],
    )
    .flatMap((one) => optionAt(one, "define", project) ?? [])
    .map(({ expr, scope }) => optionsOf(expr, scope, project));
  return {
    underscored: options.some((one) => flagOption(one, "underscored", project)),
    frozen: options.some((one) => flagOption(one, "freezeTableName", project)),
  };
}

function readCall(site: CallSite, project: DataProject, defaults: Defaults): Model | null {
  const { expr, scope, name } = site;
  if (expr.k !== "call" || expr.callee.k !== "member") return null;
  if (name === "define") {
    const model = textOf(expr.args[0], scope, project);
    const attributes = optionsOf(expr.args[1], scope, project);
    if (model === null || attributes === null) return null;
    return modelOf(
      site,
      { name: model, cls: null, made: expr },
      attributes,
      optionsOf(expr.args[2], scope, project),
      project,
      defaults,
    );
  }
  if (expr.args.length < 2) return null;
  const cls =
    project.classOf(expr.callee.object, scope) ?? (expr.callee.object.k === "super" ? scope.cls : null);
  const attributes = optionsOf(expr.args[0], scope, project);
  const options = optionsOf(expr.args[1], scope, project);
  if (cls === null || attributes === null || optionAt(options, "sequelize", project) === null) return null;
  const model = textOption(options, "modelName", project) ?? cls.name;
  return modelOf(site, { name: model, cls, made: null }, attributes, options, project, defaults);
}

function modelOf(
  site: CallSite,
  { name, cls, made }: { name: string; cls: ClassIr | null; made: Expr | null },
  attributes: Options,
  options: Options | null,
  project: DataProject,
  defaults: Defaults,
): Model {
  const table = tableOf(name, options, project, defaults);
  const unit = cls === null ? site.unit : project.unitOfClass(cls);
  const isSnake = defaults.underscored || flagOption(options, "underscored", project);
  const columns = attributes.expr.properties.map(({ key, value }) => {
    const given = optionsOf(value, attributes.scope, project);
    const type = optionAt(given, "type", project)?.expr ?? value;
    const allowNull = optionAt(given, "allowNull", project);
    const required =
      flagOption(given, "primaryKey", project) || (allowNull !== null && printed(allowNull.expr) === "false");
    return {
      name: textOption(given, "field", project) ?? (isSnake ? snakeCase(key) : key),
      type: printed(unwrapped(type))
        .replace(/^(?:Sequelize|DataTypes)\.|"/g, "")
        .slice(0, 60),
      nullable: !required,
    };
  });
  const named = new Map(
    attributes.expr.properties.map(({ key }, index) => [key, columns[index]?.name ?? key]),
  );
  const entity: Entity = {
    name,
    cls,
    unit,
    table,
    file: site.file.path,
    relations: new Map(),
    columns: named,
  };
  return { entity, made, facts: declared(entity, columns, placeAt(site.scope, site.expr.pos)) };
}

function declared(entity: Entity, columns: TableDeclared["columns"], place: TableDeclared["place"]): Fact[] {
  const name = entity.table.slice("table:".length);
  const dot = name.indexOf(".");
  const table: TableDeclared = {
    kind: "table",
    id: entity.table,
    name: name.slice(dot + 1),
    schema: dot === -1 ? null : name.slice(0, dot),
    form: "table",
    columns,
    reading: "schema",
    source: "sequelize",
    place,
  };
  return [table, { kind: "table-mapping", unit: entity.unit, table: entity.table, place }];
}

function tableOf(name: string, options: Options | null, project: DataProject, defaults: Defaults): NodeId {
  const written = textOption(options, "tableName", project);
  const schema = textOption(options, "schema", project);
  const frozen = defaults.frozen || flagOption(options, "freezeTableName", project);
  const isSnake = defaults.underscored || flagOption(options, "underscored", project);
  const made = frozen ? name : plural(name);
  return tableId(
    written ?? (isSnake ? snakeCase(made) : made),
    schema === null || schema === "public" ? undefined : schema,
  );
}

function readDecorated(
  cls: ClassIr,
  decorators: LibraryDecorators,
  project: DataProject,
  defaults: Defaults,
): Model | null {
  const decorator = cls.decorators.find((one) => decorators.nameOf(one, cls.outer) === "Table");
  if (decorator === undefined) return null;
  const options = optionsOf(decorator.args[0], cls.outer, project);
  const name = textOption(options, "modelName", project) ?? cls.name;
  const written = textOf(decorator.args[0], cls.outer, project);
  const table = written === null ? tableOf(name, options, project, defaults) : tableId(written);
  const entity: Entity = {
    name: cls.name,
    cls,
    unit: project.unitOfClass(cls),
    table,
    file: cls.scope.file.path,
    relations: new Map(),
    columns: new Map(),
  };
  const columns = [...cls.members.values()].flatMap((member) => {
    const column = member.decorators.find((one) => decorators.nameOf(one, cls.scope) === "Column");
    if (column === undefined) return [];
    const given = optionsOf(column.args[0], cls.scope, project);
    const field = textOption(given, "field", project) ?? member.name;
    return [{ name: field, type: "", nullable: flagOption(given, "allowNull", project) }];
  });
  return { entity, made: null, facts: declared(entity, columns, placeAt(cls.outer, decorator.pos)) };
}

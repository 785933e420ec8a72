import type { FilePath, NodeId } from "../../../../model/ids.ts";
import type { ClassIr } from "../../ir.ts";
import type { Sighting } from "./sightings.ts";

/** A relation of an entity, as a mapper knows it. */
export interface EntityRelation {
  /** Filled once all entities are known; null where the other end could not be found. */
  to: Entity | null;
  /** The table in the middle of a many-to-many relation. */
  through: NodeId | null;
  readonly eager: boolean;
  /** Both ends hold many: a table stands in the middle. */
  readonly isMany?: boolean;
}

/** How code sees a table: a class (or model) with its table and its relations. */
export interface Entity {
  readonly name: string;
  readonly cls: ClassIr | null;
  readonly unit: NodeId;
  readonly table: NodeId;
  readonly file: FilePath;
  readonly relations: Map<string, EntityRelation>;
  /** Property → column, where they differ. */
  readonly columns: Map<string, string>;
}

/** All entities of one mapper, found by class or by name. */
export class EntityRegistry {
  readonly all: readonly Entity[];
  private readonly byClass = new Map<ClassIr, Entity>();
  private readonly byName = new Map<string, Entity>();

  constructor(entities: readonly Entity[]) {
    this.all = entities;
    for (const entity of entities) {
      if (entity.cls !== null) this.byClass.set(entity.cls, entity);
      if (!this.byName.has(entity.name)) this.byName.set(entity.name, entity);
    }
  }

  of(cls: ClassIr | null | undefined): Entity | undefined {
    return cls ? this.byClass.get(cls) : undefined;
  }

  named(name: string): Entity | undefined {
    return this.byName.get(name);
  }
}

/** Tables that a query touches besides its main one, and the pairs that it brings together. */
export interface Walk {
  readonly sightings: Sighting[];
  readonly joins: (readonly [NodeId, NodeId])[];
}

/** Follows `lines.product` from an entity: each step joins one table more (two, through a join table). */
export function walkRelations(from: Entity, path: readonly string[], walk: Walk): Entity | null {
  let at: Entity = from;
  for (const name of path) {
    const relation = at.relations.get(name);
    if (relation?.to == null) return null;
    joinRelated(at, relation, walk);
    at = relation.to;
  }
  return at;
}

/** Joins an entity with the other end of one of its relations. */
export function joinRelated(from: Entity, { to, through }: EntityRelation, walk: Walk): void {
  if (to === null) return;
  walk.sightings.push({ table: to.table, access: "read" });
  if (through === null) walk.joins.push([from.table, to.table]);
  else {
    walk.sightings.push({ table: through, access: "read" });
    walk.joins.push([from.table, through], [through, to.table]);
  }
}

/** Eager relations come along with every find, as far as they are eager themselves. */
export function walkEager(from: Entity, walk: Walk, seen: Set<Entity> = new Set()): void {
  if (seen.has(from)) return;
  seen.add(from);
  for (const relation of from.relations.values()) {
    if (!relation.eager || relation.to === null) continue;
    joinRelated(from, relation, walk);
    walkEager(relation.to, walk, seen);
  }
}

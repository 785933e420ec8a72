declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A path from the repository root, with forward slashes. */
export type FilePath = Branded<"FilePath">;
/** The full hexadecimal hash of a commit. */
export type CommitHash = Branded<"CommitHash">;
/** A unit (`src/orders.ts#Orders`, or `src/orders.ts` for a module's own functions) or a table (`table:orders`). */
export type NodeId = Branded<"NodeId">;
/** A candidate context: its level and the slug of its name (`macro/orders`), never a number from an algorithm. */
export type ContextId = Branded<"ContextId">;

/** Names the unit `name` that is declared in `file`; without a name, the functions of the module together. */
export function unitId(file: FilePath, name?: string): NodeId {
  return (name === undefined ? file : `${file}#${name}`) as NodeId;
}

/** Names a table. The schema is part of the name unless it is the database's default one. */
export function tableId(name: string, schema?: string, database?: string): NodeId {
  const qualified = schema === undefined ? name : `${schema}.${name}`;
  return `table:${database === undefined ? qualified : `${database}/${qualified}`}` as NodeId;
}

/** Is this node a table (or collection, or view) rather than a unit of code? */
export function isTableId(id: NodeId): boolean {
  return id.startsWith("table:");
}

/** Orders strings by code unit: the same on every machine, in every locale. */
export function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

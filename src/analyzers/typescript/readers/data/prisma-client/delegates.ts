import type { NodeId } from "../../../../../model/ids.ts";
import type { PrismaSchema } from "../../../../../sql/prisma/read-schemas.ts";
import { nodeOf } from "../../../../../sql/table-name.ts";
import type { Chain } from "../chains.ts";
import type { Entity } from "../entities.ts";

/** Models by the name that the client gives them: `OrderLine` is `prisma.orderLine`. */
export type Delegates = ReadonlyMap<string, Entity>;

/** The models of a schema with their relations. */
export function delegatesOf(schema: PrismaSchema): Delegates {
  const entities = new Map<string, Entity>();
  for (const { name, table, block, columnOf } of schema.models) {
    const id = nodeOf(table, schema.database);
    const columns = new Map([...columnOf].filter(([field, column]) => field !== column));
    // A model is no unit of code: the table stands for it.
    entities.set(name, {
      name,
      cls: null,
      unit: id,
      table: id,
      file: block.file,
      relations: new Map(),
      columns,
    });
  }
  for (const { name, relations } of schema.models) {
    const from = entities.get(name)!;
    for (const [field, target] of relations) {
      const to = entities.get(target) ?? null;
      from.relations.set(field, { to, through: through(schema, name, target), eager: false });
    }
  }
  return new Map(
    [...entities].map(([name, entity]) => [name.charAt(0).toLowerCase() + name.slice(1), entity]),
  );
}

function through(schema: PrismaSchema, one: string, other: string): NodeId | null {
  const table = schema.joinTables.find(({ sides }) => {
    const [a, b] = sides.map(({ name }) => name);
    return (a === one && b === other) || (a === other && b === one);
  });
  return table === undefined ? null : nodeOf(table.table, schema.database);
}

/** With several databases, the schema that lies nearest to the file is meant. */
export function nearest(
  schemas: readonly PrismaSchema[],
  models: readonly Delegates[],
  chain: Chain,
): Delegates {
  const shared = ({ folder }: PrismaSchema): number => {
    const [a, b] = [folder.split("/"), chain.site.file.path.split("/")];
    let length = 0;
    while (length < a.length && a[length] === b[length]) length++;
    return length;
  };
  let best = 0;
  for (let index = 1; index < schemas.length; index++) {
    if (shared(schemas[index]!) > shared(schemas[best]!)) best = index;
  }
  return models[best] ?? new Map();
}

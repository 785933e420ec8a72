import type { Fact, Join, Place, Reading, TableAccess } from "../../../../model/fact.ts";
import type { NodeId } from "../../../../model/ids.ts";
import { byCodeUnit } from "../../../../model/ids.ts";
import { lineAt, type Scope } from "../../ir.ts";
import type { CallSite } from "../../project.ts";

/** A table that a call reads or writes, before it becomes a fact. */
export interface Sighting {
  readonly table: NodeId;
  readonly access: "read" | "write";
  readonly columns?: readonly string[];
}

/** What a call does to tables, and how that was read. */
export interface Seen {
  readonly site: CallSite;
  readonly pos: number;
  readonly sightings: readonly Sighting[];
  /** Pairs of tables that it brings together; the order does not matter. */
  readonly joins: readonly (readonly [NodeId, NodeId])[];
  readonly reading: Reading;
  readonly source: string;
  readonly statement: string;
}

/** An access with the place in the code where a call makes it: transactions ask who stands inside whom. */
export interface PlacedAccess {
  readonly fact: TableAccess;
  /** The position of the call in its file. */
  readonly at: number;
}

/** Where a position of a scope's file lies. */
export function placeAt(scope: Scope, pos: number): Place {
  return { file: scope.file.path, line: lineAt(scope.file, pos) };
}

/** Turns sightings into facts: an access for each table, read and written once, and a join for each pair. */
export function factsOfSeen({ site, pos, sightings, joins, reading, source, statement }: Seen): {
  readonly accesses: readonly PlacedAccess[];
  readonly joins: readonly Fact[];
} {
  const place = placeAt(site.scope, pos);
  const text = statement.replace(/\s+/g, " ").trim().slice(0, 300);
  const known = new Map<string, Sighting>();
  for (const sighting of sightings) {
    const key = `${sighting.table} ${sighting.access}`;
    const columns = [...(known.get(key)?.columns ?? []), ...(sighting.columns ?? [])];
    known.set(key, { ...sighting, columns: [...new Set(columns)].sort(byCodeUnit) });
  }
  const accesses = [...known.values()].map(
    ({ table, access, columns }): PlacedAccess => ({
      at: pos,
      fact: {
        kind: "table-access",
        unit: site.unit,
        method: site.method,
        table,
        access,
        columns: columns ?? [],
        reading,
        source,
        statement: text,
        place,
      },
    }),
  );
  const pairs = new Map<string, Join>();
  for (const pair of joins) {
    const [left, right] = [...pair].sort(byCodeUnit) as [NodeId, NodeId];
    if (left === right) continue;
    pairs.set(`${left} ${right}`, {
      kind: "join",
      left,
      right,
      unit: site.unit,
      reading,
      source,
      statement: text,
      place,
    });
  }
  return { accesses, joins: [...pairs.values()] };
}

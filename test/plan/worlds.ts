import fc from "fast-check";
import type { UnitSketch } from "./monolith.ts";

/** A made-up monolith: two to six contexts, each with services and tables, and random ties among them. */
export interface World {
  readonly sketch: Record<string, Record<string, UnitSketch>>;
  readonly sentences: readonly string[];
}

const CONTEXTS = ["accounts", "billing", "catalogue", "delivery", "events", "feedback"];

export const worlds = worldsWith(0);
/** Worlds in which most units have to do with others. */
export const busyWorlds = worldsWith(30);

function worldsWith(ties: number): fc.Arbitrary<World> {
  return fc
    .record({
      sizes: fc.array(
        fc.record({ units: fc.integer({ min: 1, max: 4 }), tables: fc.integer({ min: 0, max: 3 }) }),
        {
          minLength: 2,
          maxLength: 6,
        },
      ),
      history: fc.array(
        fc.record({ lines: fc.integer({ min: 1, max: 900 }), revisions: fc.nat(60), churn: fc.nat(900) }),
        {
          minLength: 24,
          maxLength: 24,
        },
      ),
      ties: fc.array(fc.tuple(fc.nat(7), fc.nat(99), fc.nat(99), fc.nat(3)), {
        minLength: ties,
        maxLength: 60,
      }),
    })
    .map(({ sizes, history, ties }) => {
      const sketch: Record<string, Record<string, UnitSketch>> = {};
      const units: string[] = [];
      const tables: string[] = [];
      sizes.forEach((size, position) => {
        const members: Record<string, UnitSketch> = {};
        for (let unit = 0; unit < size.units; unit += 1) {
          const name = `Service${position}${unit}`;
          members[name] = history[units.length] ?? {};
          units.push(name);
        }
        for (let table = 0; table < size.tables; table += 1) {
          members[`table:t${position}${table}`] = {};
          tables.push(`t${position}${table}`);
        }
        sketch[CONTEXTS[position]!] = members;
      });
      return { sketch, sentences: ties.flatMap((tie) => sentenceOf(tie, units, tables)) };
    });
}

function sentenceOf(
  [verb, left, right, method]: readonly number[],
  units: string[],
  tables: string[],
): string[] {
  const unit = units[left! % units.length]!;
  const other = units[right! % units.length]!;
  const table = tables[right! % Math.max(1, tables.length)];
  const second = tables[left! % Math.max(1, tables.length)];
  if (verb === 0 || verb === 1) return unit === other ? [] : [`${unit}.m${method} calls ${other}.m${method}`];
  if (verb === 2) return unit === other ? [] : [`${unit} extends ${other}`];
  if (table === undefined || second === undefined) return [];
  if (verb === 3) return [`${unit}.m${method} reads ${table}`];
  if (verb === 4) return [`${unit}.m${method} writes ${table}`];
  if (table === second) return [];
  if (verb === 5) return [`${table} references ${second}`];
  if (verb === 6) return [`${unit}.m${method} joins ${table} and ${second}`];
  return [`${unit}.m${method} commits ${table} and ${second}`];
}

/** All pairs of tables at home in different contexts, as sentences of a foreign key. */
export function foreignKeysOver(world: World): string[] {
  const tables = Object.entries(world.sketch).flatMap(([context, members]) =>
    Object.keys(members)
      .filter((name) => name.startsWith("table:"))
      .map((name) => ({ context, table: name.slice("table:".length) })),
  );
  return tables.flatMap((from) =>
    tables.filter((to) => to.context !== from.context).map((to) => `${from.table} references ${to.table}`),
  );
}

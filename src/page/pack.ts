import { readNumbers, writeNumbers, writeNumbersOf } from "./number-text.ts";

/** Any value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A document with every string stored once and every list of like objects turned into columns. */
export interface Packed {
  readonly strings: readonly string[];
  readonly numbers: readonly number[];
  readonly root: Column;
}

/**
 * Many values that stand in the same place of a document, told one kind at a time.
 * `mix` says for each value which part it is in; it is absent where all are in the one part.
 */
interface Column {
  readonly mix?: string;
  readonly parts: readonly Part[];
}

type Part =
  | { readonly t: "null" | "true" | "false"; readonly n: number }
  | { readonly t: "int" | "float" | "text"; readonly v: string }
  | { readonly t: "list"; readonly sizes: string; readonly items: Column }
  | {
      readonly t: "object";
      readonly keys: readonly string[];
      readonly n: number;
      readonly columns: readonly Column[];
    };

/** Packs a document: about a fifth of the size of its JSON, and quick to open. `unpack` gives it back. */
export function pack(document: Json): Packed {
  const strings = new Interned<string>();
  const numbers = new Interned<number>();
  const root = packColumn([document], { strings, numbers });
  return { strings: strings.values, numbers: numbers.values, root };
}

/** The document that was packed. */
export function unpack(packed: Packed): Json {
  return unpackColumn(packed.root, packed)[0] ?? null;
}

interface Tables {
  readonly strings: Interned<string>;
  readonly numbers: Interned<number>;
}

/** Values in the order of their first appearance, each once. */
class Interned<Value> {
  readonly values: Value[] = [];
  readonly #places = new Map<Value, number>();
  #last = 0;

  /** The place of a value; lists often say the same thing many times in a row. */
  readonly place = (value: Value): number => {
    if (this.values[this.#last] === value) return this.#last;
    this.#last = this.#places.get(value) ?? this.values.length;
    if (this.#last === this.values.length) {
      this.#places.set(value, this.#last);
      this.values.push(value);
    }
    return this.#last;
  };
}

/** What values must have in common to share a part: objects also have the same keys in the same order. */
interface Kind {
  readonly type: Part["t"];
  readonly keys: readonly string[];
}

function packColumn(values: readonly Json[], tables: Tables): Column {
  if (values.length === 0) return { parts: [] };
  const kind = kindOf(values[0]!);
  if (values.every((value) => isOf(kind, value))) return { parts: [packPart(kind, values, tables)] };
  return packMixed(values, tables);
}

function packMixed(values: readonly Json[], tables: Tables): Column {
  const kinds: Kind[] = [];
  const groups: Json[][] = [];
  let place = 0;
  const mix = values.map((value) => {
    if (kinds[place] === undefined || !isOf(kinds[place]!, value)) {
      const kind = kindOf(value);
      place = kinds.findIndex((known) => isSame(known, kind));
      if (place < 0) place = kinds.push(kind) - 1;
    }
    const group = groups[place];
    if (group === undefined) groups[place] = [value];
    else group.push(value);
    return place;
  });
  return { mix: writeNumbers(mix), parts: kinds.map((kind, at) => packPart(kind, groups[at]!, tables)) };
}

const NO_KEYS: readonly string[] = [];

function kindOf(value: Json): Kind {
  const type = typeOf(value);
  return { type, keys: type === "object" ? Object.keys(value as object) : NO_KEYS };
}

function isOf({ type, keys }: Kind, value: Json): boolean {
  return typeOf(value) === type && (type !== "object" || areEqual(keys, Object.keys(value as object)));
}

function isSame(left: Kind, right: Kind): boolean {
  return left.type === right.type && areEqual(left.keys, right.keys);
}

function areEqual(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((key, place) => key === right[place]);
}

function typeOf(value: Json): Part["t"] {
  if (value === null) return "null";
  if (value === true) return "true";
  if (value === false) return "false";
  if (typeof value === "string") return "text";
  if (typeof value === "number")
    return Number.isInteger(value) && Math.abs(value) < 2 ** 50 && !Object.is(value, -0) ? "int" : "float";
  return Array.isArray(value) ? "list" : "object";
}

function packPart({ type, keys }: Kind, values: readonly Json[], tables: Tables): Part {
  switch (type) {
    case "null":
    case "true":
    case "false":
      return { t: type, n: values.length };
    case "int":
      return { t: type, v: writeNumbers(values as number[]) };
    case "float":
      return { t: type, v: writeNumbersOf(values as number[], tables.numbers.place) };
    case "text":
      return { t: type, v: writeNumbersOf(values as string[], tables.strings.place) };
    case "list": {
      const lists = values as (readonly Json[])[];
      const items: Json[] = [];
      for (const list of lists) for (const item of list) items.push(item);
      return {
        t: type,
        sizes: writeNumbersOf(lists, ({ length }) => length),
        items: packColumn(items, tables),
      };
    }
    case "object":
      return packObjects(keys, values as { readonly [key: string]: Json }[], tables);
  }
}

function packObjects(
  keys: readonly string[],
  objects: readonly { readonly [key: string]: Json }[],
  tables: Tables,
): Part {
  const column = (key: string) =>
    packColumn(
      objects.map((object) => object[key] ?? null),
      tables,
    );
  return { t: "object", keys, n: objects.length, columns: keys.map(column) };
}

function unpackColumn(column: Column, packed: Packed): Json[] {
  const parts = column.parts.map((part) => unpackPart(part, packed));
  if (column.mix === undefined) return parts[0] ?? [];
  const next = parts.map(() => 0);
  return readNumbers(column.mix).map((part) => {
    const place = next[part] ?? 0;
    next[part] = place + 1;
    return parts[part]?.[place] ?? null;
  });
}

function unpackPart(part: Part, packed: Packed): Json[] {
  switch (part.t) {
    case "null":
      return Array<Json>(part.n).fill(null);
    case "true":
    case "false":
      return Array<Json>(part.n).fill(part.t === "true");
    case "int":
      return readNumbers(part.v);
    case "float":
      return readNumbers(part.v).map((place) => packed.numbers[place] ?? 0);
    case "text":
      return readNumbers(part.v).map((place) => packed.strings[place] ?? "");
    case "list":
      return unpackLists(readNumbers(part.sizes), unpackColumn(part.items, packed));
    case "object":
      return unpackObjects(
        part.keys,
        part.n,
        part.columns.map((column) => unpackColumn(column, packed)),
      );
  }
}

function unpackLists(sizes: readonly number[], items: readonly Json[]): Json[] {
  let end = 0;
  return sizes.map((size) => {
    end += size;
    return items.slice(end - size, end);
  });
}

function unpackObjects(keys: readonly string[], count: number, columns: readonly Json[][]): Json[] {
  const hasPrototypeKey = keys.includes("__proto__");
  const objects: Json[] = [];
  for (let row = 0; row < count; row++) {
    const object: { [key: string]: Json } = {};
    keys.forEach((key, place) => {
      const value = columns[place]?.[row] ?? null;
      if (hasPrototypeKey)
        Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
      else object[key] = value;
    });
    objects.push(object);
  }
  return objects;
}

import type { Packing, Unpacking } from "./packing.ts";

/** How one value of an object is written and read. */
export interface Field<Value> {
  write(out: Packing, value: Value): void;
  read(from: Unpacking): Value;
}

export const NUMBER: Field<number> = {
  write: (out, value) => out.number(value),
  read: (from) => from.number(),
};

export const TRUTH: Field<boolean> = {
  write: (out, value) => out.number(value ? 1 : 0),
  read: (from) => from.number() === 1,
};

export const TEXT: Field<string> = {
  write: (out, value) => out.text(value),
  read: (from) => from.text(),
};

export const TEXT_OR_NULL: Field<string | null> = {
  write(out, value) {
    out.number(value === null ? 0 : 1);
    if (value !== null) out.text(value);
  },
  read: (from) => (from.number() === 0 ? null : from.text()),
};

/** What stands in the source as a number, `true`, `false` or `null`. */
export const LITERAL: Field<number | boolean | null> = {
  write: (out, value) => out.text(String(value)),
  read(from) {
    const text = from.text();
    if (text === "null") return null;
    return text === "true" || text === "false" ? text === "true" : Number(text);
  },
};

/** Numbers of which each is larger than the one before. */
export const ASCENDING: Field<readonly number[]> = {
  write(out, values) {
    out.number(values.length);
    let before = 0;
    for (const value of values) {
      out.number(value - before);
      before = value;
    }
  },
  read(from) {
    const values = new Array<number>(from.number());
    let before = 0;
    for (let at = 0; at < values.length; at++) {
      before += from.number();
      values[at] = before;
    }
    return values;
  },
};

/** One of a few words. */
export function word<Word extends string>(...words: readonly Word[]): Field<Word> {
  return {
    write: (out, value) => out.number(words.indexOf(value)),
    read: (from) => words[from.number()] as Word,
  };
}

/** Nothing is most of what there is: one empty list and one empty map for all. Nobody adds to what was unpacked. */
const NONE: never[] = [];
const NO_ENTRIES = new Map<never, never>();

export function list<Item>(item: Field<Item>): Field<Item[]> {
  return {
    write(out, items) {
      out.number(items.length);
      for (const one of items) item.write(out, one);
    },
    read(from) {
      const length = from.number();
      if (length === 0) return NONE;
      const items = new Array<Item>(length);
      for (let at = 0; at < length; at++) items[at] = item.read(from);
      return items;
    },
  };
}

export function entries<Key, Value>(key: Field<Key>, value: Field<Value>): Field<Map<Key, Value>> {
  return {
    write(out, map) {
      out.number(map.size);
      for (const [name, one] of map) {
        key.write(out, name);
        value.write(out, one);
      }
    },
    read(from) {
      const size = from.number();
      if (size === 0) return NO_ENTRIES as Map<never, never>;
      const map = new Map<Key, Value>();
      for (let at = 0; at < size; at++) map.set(key.read(from), value.read(from));
      return map;
    },
  };
}

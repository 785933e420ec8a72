import type { Field } from "./fields.ts";

/** What an object is made of: what all of its kind have, otherwise the field that holds it. */
export type Blank<Value> = {
  readonly [Key in keyof Value]: Field<Value[Key]> | (Value[Key] & (string | true | null));
};

/** Objects of one form. */
export interface Kind {
  /** From 1. */
  readonly number: number;
  /** A new object that is still to be filled. */
  readonly blank: () => object;
  /** What to fill it with. */
  readonly fields: () => readonly (readonly [key: string, field: Field<unknown>])[];
}

const KINDS: Kind[] = [];

/**
 * A kind of objects. Its blank is a literal with every key in its place, so that V8 knows the whole form of an object when
 * it makes it: without, objects take half as much again, and looking into them takes longer.
 */
export function kind<Value>(blank: () => Blank<Value>): Kind {
  let fields: ReturnType<Kind["fields"]> | null = null;
  const made: Kind = {
    number: KINDS.length + 1,
    blank,
    fields: () => {
      fields ??= Object.entries(blank()).filter((entry): entry is [string, Field<unknown>] =>
        isField(entry[1]),
      );
      return fields;
    },
  };
  KINDS.push(made);
  return made;
}

function isField(value: unknown): value is Field<unknown> {
  return typeof value === "object" && value !== null;
}

/** A reference to an object. The first writes its kind: the object itself comes later, whoever refers to it. */
export function reference<Value extends object>(kindOf: (value: Value) => Kind): Field<Value> {
  return {
    write(out, value: Value | null) {
      if (value === null) return out.number(0);
      const place = out.placeOf(value);
      if (place !== undefined) return out.number(KINDS.length + 1 + place);
      const kind = kindOf(value);
      out.number(kind.number);
      out.add(value, kind);
    },
    read(from) {
      const number = from.number();
      const kind = KINDS[number - 1];
      if (kind !== undefined) return from.add(kind) as Value;
      return (number === 0 ? null : from.objects[number - KINDS.length - 1]) as Value;
    },
  };
}

/** A reference that may lead nowhere. */
export function orNull<Value extends object>(field: Field<Value>): Field<Value | null> {
  return field as Field<unknown> as Field<Value | null>;
}

/** A reference to an object of one kind. */
export function only<Value extends object>(blank: () => Blank<Value>): Field<Value> {
  const one = kind(blank);
  return reference(() => one);
}

/** A reference to one of several kinds, which a word of the object tells apart. */
export function oneOf<Value extends object, Key extends keyof Value>(
  key: Key,
  blanks: { readonly [Word in Value[Key] & string]: () => Blank<WithWord<Value, Key, Word>> },
): Field<Value> {
  const named = Object.entries(blanks as Readonly<Record<string, () => Blank<object>>>);
  const kinds = new Map(named.map(([word, blank]) => [word, kind(blank)]));
  return reference((value) => kinds.get(value[key] as string) as Kind);
}

type WithWord<Value, Key extends keyof Value, Word> = Value extends unknown
  ? Word extends Value[Key]
    ? Value
    : never
  : never;

import type { TypeIr, TypeParameter } from "../ir.ts";
import { entries, type Field, list, NUMBER, TEXT, TRUTH } from "./fields.ts";
import { oneOf, only, orNull } from "./kinds.ts";

const NAMES = list(TEXT);

export const TYPE: Field<TypeIr> = oneOf<TypeIr, "t">("t", {
  ref: () => ({ t: "ref", name: NAMES, args: TYPES, pos: NUMBER }),
  array: () => ({ t: "array", of: TYPE }),
  tuple: () => ({ t: "tuple", items: TYPES }),
  union: () => ({ t: "union", types: TYPES }),
  intersection: () => ({ t: "intersection", types: TYPES }),
  function: () => ({ t: "function", params: list(orNull(TYPE)), returns: TYPE, constructs: TRUTH }),
  object: () => ({ t: "object", members: entries(TEXT, TYPE) }),
  typeof: () => ({ t: "typeof", name: NAMES, pos: NUMBER }),
  index: () => ({ t: "index", object: TYPE, key: TYPE }),
  literal: () => ({ t: "literal", value: TEXT }),
  this: () => ({ t: "this" }),
  unknown: () => ({ t: "unknown" }),
});
export const TYPES = list(TYPE);

export const TYPE_PARAMETER = only<TypeParameter>(() => ({
  name: TEXT,
  constraint: orNull(TYPE),
  fallback: orNull(TYPE),
}));

import type { Expr, Property } from "../ir.ts";
import { type Field, LITERAL, list, NUMBER, TEXT, TRUTH, word } from "./fields.ts";
import { CLASS, FUNCTION } from "./file-kinds.ts";
import { kind, oneOf, orNull, reference } from "./kinds.ts";
import { TYPE, TYPES } from "./type-kinds.ts";

/** Expressions hold functions, and functions expressions: each of the two files asks the other when it is used. */
export const EXPR: Field<Expr> = oneOf<Expr, "k">("k", {
  id: () => ({ k: "id", name: TEXT, pos: NUMBER }),
  member: () => ({ k: "member", object: EXPR, name: TEXT, pos: NUMBER }),
  element: () => ({ k: "element", object: EXPR, key: EXPR, pos: NUMBER }),
  call: () => ({
    k: "call",
    callee: EXPR,
    args: EXPRS,
    typeArgs: TYPES,
    answer: word("awaited", "used", "ignored"),
    inLoop: TRUTH,
    pos: NUMBER,
  }),
  new: () => ({ k: "new", callee: EXPR, args: EXPRS, typeArgs: TYPES, pos: NUMBER }),
  text: () => ({ k: "text", value: TEXT, pos: NUMBER }),
  template: () => ({
    k: "template",
    tag: orNull(EXPR),
    typeArgs: TYPES,
    texts: list(TEXT),
    holes: EXPRS,
    pos: NUMBER,
  }),
  literal: () => ({ k: "literal", value: LITERAL, pos: NUMBER }),
  array: () => ({ k: "array", items: EXPRS, pos: NUMBER }),
  object: () => ({
    k: "object",
    properties: list(PROPERTY),
    spreads: EXPRS,
    pos: NUMBER,
    cls: orNull(CLASS),
  }),
  function: () => ({ k: "function", fn: FUNCTION, pos: NUMBER }),
  class: () => ({ k: "class", cls: CLASS, pos: NUMBER }),
  choice: () => ({ k: "choice", options: EXPRS, test: orNull(EXPR), pos: NUMBER }),
  await: () => ({ k: "await", of: EXPR, pos: NUMBER }),
  cast: () => ({ k: "cast", of: EXPR, type: orNull(TYPE), pos: NUMBER }),
  spread: () => ({ k: "spread", of: EXPR, pos: NUMBER }),
  assign: () => ({ k: "assign", target: EXPR, value: EXPR, pos: NUMBER }),
  concat: () => ({ k: "concat", parts: EXPRS, pos: NUMBER }),
  other: () => ({ k: "other", parts: EXPRS, pos: NUMBER }),
  this: () => ({ k: "this", pos: NUMBER }),
  super: () => ({ k: "super", pos: NUMBER }),
});
export const EXPRS = list(EXPR);

const PLAIN_PROPERTY = kind<Property>(() => ({ key: TEXT, value: EXPR, pos: NUMBER }));
const GETTER = kind<Property>(() => ({ key: TEXT, value: EXPR, pos: NUMBER, getter: true }));
const PROPERTY = reference<Property>(({ getter }) => (getter ? GETTER : PLAIN_PROPERTY));

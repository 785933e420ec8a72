import type {
  Binding,
  ClassIr,
  ClassMember,
  Decorator,
  ExportIr,
  FileIr,
  FunctionContext,
  FunctionIr,
  Heritage,
  ImportIr,
  Parameter,
  Root,
  Scope,
  TypeBinding,
  TypeUse,
} from "../ir.ts";
import { EXPR, EXPRS } from "./expr-kinds.ts";
import { ASCENDING, entries, type Field, list, NUMBER, TEXT, TEXT_OR_NULL, TRUTH, word } from "./fields.ts";
import { kind, oneOf, only, orNull, reference } from "./kinds.ts";
import { TYPE, TYPE_PARAMETER } from "./type-kinds.ts";

const NAMES = list(TEXT);
const TYPE_PARAMETERS = list(TYPE_PARAMETER);

const BINDING: Field<Binding> = oneOf<Binding, "b">("b", {
  import: () => ({ b: "import", from: IMPORT, name: TEXT }),
  variable: () => ({
    b: "variable",
    init: orNull(EXPR),
    type: orNull(TYPE),
    path: NAMES,
    element: TRUTH,
    constant: TRUTH,
    pos: NUMBER,
  }),
  parameter: () => ({ b: "parameter", fn: FUNCTION, index: NUMBER, path: NAMES }),
  function: () => ({ b: "function", fn: FUNCTION }),
  class: () => ({ b: "class", cls: CLASS }),
  enum: () => ({ b: "enum", name: TEXT, members: entries(TEXT, orNull(EXPR)), pos: NUMBER }),
  namespace: () => ({ b: "namespace", scope: SCOPE }),
});

const TYPE_BINDING: Field<TypeBinding> = oneOf<TypeBinding, "b">("b", {
  interface: () => ({ b: "interface", cls: CLASS }),
  alias: () => ({ b: "alias", params: TYPE_PARAMETERS, type: TYPE, scope: SCOPE, pos: NUMBER }),
  "type-parameter": () => ({ b: "type-parameter", parameter: TYPE_PARAMETER }),
});

const SCOPE: Field<Scope> = only<Scope>(() => ({
  parent: orNull(SCOPE),
  file: FILE,
  values: entries(TEXT, BINDING),
  types: entries(TEXT, TYPE_BINDING),
  fn: orNull(FUNCTION),
  cls: orNull(CLASS),
  method: TEXT,
}));

const ROOT = only<Root>(() => ({ expr: EXPR, scope: SCOPE }));

const DECORATOR = only<Decorator>(() => ({ expr: EXPR, name: TEXT, args: EXPRS, pos: NUMBER }));

const PARAMETER = only<Parameter>(() => ({
  name: TEXT_OR_NULL,
  type: orNull(TYPE),
  init: orNull(EXPR),
  decorators: list(DECORATOR),
  isField: TRUTH,
  rest: TRUTH,
  keys: NAMES,
  pos: NUMBER,
}));

const ARGUMENT = kind<Extract<FunctionContext, { call: unknown }>>(() => ({
  call: EXPR as Field<never>,
  index: NUMBER,
  scope: SCOPE,
  key: TEXT_OR_NULL,
}));
const ANNOTATED = kind<Extract<FunctionContext, { type: unknown }>>(() => ({
  type: TYPE,
  scope: SCOPE,
  key: TEXT_OR_NULL,
}));
const CONTEXT = reference<FunctionContext>((context) => ("call" in context ? ARGUMENT : ANNOTATED));

export const FUNCTION: Field<FunctionIr> = only<FunctionIr>(() => ({
  name: TEXT,
  params: list(PARAMETER),
  typeParams: TYPE_PARAMETERS,
  returnType: orNull(TYPE),
  returns: list(ROOT),
  isAsync: TRUTH,
  isGenerator: TRUTH,
  scope: SCOPE,
  pos: NUMBER,
  end: NUMBER,
  context: orNull(CONTEXT),
}));

const MEMBER = only<ClassMember>(() => ({
  name: TEXT,
  kind: word("method", "field", "getter", "setter"),
  isStatic: TRUTH,
  isPrivate: TRUTH,
  isAbstract: TRUTH,
  type: orNull(TYPE),
  init: orNull(EXPR),
  initScope: SCOPE,
  fn: orNull(FUNCTION),
  decorators: list(DECORATOR),
  pos: NUMBER,
}));

const HERITAGE = only<Heritage>(() => ({
  form: word("extends", "implements"),
  expr: orNull(EXPR),
  type: TYPE,
  pos: NUMBER,
}));

export const CLASS: Field<ClassIr> = only<ClassIr>(() => ({
  form: word("class", "interface", "object"),
  name: TEXT,
  isAbstract: TRUTH,
  typeParams: TYPE_PARAMETERS,
  heritage: list(HERITAGE),
  decorators: list(DECORATOR),
  members: entries(TEXT, MEMBER),
  statics: entries(TEXT, MEMBER),
  constructor_: orNull(FUNCTION),
  scope: SCOPE,
  outer: SCOPE,
  pos: NUMBER,
  end: NUMBER,
  comment: TEXT,
  exported: TRUTH,
  unit: null,
}));

const IMPORT = only<ImportIr>(() => ({
  module: TEXT,
  form: word("import", "require", "dynamic", "re-export"),
  typeOnly: TRUTH,
  pos: NUMBER,
  target: null,
}));

const EXPORT = oneOf<ExportIr, "e">("e", {
  local: () => ({ e: "local", name: TEXT }),
  expr: () => ({ e: "expr", expr: EXPR, scope: SCOPE }),
  from: () => ({ e: "from", from: IMPORT, name: TEXT }),
});

const TYPE_USE = only<TypeUse>(() => ({ name: NAMES, scope: SCOPE, pos: NUMBER }));

/** A file that has just been parsed: nothing is linked, and no units are drawn. */
export const FILE: Field<FileIr> = only<FileIr>(() => ({
  path: TEXT as Field<never>,
  language: word("typescript", "javascript"),
  lines: NUMBER,
  lineStarts: ASCENDING,
  scope: SCOPE,
  imports: list(IMPORT),
  exports: entries(TEXT, EXPORT),
  starExports: list(IMPORT),
  exportEquals: orNull(ROOT),
  classes: list(CLASS),
  functions: list(FUNCTION),
  roots: list(ROOT),
  typeUses: list(TYPE_USE),
  syntaxErrors: NUMBER,
  complexity: entries(orNull(CLASS), NUMBER),
  debtMarkers: ASCENDING,
  comment: TEXT,
  unit: null,
}));

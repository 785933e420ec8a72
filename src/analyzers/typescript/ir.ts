/**
 * The intermediate representation: what one parse and one walk keep of a file. The syntax tree is dropped afterwards.
 * Everything later (linking, facts, readers for libraries) works on this and never parses again.
 */
import type { FilePath, NodeId } from "../../model/ids.ts";

/** What stands for something: an unresolved type of the source. */
export type TypeIr =
  | {
      readonly t: "ref";
      readonly name: readonly string[];
      readonly args: readonly TypeIr[];
      readonly pos: number;
    }
  | { readonly t: "array"; readonly of: TypeIr }
  | { readonly t: "tuple"; readonly items: readonly TypeIr[] }
  | { readonly t: "union"; readonly types: readonly TypeIr[] }
  | { readonly t: "intersection"; readonly types: readonly TypeIr[] }
  | {
      readonly t: "function";
      readonly params: readonly (TypeIr | null)[];
      readonly returns: TypeIr;
      /** `new () => T`: calling it with `new` gives the return type. */
      readonly constructs: boolean;
    }
  | { readonly t: "object"; readonly members: ReadonlyMap<string, TypeIr> }
  | { readonly t: "typeof"; readonly name: readonly string[]; readonly pos: number }
  | { readonly t: "index"; readonly object: TypeIr; readonly key: TypeIr }
  | { readonly t: "literal"; readonly value: string }
  | { readonly t: "this" }
  | { readonly t: "unknown" };

/** Where a name leads inside its scope. */
export type Binding =
  | { readonly b: "import"; readonly from: ImportIr; readonly name: string }
  | {
      readonly b: "variable";
      readonly init: Expr | null;
      readonly type: TypeIr | null;
      /** Steps of destructuring from the initialiser to this name: `const { a: { b } } = x` gives `["a", "b"]`. */
      readonly path: readonly string[];
      /** Declared by `for (const x of init)`: it is an element of the initialiser. */
      readonly element: boolean;
      readonly constant: boolean;
      readonly pos: number;
    }
  | {
      readonly b: "parameter";
      readonly fn: FunctionIr;
      readonly index: number;
      readonly path: readonly string[];
    }
  | { readonly b: "function"; readonly fn: FunctionIr }
  | { readonly b: "class"; readonly cls: ClassIr }
  | {
      readonly b: "enum";
      readonly name: string;
      readonly members: ReadonlyMap<string, Expr | null>;
      readonly pos: number;
    }
  | { readonly b: "namespace"; readonly scope: Scope };

/** What a type name means inside its scope: values and types live side by side. */
export type TypeBinding =
  | { readonly b: "interface"; readonly cls: ClassIr }
  | {
      readonly b: "alias";
      readonly params: readonly TypeParameter[];
      readonly type: TypeIr;
      readonly scope: Scope;
      readonly pos: number;
    }
  | { readonly b: "type-parameter"; readonly parameter: TypeParameter };

export interface TypeParameter {
  readonly name: string;
  readonly constraint: TypeIr | null;
  readonly fallback: TypeIr | null;
}

/** Names that are visible in a stretch of code, and whose code it is. */
export interface Scope {
  readonly parent: Scope | null;
  readonly file: FileIr;
  values: ReadonlyMap<string, Binding>;
  types: ReadonlyMap<string, TypeBinding>;
  /** The function whose body this is (blocks share it with their function); null at the top of a module or class. */
  readonly fn: FunctionIr | null;
  /** The innermost class whose `this` is meant here. */
  readonly cls: ClassIr | null;
  /** Method of the unit that the code stands in; empty at the top. */
  readonly method: string;
}

export type Answer = "awaited" | "used" | "ignored";

export interface Identifier {
  readonly k: "id";
  readonly name: string;
  readonly pos: number;
}
/** `object.name`, also `object["name"]`. */
export interface Member {
  readonly k: "member";
  readonly object: Expr;
  readonly name: string;
  readonly pos: number;
}
/** `object[key]` with a key that is not a constant string. */
export interface Element {
  readonly k: "element";
  readonly object: Expr;
  readonly key: Expr;
  readonly pos: number;
}
export interface CallExpr {
  readonly k: "call";
  readonly callee: Expr;
  readonly args: readonly Expr[];
  readonly typeArgs: readonly TypeIr[];
  readonly answer: Answer;
  readonly inLoop: boolean;
  /** Position of the called name: in a long chain, the line where a reader would look. */
  readonly pos: number;
}
export interface NewExpr {
  readonly k: "new";
  readonly callee: Expr;
  readonly args: readonly Expr[];
  readonly typeArgs: readonly TypeIr[];
  readonly pos: number;
}
/** A string without holes. */
export interface Text {
  readonly k: "text";
  readonly value: string;
  readonly pos: number;
}
/** A template: `texts` has one more entry than `holes`. With a tag it is a call of the tag. */
export interface Template {
  readonly k: "template";
  readonly tag: Expr | null;
  readonly typeArgs: readonly TypeIr[];
  readonly texts: readonly string[];
  readonly holes: readonly Expr[];
  readonly pos: number;
}
export interface Literal {
  readonly k: "literal";
  readonly value: number | boolean | null;
  readonly pos: number;
}
export interface ArrayExpr {
  readonly k: "array";
  readonly items: readonly Expr[];
  readonly pos: number;
}
export interface Property {
  readonly key: string;
  readonly value: Expr;
  readonly pos: number;
  /** `get key() { … }`. */
  readonly getter?: true;
}
export interface ObjectExpr {
  readonly k: "object";
  readonly properties: readonly Property[];
  readonly spreads: readonly Expr[];
  readonly pos: number;
  /** Set where the object is a unit of its own: it is then also a class. */
  cls: ClassIr | null;
}
export interface FunctionExpr {
  readonly k: "function";
  readonly fn: FunctionIr;
  readonly pos: number;
}
export interface ClassExpr {
  readonly k: "class";
  readonly cls: ClassIr;
  readonly pos: number;
}
/** One of several: `a ? b : c`, `a || b`, `a ?? b`, `a && b` (which is b). */
export interface Choice {
  readonly k: "choice";
  readonly options: readonly Expr[];
  /** What is evaluated besides: the condition. */
  readonly test: Expr | null;
  readonly pos: number;
}
export interface Await {
  readonly k: "await";
  readonly of: Expr;
  readonly pos: number;
}
/** `x as T`, `<T>x`, `/** @type {T} *\/ (x)`; with `satisfies` and `!` the type is null. */
export interface Cast {
  readonly k: "cast";
  readonly of: Expr;
  readonly type: TypeIr | null;
  readonly pos: number;
}
export interface Spread {
  readonly k: "spread";
  readonly of: Expr;
  readonly pos: number;
}
export interface Assign {
  readonly k: "assign";
  readonly target: Expr;
  readonly value: Expr;
  readonly pos: number;
}
/** `a + b + c`, flattened. */
export interface Concat {
  readonly k: "concat";
  readonly parts: readonly Expr[];
  readonly pos: number;
}
/** Anything else; only what is inside matters. */
export interface Other {
  readonly k: "other";
  readonly parts: readonly Expr[];
  readonly pos: number;
}
export interface This {
  readonly k: "this" | "super";
  readonly pos: number;
}
export type Expr =
  | Identifier
  | Member
  | Element
  | CallExpr
  | NewExpr
  | Text
  | Template
  | Literal
  | ArrayExpr
  | ObjectExpr
  | FunctionExpr
  | ClassExpr
  | Choice
  | Await
  | Cast
  | Spread
  | Assign
  | Concat
  | Other
  | This;

export interface Parameter {
  /** Null where the parameter is destructured; its names are bindings with a path. */
  readonly name: string | null;
  readonly type: TypeIr | null;
  readonly init: Expr | null;
  readonly decorators: readonly Decorator[];
  /** `constructor(private readonly orders: Orders)`: it is a field as well. */
  readonly isField: boolean;
  readonly rest: boolean;
  /** Keys that an object pattern takes from it: `({ orders, billing })`. */
  readonly keys: readonly string[];
  readonly pos: number;
}

/**
 * A function is expected to be of some type where it is an argument, or the value of something annotated; with a `key`
 * it is that property of the expected object.
 */
export type FunctionContext = { readonly scope: Scope; readonly key: string | null } & (
  | { readonly call: CallExpr | NewExpr; readonly index: number }
  | { readonly type: TypeIr }
);

export interface FunctionIr {
  /** Empty for an anonymous function. */
  readonly name: string;
  readonly params: readonly Parameter[];
  readonly typeParams: readonly TypeParameter[];
  readonly returnType: TypeIr | null;
  /** Expressions that it returns, each with the scope it stands in. */
  readonly returns: readonly Root[];
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  readonly scope: Scope;
  readonly pos: number;
  readonly end: number;
  /** What the place that the function stands in says of its parameters. */
  context: FunctionContext | null;
}

export interface Decorator {
  /** `Entity("orders")` is a call, `Injectable` an identifier. */
  readonly expr: Expr;
  /** The last name: `Entity`. */
  readonly name: string;
  readonly args: readonly Expr[];
  readonly pos: number;
}

export interface ClassMember {
  readonly name: string;
  readonly kind: "method" | "field" | "getter" | "setter";
  readonly isStatic: boolean;
  readonly isPrivate: boolean;
  readonly isAbstract: boolean;
  readonly type: TypeIr | null;
  readonly init: Expr | null;
  /** Where the initialiser stands: the class, or the method that assigns the field. */
  readonly initScope: Scope;
  readonly fn: FunctionIr | null;
  readonly decorators: readonly Decorator[];
  readonly pos: number;
}

/** A class; also an interface, and an object literal or prototype that plays the part of a class. */
export interface ClassIr {
  readonly form: "class" | "interface" | "object";
  name: string;
  readonly isAbstract: boolean;
  readonly typeParams: readonly TypeParameter[];
  readonly heritage: readonly Heritage[];
  readonly decorators: readonly Decorator[];
  /** Instance members by name; fields assigned in the constructor and parameter properties are among them. */
  readonly members: Map<string, ClassMember>;
  readonly statics: Map<string, ClassMember>;
  constructor_: FunctionIr | null;
  /** The scope inside its braces. */
  readonly scope: Scope;
  /** The scope that it is declared in. */
  readonly outer: Scope;
  readonly pos: number;
  readonly end: number;
  readonly comment: string;
  exported: boolean;
  /** Set once units are drawn: null where it is part of its module's unit. */
  unit: NodeId | null;
}

export interface Heritage {
  readonly form: "extends" | "implements";
  /** `extends mixin(Base)` is an expression; an interface's parent has only a type. */
  readonly expr: Expr | null;
  readonly type: TypeIr;
  readonly pos: number;
}

export interface ImportIr {
  /** The text between the quotes. */
  readonly module: string;
  readonly form: "import" | "require" | "dynamic" | "re-export";
  readonly typeOnly: boolean;
  readonly pos: number;
  /** Filled by the linker: a file of the repository, or null for a library. */
  target: FileIr | null;
}

export type ExportIr =
  | { readonly e: "local"; readonly name: string }
  | { readonly e: "expr"; readonly expr: Expr; readonly scope: Scope }
  | { readonly e: "from"; readonly from: ImportIr; readonly name: string };

/** A statement's expression, in the order of the source. */
export interface Root {
  readonly expr: Expr;
  readonly scope: Scope;
}

/** A name used as a type, to be resolved into a type reference. */
export interface TypeUse {
  readonly name: readonly string[];
  readonly scope: Scope;
  readonly pos: number;
}

export interface FileIr {
  readonly path: FilePath;
  readonly language: "typescript" | "javascript";
  readonly lines: number;
  readonly lineStarts: readonly number[];
  readonly scope: Scope;
  readonly imports: ImportIr[];
  readonly exports: Map<string, ExportIr>;
  readonly starExports: ImportIr[];
  /** `module.exports = …`, `export = …`. */
  exportEquals: { readonly expr: Expr; readonly scope: Scope } | null;
  readonly classes: ClassIr[];
  /** Every function with a body, methods and arrow functions too. */
  readonly functions: FunctionIr[];
  readonly roots: Root[];
  readonly typeUses: TypeUse[];
  readonly syntaxErrors: number;
  /** Branches per class (by its start) and, under -1, in the functions of the module. */
  readonly complexity: Map<ClassIr | null, number>;
  readonly debtMarkers: readonly number[];
  readonly comment: string;
  /** Set once units are drawn. */
  unit: NodeId | null;
}

/** The line (from 1) that a position lies in. */
export function lineAt(file: FileIr, pos: number): number {
  const starts = file.lineStarts;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= pos) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

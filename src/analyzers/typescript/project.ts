import type { Findings } from "../../model/findings.ts";
import type { FilePath, NodeId } from "../../model/ids.ts";
import type { Repository } from "../../repository/repository.ts";
import type { CallExpr, ClassIr, Expr, FileIr, FunctionIr, NewExpr, Root, Scope, Template } from "./ir.ts";
import type { Type } from "./type.ts";

/** One call, construction or tagged template, with everything around it. */
export interface CallSite {
  readonly expr: CallExpr | NewExpr | Template;
  readonly scope: Scope;
  readonly file: FileIr;
  /** The unit and method that the call stands in. */
  readonly unit: NodeId;
  readonly method: string;
  /** The last name of the callee: `find` of `this.orders.find()`; empty where there is none. */
  readonly name: string;
}

/** A string whose holes could not be told: `partial` where something is missing. Holes read as `${}`. */
export interface ConstantText {
  readonly text: string;
  readonly partial: boolean;
}

/** All files, linked: what readers of library idioms ask. Files, classes and calls come in the order of the paths. */
export interface Project {
  readonly repository: Repository;
  readonly files: readonly FileIr[];
  readonly classes: readonly ClassIr[];
  readonly calls: readonly CallSite[];
  /** Every object literal, with the scope it stands in. */
  readonly objects: readonly Root[];
  file(path: FilePath): FileIr | undefined;
  /** Does some chosen package or the root declare this dependency? */
  dependsOn(library: string): boolean;
  typeOf(expr: Expr, scope: Scope): Type;
  /** Type of a field or member of a class, as written or inferred. */
  typeOfMember(cls: ClassIr, name: string): Type;
  /** The constant text of an expression, through constants, enums, concatenation and imports; null where nothing is constant. */
  constantOf(expr: Expr, scope: Scope): ConstantText | null;
  /** The class that an expression names (`Order`, `() => Order`, `forwardRef(() => Order)`); null where none. */
  classOf(expr: Expr, scope: Scope): ClassIr | null;
  /** The object literal that an expression leads to through constants and imports, with the scope it is written in. */
  objectOf(expr: Expr, scope: Scope): { readonly expr: Expr & { k: "object" }; readonly scope: Scope } | null;
  /** Where the value of a variable comes from: the initialiser of its constant declaration, through imports. */
  originOf(expr: Expr, scope: Scope): { readonly expr: Expr; readonly scope: Scope } | null;
  /** The library and path of a name: `Entity` imported from "typeorm" is `{module: "typeorm", path: "Entity"}`. */
  externalOf(expr: Expr, scope: Scope): { readonly module: string; readonly path: string } | null;
  /** The class that extends or implements something of a library, through its first-party parents. */
  externalBaseOf(cls: ClassIr): (Type & { k: "external" }) | null;
  /** First-party parents, nearest first. */
  parentsOf(cls: ClassIr): readonly ClassIr[];
  unitOf(scope: Scope): NodeId;
  unitOfClass(cls: ClassIr): NodeId;
  /** The functions that a call may reach in the repository, through interfaces too; empty where it leaves it. */
  targetsOf(site: CallSite): readonly FunctionIr[];
  /** The calls that stand inside a function, nested functions included. */
  callsWithin(fn: FunctionIr): readonly CallSite[];
}

/** Reads one library idiom from the linked project. It never parses source. */
export interface Reader {
  readonly name: string;
  read(project: Project): Findings;
}

import type { CallExpr, Expr, FileIr, Identifier, NewExpr, Root, Scope, Template } from "../ir.ts";
import type { CallSite } from "../project.ts";
import { calleeOf } from "./calls.ts";
import { unitOf } from "./units.ts";
import { partsOf } from "./visit.ts";

/** An imported name that appears as a value and is not what is called; `member` is what is taken of it. */
export interface NameUse {
  readonly name: string;
  readonly member: string | undefined;
  readonly scope: Scope;
  readonly pos: number;
}

/** What all expressions of the files hold. Calls and objects come in the order of the source. */
export interface Gathered {
  /** Every call, construction and tagged template. */
  readonly calls: CallSite[];
  readonly objects: Root[];
  /** Both, mixed as they come: the first registration of a service stands. */
  readonly callsAndObjects: Root[];
  readonly names: NameUse[];
}

/** Looks over every expression there is, once for everybody who asks for calls, objects or names. */
export function gather(files: readonly FileIr[]): Gathered {
  const gathered: Gathered = { calls: [], objects: [], callsAndObjects: [], names: [] };
  for (const file of files) {
    const imported = importedNames(file);
    for (const root of file.roots) gatherFrom(root, imported, gathered);
  }
  return gathered;
}

/** Names that some scope of a file binds to an import: most scopes do not, so most names need not be looked up. */
function importedNames(file: FileIr): ReadonlySet<string> {
  const names = new Set<string>();
  const scopes: Scope[] = [file.scope];
  for (let scope = scopes.pop(); scope !== undefined; scope = scopes.pop()) {
    for (const [name, binding] of scope.values) {
      if (binding.b === "import") names.add(name);
      if (binding.b === "namespace") scopes.push(binding.scope);
    }
  }
  return names;
}

function gatherFrom({ expr, scope }: Root, imported: ReadonlySet<string>, gathered: Gathered): void {
  const { calls, objects, callsAndObjects, names } = gathered;
  const waiting: Expr[] = [];
  const noteName = ({ name, pos }: Identifier, member?: string): void => {
    if (imported.has(name)) names.push({ name, member, scope, pos });
  };
  const later = (part: Expr): void => {
    if (part.k === "id") noteName(part);
    else if (part.k === "member" && part.object.k === "id") noteName(part.object, part.name);
    else waiting.push(part);
  };
  const allLater = (parts: readonly Expr[]): void => {
    for (let index = parts.length - 1; index >= 0; index--) later(parts[index]!);
  };
  later(expr);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    switch (at.k) {
      case "call":
      case "new": {
        const site = siteOf(at, scope);
        calls.push(site);
        callsAndObjects.push(site);
        allLater(at.args);
        const base = baseOf(at.callee);
        if (base.k !== "id") waiting.push(base);
        break;
      }
      case "member":
        later(at.object);
        break;
      case "object": {
        const object = { expr: at, scope };
        objects.push(object);
        callsAndObjects.push(object);
        allLater(at.spreads);
        for (let index = at.properties.length - 1; index >= 0; index--) later(at.properties[index]!.value);
        break;
      }
      case "template":
        if (at.tag !== null) calls.push(siteOf(at, scope));
        allLater(partsOf(at));
        break;
      default:
        allLater(partsOf(at));
    }
  }
}

/** What a called chain of members starts from: `orders` of `orders.lines.find()`. */
function baseOf(callee: Expr): Expr {
  let base = callee;
  while (base.k === "member") base = base.object;
  return base;
}

function siteOf(expr: CallExpr | NewExpr | Template, scope: Scope): CallSite {
  const callee = calleeOf(expr);
  const name = callee.k === "member" || callee.k === "id" ? callee.name : "";
  return { expr, scope, file: scope.file, unit: unitOf(scope), method: scope.method, name };
}

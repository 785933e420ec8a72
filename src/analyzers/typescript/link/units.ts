import { type NodeId, unitId } from "../../../model/ids.ts";
import type { ClassIr, Expr, FileIr, Scope } from "../ir.ts";

/**
 * Draws the units of a file: named classes at the top of the module, interfaces with methods or parents, objects with methods that
 * the module keeps under a name; and, where there is more than that, the functions and variables of the module together.
 */
export function drawUnits(file: FileIr): void {
  const own = file.classes.filter(isUnit);
  for (const cls of own) cls.unit = unitId(file.path, cls.name);
  markExports(file);
  const leading = leadingClass(own);
  file.unit =
    leading === null || hasMore(file) || isOfTypes(file, leading) ? unitId(file.path) : leading.unit;
}

/** No interface stands for the other types of its file: `type ID = string` is none of its business. */
function isOfTypes(file: FileIr, leading: ClassIr): boolean {
  return (
    leading.form === "interface" &&
    [...file.scope.types.values()].some(
      (type) => type.b === "alias" || (type.b === "interface" && !isUnit(type.cls)),
    )
  );
}

function isUnit(cls: ClassIr): boolean {
  const atTop = cls.outer.fn === null && cls.outer.cls === null && cls.name !== "";
  if (!atTop) return false;
  if (cls.form !== "interface") return true;
  return cls.heritage.length > 0 || [...cls.members.values()].some(({ kind }) => kind === "method");
}

/** The class that stands for its file: the one with most lines, interfaces last. */
function leadingClass(classes: readonly ClassIr[]): ClassIr | null {
  let leading: ClassIr | null = null;
  const weight = (cls: ClassIr): number => (cls.end - cls.pos) / (cls.form === "interface" ? 1000 : 1);
  for (const cls of classes) if (leading === null || weight(cls) > weight(leading)) leading = cls;
  return leading;
}

/** Does the module declare functions or values of its own, beside its classes? */
function hasMore(file: FileIr): boolean {
  for (const binding of file.scope.values.values()) {
    if (binding.b === "function") return true;
    if (binding.b !== "variable") continue;
    const { init } = binding;
    if (init === null || init.k === "class" || isLoad(init) || (init.k === "object" && init.cls?.unit))
      continue;
    if (init.k === "function" || init.k === "call" || init.k === "object" || init.k === "new") return true;
  }
  return file.roots.some(({ expr, scope }) => scope === file.scope && expr.k === "call" && !isLoad(expr));
}

/** `require("./orders")` and `inherits(Ward, Room)` do nothing of their own. */
function isLoad(expr: Expr): boolean {
  if (expr.k !== "call") return false;
  const { callee } = expr;
  return (
    (callee.k === "id" || callee.k === "member") && (callee.name === "require" || callee.name === "inherits")
  );
}

function markExports(file: FileIr): void {
  for (const exported of file.exports.values()) {
    const name =
      exported.e === "local"
        ? exported.name
        : exported.e === "expr" && exported.expr.k === "id"
          ? exported.expr.name
          : null;
    if (name !== null) markExported(file, name);
  }
  const equals = file.exportEquals?.expr;
  if (equals?.k === "id") markExported(file, equals.name);
  if (equals?.k === "object") for (const { key } of equals.properties) markExported(file, key);
}

function markExported(file: FileIr, name: string): void {
  const value = file.scope.values.get(name);
  if (value?.b === "class") value.cls.exported = true;
  if (value?.b === "variable" && value.init?.k === "object" && value.init.cls) value.init.cls.exported = true;
  if (value?.b === "variable" && value.init?.k === "class") value.init.cls.exported = true;
  const type = file.scope.types.get(name);
  if (type?.b === "interface") type.cls.exported = true;
}

/** The unit that code in this scope belongs to. */
export function unitOf(scope: Scope): NodeId {
  for (let cls: ClassIr | null = scope.cls; cls !== null; cls = cls.outer.cls) if (cls.unit) return cls.unit;
  return scope.file.unit!;
}

/** The unit of a class; a class inside a function belongs to the code around it. */
export function unitOfClass(cls: ClassIr): NodeId {
  return cls.unit ?? unitOf(cls.outer);
}

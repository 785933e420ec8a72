import type { Method, UnitDeclared } from "../../../model/fact.ts";
import type { ClassIr, ClassMember, FileIr, FunctionIr, TypeIr } from "../ir.ts";
import { lineAt } from "../ir.ts";
import { placeAt } from "./place.ts";
import { roleOfClass, roleOfModule } from "./roles.ts";

/** The units of a file: its classes, interfaces and objects, and what else the module holds. */
export function unitsOf(file: FileIr): UnitDeclared[] {
  const units = file.classes.filter(({ unit }) => unit !== null).map((cls) => classUnit(file, cls));
  if (file.unit === (file.path as string)) units.push(moduleUnit(file));
  return distinct(units);
}

/** Declarations that share a name are one unit: the first one stands. */
function distinct(units: readonly UnitDeclared[]): UnitDeclared[] {
  const seen = new Set<string>();
  return units.filter(({ id }) => !seen.has(id) && seen.add(id));
}

function classUnit(file: FileIr, cls: ClassIr): UnitDeclared {
  const members = [...cls.members.values(), ...cls.statics.values()];
  const first = lineAt(file, cls.pos);
  const last = lineAt(file, cls.end);
  return {
    kind: "unit",
    id: cls.unit!,
    name: cls.name,
    form: cls.form,
    role: roleOfClass(file, cls),
    place: { file: file.path, line: first },
    lines: last - first + 1,
    complexity: 1 + (file.complexity.get(cls) ?? 0),
    methods: members.filter(isCallable).map((member) => methodOf(file, member)),
    fields: members.filter((member) => !isCallable(member)).map(({ name }) => name),
    exported: cls.exported,
    debtMarkers: file.debtMarkers.filter((pos) => pos >= cls.pos && pos < cls.end).length,
    ...(cls.comment === "" ? {} : { comment: cls.comment }),
  };
}

function isCallable({ kind, type, fn }: ClassMember): boolean {
  return kind === "method" || (kind === "field" && (fn !== null || type?.t === "function"));
}

function methodOf(file: FileIr, { name, pos, fn, type }: ClassMember): Method {
  return { name, line: lineAt(file, pos), signature: fn ? signatureOf(fn) : typeText(type) };
}

function moduleUnit(file: FileIr): UnitDeclared {
  const methods: Method[] = [];
  const fields: string[] = [];
  for (const [name, binding] of file.scope.values) {
    if (binding.b === "function")
      methods.push({ name, line: lineAt(file, binding.fn.pos), signature: signatureOf(binding.fn) });
    if (binding.b !== "variable") continue;
    const { init } = binding;
    if (init?.k === "function")
      methods.push({ name, line: lineAt(file, binding.pos), signature: signatureOf(init.fn) });
    else if (!(init?.k === "object" && init.cls?.unit)) fields.push(name);
  }
  for (const [name, exported] of file.exports) {
    if (exported.e !== "expr" || exported.expr.k !== "function") continue;
    const { fn } = exported.expr;
    methods.push({ name, line: lineAt(file, fn.pos), signature: signatureOf(fn) });
  }
  const inClasses = file.classes.filter(({ unit }) => unit !== null);
  const covered = inClasses.reduce((sum, cls) => sum + lineAt(file, cls.end) - lineAt(file, cls.pos) + 1, 0);
  const own = file.debtMarkers.filter((pos) => !inClasses.some((cls) => pos >= cls.pos && pos < cls.end));
  return {
    kind: "unit",
    id: file.unit!,
    name: stemOf(file.path),
    form: "module",
    role: roleOfModule(file),
    place: placeAt(file, 0),
    lines: Math.max(1, file.lines - covered),
    complexity: 1 + (file.complexity.get(null) ?? 0),
    methods,
    fields,
    exported: file.exports.size > 0 || file.exportEquals !== null,
    debtMarkers: own.length,
    ...(file.comment === "" ? {} : { comment: file.comment }),
  };
}

/** `orders.service` of `src/orders/orders.service.ts`; an index takes its folder's name. */
function stemOf(path: string): string {
  const parts = path.split("/");
  const stem = parts.at(-1)!.replace(/\.[cm]?[jt]sx?$/, "");
  return stem === "index" && parts.length > 1 ? parts.at(-2)! : stem;
}

const MAX_SIGNATURE = 200;

/** `(id: string): Promise<Order>`, from what was kept of the types. */
function signatureOf(fn: FunctionIr): string {
  const params = fn.params.map(({ name, keys, type, rest }) => {
    const written = name ?? `{ ${keys.join(", ")} }`;
    return `${rest ? "..." : ""}${written}${type && type.t !== "unknown" ? `: ${typeText(type)}` : ""}`;
  });
  const returns = fn.returnType && fn.returnType.t !== "unknown" ? `: ${typeText(fn.returnType)}` : "";
  return `(${params.join(", ")})${returns}`.slice(0, MAX_SIGNATURE);
}

function typeText(type: TypeIr | null, depth = 0): string {
  if (type === null || depth > 4) return "…";
  const inner = (part: TypeIr | null): string => typeText(part, depth + 1);
  switch (type.t) {
    case "ref":
      return type.name.join(".") + (type.args.length > 0 ? `<${type.args.map(inner).join(", ")}>` : "");
    case "array":
      return `${inner(type.of)}[]`;
    case "tuple":
      return `[${type.items.map(inner).join(", ")}]`;
    case "union":
      return type.types.map(inner).join(" | ");
    case "intersection":
      return type.types.map(inner).join(" & ");
    case "function":
      return `(${type.params.map(inner).join(", ")}) => ${inner(type.returns)}`;
    case "object":
      return `{ ${[...type.members].map(([name, part]) => `${name}: ${inner(part)}`).join("; ")} }`;
    case "typeof":
      return `typeof ${type.name.join(".")}`;
    case "index":
      return `${inner(type.object)}[${inner(type.key)}]`;
    case "literal":
      return JSON.stringify(type.value);
    case "this":
      return "this";
    case "unknown":
      return "…";
  }
}

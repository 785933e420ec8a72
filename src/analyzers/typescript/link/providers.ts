import type { CallExpr, ClassIr, Expr, FileIr, ObjectExpr, Root, Scope } from "../ir.ts";
import { awaited, type Type, UNKNOWN } from "../type.ts";
import { tokenKey } from "./injected.ts";
import type { Link } from "./link.ts";
import { returnOf } from "./returns.ts";
import { typeOf } from "./values.ts";

/** Fills the tables of dependency injection from what the code registers anywhere. The first registration stands. */
export function findProviders(link: Link, files: readonly FileIr[], parts: readonly Root[]): void {
  let loadsByName = false;
  for (const { expr, scope } of parts) {
    if (expr.k === "object") fromProviderObject(link, expr, scope);
    if (expr.k === "object") fromRegistrations(link, expr, scope);
    if (expr.k === "call") loadsByName = fromCall(link, expr, scope) || loadsByName;
  }
  if (loadsByName) registerByName(link, files);
}

/** `{ provide: TOKEN, useClass: Orders }` and its kin. */
function fromProviderObject(link: Link, object: ObjectExpr, scope: Scope): void {
  const value = (key: string): Expr | undefined =>
    object.properties.find((property) => property.key === key)?.value;
  const token = value("provide") ?? value("token");
  if (token === undefined) return;
  const provider = value("useClass") ?? value("useExisting") ?? value("useValue") ?? value("useFactory");
  if (provider === undefined) return;
  const key = tokenKey(link, token, scope);
  if (key === null || key.startsWith("class:")) {
    if (key === null || value("useClass") === undefined) return;
  }
  const made = value("useFactory") !== undefined;
  const instance = value("useClass") !== undefined || value("useExisting") !== undefined;
  provide(link, key, () => provided(link, typeOf(link, provider, scope), made, instance));
}

function provide(link: Link, key: string, type: () => Type): void {
  if (!link.injection.tokens.has(key)) link.injection.tokens.set(key, type);
}

function provided(link: Link, type: Type, made: boolean, instance: boolean): Type {
  if (made) return type.k === "function" ? awaited(returnOf(link, type, [], [])) : UNKNOWN;
  if (instance) return type.k === "class" ? { k: "instance", cls: type.cls, args: [] } : UNKNOWN;
  return type;
}

/** `{ orders: asClass(Orders), clock: asValue(clock) }`. */
function fromRegistrations(link: Link, object: ObjectExpr, scope: Scope): void {
  for (const { key, value } of object.properties) registration(link, key, value, scope);
}

function registration(link: Link, name: string, value: Expr, scope: Scope): void {
  let call: Expr = value;
  // asClass(Orders).singleton().inject(…)
  while (call.k === "call" && call.callee.k === "member") call = call.callee.object;
  if (call.k !== "call" || call.callee.k !== "id") return;
  const form = call.callee.name;
  const [given] = call.args;
  if (given === undefined || !["asClass", "asFunction", "asValue"].includes(form)) return;
  if (link.injection.names.has(name)) return;
  link.injection.names.set(name, () =>
    provided(link, typeOf(link, given, scope), form === "asFunction", form === "asClass"),
  );
}

const REGISTERING = new Set(["register", "registerSingleton", "registerType", "registerInstance", "set"]);

/** Registrations by call: Awilix, Inversify, tsyringe, TypeDI. Says whether a folder is loaded by name. */
function fromCall(link: Link, call: CallExpr, scope: Scope): boolean {
  const { callee, args } = call;
  if (callee.k !== "member") return false;
  if (callee.name === "loadModules") return true;
  const first = args[0];
  const second = args[1];
  if (first?.k === "text" && second && callee.name.startsWith("register"))
    registration(link, first.value, second, scope);
  const binds =
    callee.object.k === "call" && callee.object.callee.k === "member" && callee.object.callee.name === "bind";
  if (binds && (callee.name === "to" || callee.name === "toConstantValue") && first) {
    const token = (callee.object as CallExpr).args[0];
    const key = token && tokenKey(link, token, scope);
    if (key)
      provide(link, key, () => provided(link, typeOf(link, first, scope), false, callee.name === "to"));
  }
  if (first && second && REGISTERING.has(callee.name)) registerPair(link, callee.name, first, second, scope);
  return false;
}

/** `container.registerSingleton("Orders", Orders)`. */
function registerPair(link: Link, name: string, token: Expr, value: Expr, scope: Scope): void {
  if (value.k !== "id" && value.k !== "object" && value.k !== "new") return;
  if (name === "set" && token.k !== "text") return;
  const key = tokenKey(link, token, scope);
  if (key === null || key.startsWith("class:")) return;
  if (value.k === "object") {
    const used = value.properties.find(({ key: property }) => property === "useClass")?.value;
    if (used) provide(link, key, () => provided(link, typeOf(link, used, scope), false, true));
    return;
  }
  provide(link, key, () => {
    const type = typeOf(link, value, scope);
    return type.k === "class" && name !== "set" ? { k: "instance", cls: type.cls, args: [] } : type;
  });
}

/** A container that loads folders names what it finds by class or file, in camel case. */
function registerByName(link: Link, files: readonly FileIr[]): void {
  const register = (name: string, type: () => Type): void => {
    if (name !== "" && !link.injection.names.has(name)) link.injection.names.set(name, type);
  };
  const instance = (cls: ClassIr) => (): Type => ({ k: "instance", cls, args: [] });
  for (const file of files) {
    for (const cls of file.classes)
      if (cls.form === "class" && cls.unit) register(camelCase(cls.name), instance(cls));
    const exported = file.exports.get("default");
    if (exported?.e === "expr" || file.exportEquals) {
      const value = exported?.e === "expr" ? exported : file.exportEquals!;
      register(camelCase(stemOf(file.path)), () => {
        const type = typeOf(link, value.expr, value.scope);
        if (type.k === "class") return { k: "instance", cls: type.cls, args: [] };
        return type.k === "function" ? awaited(returnOf(link, type, [], [])) : type;
      });
    }
  }
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
}

function camelCase(name: string): string {
  const joined = name.replace(/[-_. ]+(.)/g, (_, letter: string) => letter.toUpperCase());
  return joined.charAt(0).toLowerCase() + joined.slice(1);
}

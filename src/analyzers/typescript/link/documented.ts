import type { FileIr } from "../ir.ts";
import { awaited, type Type, UNKNOWN } from "../type.ts";
import type { Link } from "./link.ts";
import { returnOf } from "./returns.ts";
import { typeOf } from "./values.ts";

/**
 * The type that a comment means by a name that nothing imports: `@param {Access} access`. JavaScript has no way to say
 * more. It is the only class of that name, or what the only module of that name exports or makes; null where several
 * come into question.
 */
export function documentedType(link: Link, name: string): Type | null {
  if (link.documented.size === 0) fill(link);
  return link.documented.get(name.toLowerCase())?.() ?? null;
}

function fill(link: Link): void {
  const classes = new Map<string, (() => Type)[]>();
  const modules = new Map<string, (() => Type)[]>();
  for (const file of link.files.values()) {
    for (const cls of file.classes) {
      if (cls.unit) add(classes, cls.name, () => ({ k: "instance", cls, args: [] }));
    }
    add(modules, stemOf(file.path), () => made(link, file));
  }
  link.documented.set("", () => UNKNOWN);
  for (const [name, found] of [...modules, ...classes]) {
    if (found.length === 1) link.documented.set(name, found[0]!);
    else link.documented.delete(name);
  }
}

function add(index: Map<string, (() => Type)[]>, name: string, type: () => Type): void {
  const key = name.toLowerCase();
  const known = index.get(key);
  if (known) known.push(type);
  else index.set(key, [type]);
}

/** What a module exports as a whole: an instance of its class, what its function makes, or the object itself. */
function made(link: Link, file: FileIr): Type {
  const own = file.exports.get("default");
  const whole = file.exportEquals ?? (own?.e === "expr" ? own : null);
  const local = own?.e === "local" ? file.scope.values.get(own.name) : null;
  const value: Type = whole
    ? typeOf(link, whole.expr, whole.scope)
    : local?.b === "function"
      ? { k: "function", fn: local.fn, self: null, substitution: null }
      : UNKNOWN;
  if (value.k === "class") return { k: "instance", cls: value.cls, args: [] };
  return value.k === "function" ? awaited(returnOf(link, value, [], [])) : value;
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
}

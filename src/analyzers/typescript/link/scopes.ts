import type { Binding, Scope, TypeBinding } from "../ir.ts";

/** The value that a name stands for here, and the scope that declares it. */
export function lookUp(
  scope: Scope,
  name: string,
): { readonly binding: Binding; readonly scope: Scope } | null {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const binding = at.values.get(name);
    if (binding !== undefined) return { binding, scope: at };
  }
  return null;
}

/** The type that a name stands for here; values that are types too (classes, enums, imports) are found by `lookUp`. */
export function lookUpType(
  scope: Scope,
  name: string,
): { readonly binding: TypeBinding; readonly scope: Scope } | null {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const binding = at.types.get(name);
    if (binding !== undefined) return { binding, scope: at };
    const value = at.values.get(name);
    if (value !== undefined && value.b !== "variable" && value.b !== "parameter" && value.b !== "function")
      return null;
  }
  return null;
}

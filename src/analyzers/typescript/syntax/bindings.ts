import type { Binding } from "../ir.ts";
import { type TypeScript, ts } from "./compiler.ts";
import { expression } from "./expressions.ts";
import { nameText } from "./types.ts";
import { bindValue, type Surroundings, type Walk } from "./walk.ts";

/** Every name keeps its whole path: what nests deeper than people write would cost memory without end. */
const DEEPEST = 200;

/** Binds every name of a destructuring pattern, with the path that leads to it. `...rest` binds to the whole. */
export function bindPattern(
  walk: Walk,
  name: TypeScript.BindingName,
  at: Surroundings,
  path: readonly string[],
  binding: (path: readonly string[]) => Binding,
): void {
  if (ts.isIdentifier(name)) {
    bindValue(at.scope, name.text, binding(path));
    return;
  }
  if (path.length > DEEPEST) throw new RangeError("a pattern nests too deep");
  name.elements.forEach((element, index) => {
    if (ts.isOmittedExpression(element)) return;
    if (element.initializer) {
      walk.file.roots.push({ expr: expression(walk, element.initializer, at), scope: at.scope });
    }
    const step = ts.isArrayBindingPattern(name) ? String(index) : keyOf(element);
    const whole = element.dotDotDotToken !== undefined;
    bindPattern(walk, element.name, at, whole || step === undefined ? path : [...path, step], binding);
  });
}

function keyOf(element: TypeScript.BindingElement): string | undefined {
  return nameText(element.propertyName ?? (element.name as TypeScript.Identifier));
}

import type { Expr } from "../../ir.ts";
import { lookUp } from "../../link/scopes.ts";
import type { CallSite } from "../../project.ts";
import { callsNamed } from "../calls-by-name.ts";
import { unwrapped } from "./chains.ts";
import type { DataProject } from "./data-project.ts";
import { handedFields } from "./handed-fields.ts";
import { textOf } from "./options.ts";

/** A text that a caller hands to a helper function. */
export interface HandedText {
  readonly text: string;
  readonly caller: CallSite;
}

/** Helpers with more callers than this are libraries of their own; what they are given says little about any one. */
const MAX_CALLERS = 100;

/**
 * What is given for a name that only others know: callers for a parameter (`count(table)` is called with `"orders"`),
 * subclasses for a field. Empty where the name is neither.
 */
export function handedTexts(expr: Expr, site: CallSite, project: DataProject): HandedText[] {
  const plain = unwrapped(expr);
  const { scope } = site;
  if (plain.k !== "id") {
    return handedFields(plain, scope.cls, project).map(({ cls, text }) => ({
      text,
      caller: { ...site, unit: project.unitOfClass(cls) },
    }));
  }
  const binding = lookUp(scope, plain.name)?.binding;
  if (binding?.b !== "parameter" || binding.path.length > 0) return [];
  const { fn, index } = binding;
  const name = fn.name.slice(fn.name.lastIndexOf(".") + 1);
  const callers = name === "" ? [] : callsNamed(project, (one) => one === name);
  if (callers.length > MAX_CALLERS) return [];
  return callers.flatMap((caller): HandedText[] => {
    if (caller.expr.k === "template" || !project.targetsOf(caller).includes(fn)) return [];
    const text = textOf(caller.expr.args[index], caller.scope, project);
    return text === null ? [] : [{ text, caller }];
  });
}

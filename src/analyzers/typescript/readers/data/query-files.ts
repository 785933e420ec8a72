import type { FileIr, FunctionIr } from "../../ir.ts";
import type { IsMeant } from "../calls-by-name.ts";
import { unwrapped } from "./chains.ts";
import type { DataProject } from "./data-project.ts";

/**
 * The files in which a query may begin, or go on where a function answers with one: nowhere else is a chain worth a look.
 *
 * @param begins May a step of this name begin a query?
 * @param answers Does a function answer with a query?
 */
export function filesWithQueries(
  project: DataProject,
  begins: IsMeant,
  answers: (fn: FunctionIr) => boolean,
): ReadonlySet<FileIr> {
  const reached = new Set<FileIr>();
  const named = project.chains.withStep(begins);
  let next = new Set(
    named
      .filter(({ steps }) => steps.some(({ name, args }) => args !== null && args.length > 0 && begins(name)))
      .map(({ site }) => site.file),
  );
  let callers: ReadonlyMap<FunctionIr, ReadonlySet<FileIr>> | null = null;
  while (next.size > 0) {
    for (const file of next) reached.add(file);
    const answering = [...next].flatMap((file) => file.functions.filter(answers));
    if (answering.length > 0) callers ??= callersOf(project);
    const calling = answering.flatMap((fn) => [...(callers?.get(fn) ?? [])]);
    next = new Set(calling.filter((file) => !reached.has(file)));
  }
  return reached;
}

/** The files that call a function by a name of its own, not through an interface. */
function callersOf(project: DataProject): Map<FunctionIr, Set<FileIr>> {
  const callers = new Map<FunctionIr, Set<FileIr>>();
  for (const { expr, scope, file } of project.calls) {
    const callee = expr.k === "call" ? project.typeOf(unwrapped(expr.callee), scope) : null;
    if (callee?.k !== "function") continue;
    const files = callers.get(callee.fn);
    if (files === undefined) callers.set(callee.fn, new Set([file]));
    else files.add(file);
  }
  return callers;
}

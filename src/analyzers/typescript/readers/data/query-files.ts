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
  while (next.size > 0) {
    for (const file of next) reached.add(file);
    const answering = new Set([...next].flatMap((file) => file.functions.filter(answers)));
    next = answering.size === 0 ? new Set() : filesThatCall(answering, reached, project);
  }
  return reached;
}

function filesThatCall(
  functions: ReadonlySet<FunctionIr>,
  reached: ReadonlySet<FileIr>,
  project: DataProject,
): Set<FileIr> {
  const files = new Set<FileIr>();
  for (const { expr, scope, file } of project.calls) {
    if (expr.k !== "call" || reached.has(file) || files.has(file)) continue;
    const callee = project.typeOf(unwrapped(expr.callee), scope);
    if (callee.k === "function" && functions.has(callee.fn)) files.add(file);
  }
  return files;
}

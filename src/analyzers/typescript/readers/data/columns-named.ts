import type { Expr, Scope } from "../../ir.ts";
import type { BuilderWords } from "./builder-words.ts";
import { type Chain, unwrapped } from "./chains.ts";
import type { DataProject } from "./data-project.ts";
import { textsOf } from "./options.ts";

/**
 * The columns of a table that a chain names: those with its alias before them, and those without any where it is the
 * only table.
 */
export function columnsNamed(
  chain: Chain,
  alias: string,
  isLone: boolean,
  words: BuilderWords,
  project: DataProject,
): string[] {
  const texts = chain.steps.flatMap(({ name, args }) =>
    args === null || !words.columns.has(name)
      ? []
      : args.flatMap((arg) => textsIn(arg, chain.scope, project)),
  );
  return texts.flatMap((text) => {
    const [, qualifier, column] = /^(?:([\w$]+)\.)?([\w$]+)(?:\s+as\s+\w+)?$/i.exec(text) ?? [];
    if (column === undefined || /^(?:asc|desc)$/i.test(column)) return [];
    return (qualifier === undefined ? isLone : qualifier === alias) ? [words.rename(column)] : [];
  });
}

function textsIn(arg: Expr, scope: Scope, project: DataProject): string[] {
  const plain = unwrapped(arg);
  if (plain.k === "object") return plain.properties.map(({ key }) => key);
  const isText = plain.k === "text" || plain.k === "array" || plain.k === "id" || plain.k === "member";
  return isText ? textsOf(plain, scope, project) : [];
}

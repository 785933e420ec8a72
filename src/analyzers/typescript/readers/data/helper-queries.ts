import type { Diagnostic } from "../../../../model/diagnostic.ts";
import { nodeOf } from "../../../../sql/table-name.ts";
import type { Expr } from "../../ir.ts";
import type { BuilderWords } from "./builder-words.ts";
import { type Chain, unwrapped } from "./chains.ts";
import type { DataProject } from "./data-project.ts";
import { parsedName } from "./migrations/schema-call.ts";
import { handedTexts } from "./named-by-callers.ts";
import { namesIn } from "./names-in.ts";
import { printed } from "./print-expression.ts";
import { placeAt, type Seen } from "./sightings.ts";

/** A helper that takes the name of a table touches the tables that its callers name; where nobody does, it is noted. */
export function readHelper(
  chain: Chain,
  words: BuilderWords,
  project: DataProject,
  unknown: Diagnostic[],
): Seen[] {
  const step = chain.steps.find((one) => words.entry(one, chain) !== null);
  const entry = step === undefined ? null : words.entry(step, chain);
  const [first] = entry?.args ?? [];
  if (entry === null || first === undefined) return [];
  const writes = chain.steps.some(({ name, args }) => args !== null && words.writes.has(name));
  const { source, rename } = words;
  const handed = handedTexts(first, chain.site, project);
  if (handed.length === 0) noteUnknown(first, chain, project, unknown);
  return handed.flatMap(({ text, caller }): Seen[] => {
    const { name, schema } = parsedName(text);
    if (!/^[\w$-]+$/.test(name)) return [];
    const table = nodeOf({ name: rename(name), schema });
    const access = writes ? "write" : entry.access;
    return [
      {
        site: caller,
        pos: caller.expr.pos,
        sightings: [{ table, access }],
        joins: [],
        reading: "query-builder",
        source,
        statement: `${printed(caller.expr)} → ${printed(chain.site.expr)}`,
      },
    ];
  });
}

function noteUnknown(table: Expr, chain: Chain, project: DataProject, unknown: Diagnostic[]): void {
  const plain = unwrapped(table);
  const isName = plain.k === "id" || plain.k === "member" || plain.k === "element" || plain.k === "template";
  const origin = project.originOf(plain, chain.scope)?.expr;
  // A query in the place of a table is told where it is made.
  if (!isName || origin?.k === "call" || namesIn(plain, chain.scope, project).length > 0) return;
  const message = `The table of this query is only known at run time: ${printed(chain.site.expr).slice(0, 80)}`;
  unknown.push({ severity: "note", code: "dynamic-table", message, ...placeAt(chain.scope, plain.pos) });
}

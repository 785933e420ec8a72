import { TABLES } from "../../reporters/list/tables.ts";
import type { AnalysisOptions } from "../analysis-options.ts";
import { closest } from "../closest.ts";
import { conduct } from "../conduct.ts";
import { EXIT, Failure } from "../exit-codes.ts";
import { writeOut } from "../output/standard-output.ts";
import { anySource } from "../sources.ts";

/** Prints one table of a result; without a name, the names of all tables. */
export async function listCommand(
  table: string | undefined,
  place: string | undefined,
  options: AnalysisOptions & { readonly json?: boolean },
): Promise<void> {
  const names = Object.keys(TABLES);
  if (table === undefined) {
    const width = Math.max(...names.map((name) => name.length)) + 2;
    writeOut(
      Object.entries(TABLES)
        .map(([name, { title }]) => `${name.padEnd(width)}${title}\n`)
        .join(""),
    );
    return;
  }
  if (!names.includes(table)) {
    const near = closest(table, names);
    const hint = near === undefined ? `; there are ${names.join(", ")}` : `; did you mean "${near}"?`;
    throw new Failure(`there is no table "${table}"${hint}`, EXIT.usage);
  }
  const { source, lang } = await anySource(place, options);
  await conduct({ source, speeches: [{ kind: "list", table, json: options.json === true }], options, lang });
}

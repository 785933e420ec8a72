import { callsNamed } from "../calls-by-name.ts";
import type { BuilderWords } from "./builder-words.ts";
import type { DataProject, DataReader } from "./data-project.ts";
import { readStringBuilder } from "./string-builder.ts";

/**
 * Reads Kysely: `db.selectFrom("orders as o").innerJoin("lines", …)`, chained or in variables, with sub-queries and
 * common table expressions. Says what each query reads, writes and joins. Cannot see tables that only a caller knows.
 */
export const kysely: DataReader = {
  name: "kysely",
  appliesTo: (project) => project.dependsOn("kysely"),
  read: (project) => readStringBuilder(project, kyselyWords(project)),
};

const ENTRIES: ReadonlyMap<string, "read" | "write"> = new Map([
  ["selectFrom", "read"],
  ["insertInto", "write"],
  ["replaceInto", "write"],
  ["updateTable", "write"],
  ["deleteFrom", "write"],
  ["mergeInto", "write"],
]);

const COLUMNS = new Set(
  `select where whereRef set values orderBy groupBy having returning distinctOn columns onConflict column`.split(
    /\s+/,
  ),
);

function kyselyWords(project: DataProject): BuilderWords {
  const isCamel = callsNamed(project, (name) => name === "CamelCasePlugin").some(
    ({ expr }) => expr.k === "new",
  );
  return {
    source: "kysely",
    begins: (name) => ENTRIES.has(name),
    entry: ({ name, args }) => {
      const access = ENTRIES.get(name);
      return access === undefined || args?.[0] === undefined ? null : { access, args: [args[0]] };
    },
    joins: /^(?:(?:inner|left|right|full|cross)Join(?:Lateral)?|(?:cross|outer)Apply|from|using)$/,
    writes: new Set(),
    columns: COLUMNS,
    rename: isCamel ? snakeName : (name) => name,
  };
}

/** What `CamelCasePlugin` makes of a name: `pageHistory` is `page_history`. */
function snakeName(name: string): string {
  return name.replace(/[A-Z]/g, (letter, at: number) => `${at === 0 ? "" : "_"}${letter.toLowerCase()}`);
}

import type { Diagnostic } from "../../../../model/diagnostic.ts";
import { splitStatements } from "../../../../sql/split-statements.ts";
import { nodeOf, type TableName } from "../../../../sql/table-name.ts";
import type { CallSite } from "../../project.ts";
import { commonNames } from "./common-names.ts";
import type { DataFindings, DataProject, DataReader } from "./data-project.ts";
import { isMigration } from "./migrations/migration-files.ts";
import { type HandedText, handedTexts } from "./named-by-callers.ts";
import { placeAt, type Seen } from "./sightings.ts";
import { type SqlText, sqlTextOf } from "./sql-text.ts";

/**
 * Reads SQL in strings and tagged templates, whoever runs it: pg, mysql2, better-sqlite3, slonik, postgres.js, raw
 * queries of an object mapper. Says what each statement reads, writes and joins. Cannot see names of tables that are
 * only known at run time; such statements are marked `partial`.
 */
export const sqlStrings: DataReader = {
  name: "sql",
  appliesTo: () => true,
  read: (project) => {
    const common = commonNames(project);
    const found: DataFindings[] = [];
    for (const site of project.calls) {
      const sql = sqlTextOf(site, project);
      if (sql !== null && !isMigration(site.file)) found.push(readSite(sql, site, project, common));
    }
    const seen = found.flatMap((one) => one.seen ?? []);
    const unread = seen.filter(({ reading }) => reading === "token-scan").map(notUnderstood);
    return { seen, diagnostics: [...found.flatMap((one) => one.diagnostics ?? []), ...unread] };
  },
};

function notUnderstood({ site, pos, statement }: Seen): Diagnostic {
  const head = statement.replace(/\s+/g, " ").trim().slice(0, 60);
  const message = `No parser understood this statement; its tables were found by scanning it: ${head}`;
  return { severity: "note", code: "unreadable-sql", message, ...placeAt(site.scope, pos) };
}

/** Names of common table expressions that a builder makes, by file: raw parts of its query read them. */
type Common = ReturnType<typeof commonNames>;

function readSite(sql: SqlText, site: CallSite, project: DataProject, common: Common): DataFindings {
  const seen = readAll(sql, site, project, common);
  if (seen.length > 0) return { seen };
  const handed = handedStatements(site, project).flatMap(({ text, caller }) =>
    readAll({ ...sql, text, pos: caller.expr.pos }, caller, project, common),
  );
  return { seen: handed, diagnostics: handed.length === 0 ? unknownTables(sql, site) : [] };
}

function readAll(sql: SqlText, site: CallSite, project: DataProject, common: Common): Seen[] {
  return splitStatements(sql.text, { backslash: project.sql.dialect === "mysql" })
    .filter(({ statement }) => statement !== "")
    .flatMap(({ statement }) => readOne(statement, sql, site, project, common));
}

/** A helper that takes the name of a table runs one statement for each name that its callers give. */
function handedStatements(site: CallSite, project: DataProject): HandedText[] {
  const { expr, scope } = site;
  const template = expr.k === "template" ? expr : expr.args.find((arg) => arg.k === "template");
  if (template?.k !== "template") return [];
  return template.holes.flatMap((hole, at) =>
    handedTexts(hole, site, project).map(({ text, caller }) => {
      const parts = template.holes.map((other, index) => {
        const known = index === at ? text : (project.constantOf(other, scope)?.text ?? "${}");
        return known + (template.texts[index + 1] ?? "");
      });
      return { text: (template.texts[0] ?? "") + parts.join(""), caller };
    }),
  );
}

function readOne(
  statement: string,
  sql: SqlText,
  site: CallSite,
  project: DataProject,
  common: Common,
): Seen[] {
  const said = project.sql.read(statement);
  if (!sql.sure && said.parser === null) return [];
  const names = common.get(site.file.path);
  const isTable = ({ name, schema }: TableName): boolean => schema !== null || names?.has(name) !== true;
  const touches = said.touches.filter(({ table }) => isTable(table));
  if (touches.length === 0) return [];
  return [
    {
      site,
      pos: sql.pos,
      sightings: touches.map(({ table, access, columns }) => ({
        table: nodeOf(table),
        access,
        columns,
      })),
      joins: said.joins
        .filter(({ left, right }) => isTable(left) && isTable(right))
        .map(({ left, right }) => [nodeOf(left), nodeOf(right)]),
      reading: sql.partial ? "partial" : said.reading,
      source: "sql",
      statement,
    },
  ];
}

/** A statement whose tables nobody can tell is said, not swallowed. */
function unknownTables(sql: SqlText, site: CallSite): Diagnostic[] {
  if (!sql.sure || !/\b(?:FROM|INTO|UPDATE)\s+["`[]?\$\{/i.test(sql.text)) return [];
  const { file, line } = placeAt(site.scope, site.expr.pos);
  const message = `The table of this statement is only known at run time: ${sql.text.replace(/\s+/g, " ").trim().slice(0, 60)}`;
  return [{ severity: "note", code: "dynamic-table", message, file, line }];
}

import type { Diagnostic } from "../../../../../model/diagnostic.ts";
import { byNumbers } from "../../../../../sql/by-numbers.ts";
import type { SchemaOperation } from "../../../../../sql/schema-operation.ts";
import type { PlacedOperation } from "../../../../../sql/schema-state.ts";
import { splitStatements } from "../../../../../sql/split-statements.ts";
import type { FileIr } from "../../../ir.ts";
import { lineAt } from "../../../ir.ts";
import type { CallSite, Project } from "../../../project.ts";
import { chainOf } from "../chains.ts";
import type { DataFindings, DataProject, DataReader, MigrationSet } from "../data-project.ts";
import { sqlTextOf } from "../sql-text.ts";
import { knexSchema } from "./knex-schema.ts";
import { kyselySchema } from "./kysely-schema.ts";
import { SCHEMA_CALL, sitesOf, sitesOfUp } from "./migration-calls.ts";
import { isMigration } from "./migration-files.ts";
import { objectSchema } from "./object-schema.ts";
import { elementTexts, type ReadSchemaCall } from "./schema-call.ts";
import { typeormSchema } from "./typeorm-schema.ts";

/**
 * Reads migrations in code, in the order of their numbers: Knex, Kysely, TypeORM, Sequelize and Umzug, MikroORM,
 * node-pg-migrate, db-migrate, with builders or SQL; also schemas that a program creates when it starts. Says the
 * schema that results in the end. Cannot see names that are computed, nor what depends on the state of a database.
 */
export const migrations: DataReader = {
  name: "migrations",
  appliesTo: () => true,
  read: (project) => {
    const sets = new Map<string, FileIr[]>();
    for (const file of project.files) {
      const name = isMigration(file) ? folderOf(file.path) : file.path;
      const known = sets.get(name);
      if (known === undefined) sets.set(name, [file]);
      else known.push(file);
    }
    const read = [...sets.values()].map((files) => readSet(files, project));
    return {
      migrations: read.flatMap((one) => one.migrations ?? []),
      diagnostics: read.flatMap((one) => one.diagnostics ?? []),
    };
  },
};

const BUILDERS: readonly ReadSchemaCall[] = [typeormSchema, knexSchema, kyselySchema, objectSchema];
function readSet(files: readonly FileIr[], project: DataProject): DataFindings {
  const ordered = [...files].sort((a, b) => byNumbers(a.path, b.path));
  const operations: PlacedOperation[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of ordered) {
    const sites = isMigration(file) ? sitesOfUp(file, project) : sitesOf(file, project);
    for (const site of sites) operations.push(...operationsOf(site, project, diagnostics));
  }
  if (!operations.some(({ operation }) => operation.do === "create-table" || operation.do === "create-view"))
    return {};
  diagnostics.push(...operations.flatMap((placed) => notUnderstood(placed) ?? []));
  const set: MigrationSet = { source: sourceOf(ordered[0] as FileIr, project), operations };
  return { migrations: [set], diagnostics };
}

const TOOLS = [
  "kysely",
  "typeorm",
  "@mikro-orm/migrations",
  "umzug",
  "sequelize",
  "node-pg-migrate",
  "drizzle-orm",
  "knex",
  "db-migrate",
];

function sourceOf(file: FileIr, project: Project): string {
  const imported = TOOLS.find((tool) => file.imports.some(({ module }) => module === tool));
  const tool = imported ?? TOOLS.find((one) => project.dependsOn(one)) ?? "sql";
  return tool.startsWith("@mikro")
    ? "mikro-orm"
    : tool === "umzug"
      ? "sequelize"
      : tool === "drizzle-orm"
        ? "drizzle"
        : tool;
}

function operationsOf(site: CallSite, project: DataProject, diagnostics: Diagnostic[]): PlacedOperation[] {
  const { file } = site;
  const sql = sqlTextOf(site, project);
  if (sql !== null) {
    const texts = sql.partial ? textVariants(site, project) : [];
    return (texts.length === 0 ? [sql.text] : texts).flatMap((text) =>
      sqlOperations(text, sql.pos, site, project),
    );
  }
  if (!SCHEMA_CALL.test(site.name) || site.expr.k !== "call") return [];
  const operations = builderOperations(site, project);
  const before = chainOf(site.expr, site).steps.slice(0, -1);
  const isPart = standsInBuilder(site) || before.some(({ name }) => SCHEMA_CALL.test(name));
  if (operations === null && isMigration(file) && !isPart) diagnostics.push(notRead(site));
  return (operations ?? []).map((operation) => ({ operation, file: file.path, reading: "query-builder" }));
}

/** `table.renameColumn(…)` in the function that `alterTable` is given has been read with it. */
function standsInBuilder({ scope }: CallSite): boolean {
  const context = scope.fn?.context;
  if (context == null || !("call" in context)) return false;
  const { callee } = context.call;
  return callee.k === "member" && SCHEMA_CALL.test(callee.name);
}

/** In a loop over constant names, a template stands for one statement each. */
function textVariants({ expr, scope }: CallSite, project: DataProject): string[] {
  const template = expr.k === "template" ? undefined : expr.args.find((arg) => arg.k === "template");
  if (template?.k !== "template") return [];
  const names =
    template.holes.map((hole) => elementTexts(hole, scope, project)).find((texts) => texts.length > 0) ?? [];
  return names.map((name) => {
    const parts = template.holes.map((hole, index) => {
      const known =
        elementTexts(hole, scope, project).length > 0 ? name : project.constantOf(hole, scope)?.text;
      return (known ?? "${}") + (template.texts[index + 1] ?? "");
    });
    return (template.texts[0] ?? "") + parts.join("");
  });
}

/** What a migration does to rows does not change the schema; outside of migrations, who runs SQL says it. */
const DEFINES = /^(?:CREATE|ALTER|DROP|RENAME|EXEC|EXECUTE)\b/i;

function sqlOperations(text: string, pos: number, site: CallSite, project: DataProject): PlacedOperation[] {
  const first = lineAt(site.file, pos);
  return splitStatements(text).flatMap((piece) => {
    if (!DEFINES.test(piece.statement)) return [];
    const said = project.sql.read(piece.statement, first + piece.line - 1);
    return said.operations.map((operation) => ({ operation, file: site.file.path, reading: said.reading }));
  });
}

function builderOperations(site: CallSite, project: DataProject): SchemaOperation[] | null {
  const { steps, scope } = chainOf(site.expr, site);
  const step = steps.at(-1);
  if (step === undefined) return null;
  const call = { project, site, scope, step, later: () => laterSteps(site, project) };
  for (const read of BUILDERS) {
    const operations = read(call);
    if (operations !== null) return operations;
  }
  return null;
}

/** The steps that follow a call in its chain: Kysely's columns come after `createTable`. */
function laterSteps(site: CallSite, project: DataProject): ReturnType<typeof chainOf>["steps"] {
  for (const chain of project.chains.inFile(site.file.path)) {
    const at = chain.steps.findIndex(({ call }) => call === site.expr);
    if (at !== -1) return chain.steps.slice(at + 1);
  }
  return [];
}

/** A definition that no parser understood is taken from its tokens, and said. */
function notUnderstood({ operation, file, reading }: PlacedOperation): Diagnostic | null {
  if (reading !== "token-scan") return null;
  const line = operation.do === "add-key" ? operation.key.line : "line" in operation ? operation.line : null;
  if (line === null || operation.do === "rename-table" || operation.do === "create-routine") return null;
  const message = "No parser understood this definition; it was read from its words.";
  return { severity: "note", code: "unreadable-sql", message, file, line };
}

function notRead(site: CallSite): Diagnostic {
  const message = `This change of the schema could not be read: ${site.name}(…).`;
  return {
    severity: "note",
    code: "unreadable-schema",
    message,
    file: site.file.path,
    line: lineAt(site.file, site.expr.pos),
  };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

import { prisma } from "../../src/analyzers/prisma/index.ts";
import { readScript } from "../../src/analyzers/sql/read-scripts.ts";
import { typescript } from "../../src/analyzers/typescript/index.ts";
import { parseConfiguration } from "../../src/cli/configuration/parse-configuration.ts";
import { Failure } from "../../src/cli/exit-codes.ts";
import type { FilePath } from "../../src/model/ids.ts";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { readReference, UnreadableReference } from "../../src/quality/reference.ts";
import { parseReport } from "../../src/reporters/json/parse-report.ts";
import { IgnoreLayer } from "../../src/repository/ignore-layer.ts";
import { parseIgnoreFile } from "../../src/repository/ignore-pattern.ts";
import { factsOfSchema } from "../../src/sql/facts-of-schema.ts";
import { applyOperations } from "../../src/sql/schema-state.ts";
import { prepareSql, SqlReader } from "../../src/sql/sql-reader.ts";
import { readDecisions } from "../../src/workshop/read-decisions.ts";
import { holdFindings } from "./hold-findings.ts";
import { inputRepository } from "./input-repository.ts";

/** Reads one text as the product would, and throws where it may not. */
export type Read = (text: string) => void | Promise<void>;

/** Everything that is read from others, one text at a time. */
export const LANGUAGES = {
  ts: source("shop.ts"),
  tsx: source("shop.tsx"),
  js: source("shop.js"),
  postgresql: script("postgresql"),
  mysql: script("mysql"),
  mssql: script("mssql"),
  sqlite: script("sqlite"),
  prisma: async (text) => {
    const repository = inputRepository({ "schema.prisma": text });
    holdFindings(await prisma.analyze(repository, DEFAULT_SETTINGS, () => {}), repository);
  },
  tsconfig: async (text) => {
    const files = { "tsconfig.json": text, "src/shop.ts": 'import { till } from "@/till";\ntill();\n' };
    const repository = inputRepository(files);
    holdFindings(await typescript.analyze(repository, DEFAULT_SETTINGS, () => {}), repository);
  },
  decisions: (text) => void readDecisions(text),
  json: (text) => configuration(text, "monocarve.config.json"),
  yaml: (text) => configuration(text, "monocarve.config.yaml"),
  result: (text) => void parseReport(text),
  ignore: (text) => {
    let layer = IgnoreLayer.of(parseIgnoreFile(text));
    for (const name of ["a".repeat(200), "ab".repeat(100), "[a]"]) {
      layer.decide(name, true);
      layer = layer.inside(name);
    }
    layer.decide("b.ts", false);
  },
  reference: (text) => {
    try {
      for (const { matches } of readReference(text).patterns)
        matches(`${"a".repeat(200)}/${"a".repeat(200)}.ts`);
    } catch (error) {
      if (!(error instanceof UnreadableReference)) throw error;
    }
  },
} satisfies Readonly<Record<string, Read>>;
export type Language = keyof typeof LANGUAGES;

function source(path: string): Read {
  return async (text) => {
    const repository = inputRepository({ [path]: text });
    holdFindings(await typescript.analyze(repository, DEFAULT_SETTINGS, () => {}), repository);
  };
}

function script(dialect: "postgresql" | "mysql" | "mssql" | "sqlite"): Read {
  return async (text) => {
    await prepareSql();
    const { operations, joins, diagnostics } = readScript(
      "script.sql" as FilePath,
      text,
      new SqlReader(dialect),
    );
    const facts = [...factsOfSchema(applyOperations(operations), { source: "sql" }), ...joins];
    holdFindings({ facts, diagnostics }, inputRepository({ "script.sql": text }));
  };
}

function configuration(text: string, file: string): void {
  try {
    parseConfiguration(text, file);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

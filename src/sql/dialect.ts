/** The SQL dialects that are told apart. */
export const DIALECTS = ["postgresql", "mysql", "sqlite", "mssql", "oracle"] as const;
export type Dialect = (typeof DIALECTS)[number];

/** A dialect, and what it was guessed from. */
export interface DialectGuess {
  readonly dialect: Dialect;
  readonly because: string;
}

const DRIVERS: Readonly<Record<string, Dialect>> = {
  pg: "postgresql",
  postgres: "postgresql",
  slonik: "postgresql",
  "pg-promise": "postgresql",
  "@neondatabase/serverless": "postgresql",
  "@vercel/postgres": "postgresql",
  mysql: "mysql",
  mysql2: "mysql",
  mariadb: "mysql",
  "better-sqlite3": "sqlite",
  sqlite3: "sqlite",
  sqlite: "sqlite",
  "@libsql/client": "sqlite",
  mssql: "mssql",
  tedious: "mssql",
  oracledb: "oracle",
};

const SIGNS: readonly (readonly [RegExp, Dialect, string])[] = [
  [/PostgreSQL database dump|\bpg_catalog\b/i, "postgresql", "header comment"],
  [/(?:MySQL|MariaDB) dump|phpMyAdmin/i, "mysql", "header comment"],
  [/\bAUTO_INCREMENT\b|\bENGINE\s*=|\bUNSIGNED\b/i, "mysql", "keywords"],
  [/\bAUTOINCREMENT\b|\bPRAGMA\b|\bWITHOUT\s+ROWID\b/i, "sqlite", "keywords"],
  [/\bNVARCHAR\b|\bIDENTITY\s*\(|^\s*GO\s*$|\[dbo\]/im, "mssql", "keywords"],
  [/\bVARCHAR2\b|\bNUMBER\s*\(/i, "oracle", "keywords"],
  [
    /\bBIGSERIAL\b|\bSERIAL\b|\bJSONB\b|\bTIMESTAMPTZ\b|::[a-z]|\$\$|\$1\b|\bILIKE\b|\bRETURNING\b|\bPLPGSQL\b/i,
    "postgresql",
    "keywords",
  ],
  [/`\w+`/, "mysql", "quoting"],
  [/(?:FROM|JOIN|TABLE|INTO)\s+\[\w/i, "mssql", "quoting"],
];

/** Guesses the dialect of a text from its header comments, keywords and quotes; null where nothing tells. */
export function dialectOfText(text: string): DialectGuess | null {
  const head = text.slice(0, 100_000);
  const sign = SIGNS.find(([pattern]) => pattern.test(head));
  return sign === undefined ? null : { dialect: sign[1], because: sign[2] };
}

/** Guesses the dialect of a repository from the drivers that its packages depend on; the first by name wins a tie. */
export function dialectOfDrivers(dependencies: readonly string[]): DialectGuess | null {
  const found = dependencies.filter((name) => Object.hasOwn(DRIVERS, name)).sort();
  const known = found.map((name) => DRIVERS[name] as Dialect);
  // A test database (SQLite beside PostgreSQL) must not hide the real one.
  const dialect = DIALECTS.find((candidate) => known.includes(candidate));
  if (dialect === undefined) return null;
  return { dialect, because: `driver ${found[known.indexOf(dialect)]}` };
}

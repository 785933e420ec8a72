import type { Copy } from "./copy.ts";
import { counted } from "./counted.ts";

const files = (n: number): string => counted(n, "file");

/** The words for each kind of trouble. */
export const englishDiagnostics: Copy["diagnostics"] = {
  "unreadable-file": {
    count: (n) => `${files(n)} could not be read`,
    advice: "Check their permissions.",
  },
  "not-regular-file": {
    count: (n) => `${counted(n, "entry", "entries")} that are no regular files`,
    advice: "Pipes, sockets and devices are never opened.",
  },
  "symbolic-link": {
    count: (n) => `${counted(n, "symbolic link")} not followed`,
    advice: "Links are never followed; what they point to is read only where it lies.",
  },
  "file-too-large": {
    count: (n) => `${files(n)} too large to be code written by hand`,
    advice: "Nothing of them was read: they are generated or hold data, as a rule.",
  },
  "folder-too-deep": {
    count: (n) => `${counted(n, "folder")} nested too deeply`,
    advice: "What lies below was not read.",
  },
  "binary-file": {
    count: (n) => `${files(n)} named like source but binary`,
    advice: "Nothing to do: they hold no source.",
  },
  "undecodable-text": {
    count: (n) => `${files(n)} with bytes that are no text`,
    advice: "They were read with the unreadable bytes replaced.",
  },
  "broken-configuration": {
    count: (n) => `${counted(n, "configuration file")} could not be understood`,
    advice: "Aliases and packages that they declare are missing from the result.",
  },
  "configuration-outside-root": {
    count: (n) => `${counted(n, "configuration")} points outside the repository`,
    advice: "Nothing outside the repository is ever read.",
  },
  "sparse-checkout": {
    count: (n) => `${counted(n, "committed file")} of code not in the folder (sparse checkout)`,
    advice: "What they hold is missing; have them all with: git sparse-checkout disable",
  },
  "uncommitted-changes": {
    count: (n) => `${files(n)} differ from the commit`,
    advice: "The files were read as they are on disk.",
  },
  "scope-chosen": {
    count: (n) => `only ${counted(n, "package")} of several read`,
    advice: "Choose otherwise with --package, --include or --exclude.",
  },
  "interface-set-aside": {
    count: (n) => `${files(n)} of the user interface not read`,
    advice: "They only draw; read them with --include.",
  },
  "npm-traps": {
    count: (n) => `${counted(n, "npm setting")} of this repository could run code`,
    advice: "Run npx from outside the repository, with a path to it.",
  },
  "syntax-error": {
    count: (n) => `${files(n)} with syntax errors`,
    advice: "What could be understood of them was used.",
  },
  "too-deep": {
    count: (n) => `${files(n)} nested too deeply to be parsed`,
    advice: "They are usually generated.",
  },
  "deadline-exceeded": {
    count: (n) => `${files(n)} took too long to read`,
    advice: "Leave them out with --exclude if they are generated.",
  },
  "parser-died": {
    count: (n) => `${files(n)} took more memory than there is`,
    advice: "Leave them out with --exclude, or allow more: NODE_OPTIONS=--max-old-space-size=MB.",
  },
  "minified-file": {
    count: (n) => `${files(n)} minified`,
    advice: "Minified code says nothing about contexts.",
  },
  "unresolved-calls": {
    count: (n) => `${counted(n, "call")} whose target stayed open`,
    advice: "Try --precise: the type checker finds some of them.",
  },
  "unresolved-import": {
    count: (n) => `${counted(n, "import")} that lead nowhere`,
    advice: "Often generated code that is not in the repository.",
  },
  "unreadable-sql": {
    count: (n) => `${counted(n, "SQL statement")} that no parser understood`,
    advice: "See: monocarve list diagnostics",
  },
  "partial-sql": {
    count: (n) => `${counted(n, "SQL statement")} put together at run time`,
    advice: "Only their constant part was read.",
  },
  "unreadable-schema": {
    count: (n) => `${counted(n, "part")} of schemas could not be understood`,
    advice: "Tables or columns may be missing; see: monocarve list diagnostics",
  },
  "undeclared-table": {
    count: (n) => `${counted(n, "table")} used but declared nowhere`,
    advice: "The schema may live in another repository.",
  },
  "schema-disagreement": {
    count: (n) => `${counted(n, "table")} declared differently in two places`,
    advice: "The later migration was believed.",
  },
  "dynamic-table": {
    count: (n) => `${counted(n, "query", "queries")} whose table is known only at run time`,
    advice: "Their tables are missing from the result.",
  },
  "no-history": {
    count: () => "no git history",
    advice: "Churn and co-change are unknown; analyse a clone to have them.",
  },
  "shallow-history": {
    count: () => "the history is cut off (shallow clone)",
    advice: "Fetch the rest with: git fetch --unshallow",
  },
  "partial-history": {
    count: () => "the clone lacks old file contents",
    advice: "Churn in lines is unknown; revisions and co-change are complete.",
  },
  "history-failed": {
    count: () => "git could not read the history",
    advice: "The analysis went on without it.",
  },
  "history-timeout": {
    count: () => "reading the history took too long",
    advice: "The analysis went on without it.",
  },
  "foreign-owner": {
    count: () => "the repository belongs to somebody else",
    advice: "Its history was not read; see git's safe.directory.",
  },
  "foreign-objects": {
    count: () => "the history lies outside the repository",
    advice: "It was not read.",
  },
  "sweeping-commits": {
    count: (n) => `${counted(n, "sweeping commit")} not counted as co-change`,
    advice: "Commits that touch very many files say nothing about coupling.",
  },
  "sweeping-transactions": {
    count: (n) => `${counted(n, "sweeping transaction")} not counted as tying tables together`,
    advice: "Seeds and imports that write very many tables say nothing about coupling.",
  },
  "thin-history": {
    count: () => "too few commits to tell what changes together",
    advice: "The contexts rest on the code alone.",
  },
  "weak-structure": {
    count: () => "the contexts are hardly better than chance",
    advice: "Read them as questions, not as answers.",
  },
  "unknown-decision-target": {
    count: (n) => `${counted(n, "decision")} about units that do not exist`,
    advice: "Was something renamed? See: monocarve list diagnostics",
  },
};

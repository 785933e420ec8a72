/** The architecture, as rules that fail the build. The comments are its documentation; `src/README.md` is its map. */

/** One library, one room: replacing it is a change to one folder. */
const onlyIn = (library, rooms) => ({
  name: `${library.replaceAll(/\W+/g, "-")}-stays-in-its-room`,
  comment: `${library} is known in ${rooms.join(", ")} only, so that replacing it is a change to one room.`,
  severity: "error",
  from: { path: "^src/", pathNot: rooms.map((room) => `^src/${room}`) },
  to: { path: `(^|/)node_modules/${library}/` },
});

module.exports = {
  forbidden: [
    {
      name: "model-imports-nothing",
      comment: "The model is the dictionary that all rooms share. A word that needs a room is not a word.",
      severity: "error",
      from: { path: "^src/model/" },
      to: { pathNot: "^src/model/" },
    },
    {
      name: "rooms-meet-in-the-pipeline",
      comment:
        "A stage may use the model and itself. Stages are joined in src/pipeline.ts and nowhere else. page/data.ts is " +
        "the contract between the HTML reporter and the script inside its page.",
      severity: "error",
      from: { path: "^src/(repository|sql|graph|contexts|plan|reporters|quality)/" },
      to: { path: "^src/", pathNot: ["^src/model/", "^src/$1/", "^src/page/data[.]ts$"] },
    },
    {
      name: "workshop-replays-the-pure-stages",
      comment: "Decisions of people are replayed on a report: the workshop may ask the pure stages again, nobody else.",
      severity: "error",
      from: { path: "^src/workshop/" },
      to: { path: "^src/", pathNot: "^src/(model|workshop|graph|contexts|plan)/" },
    },
    {
      name: "screens-show-what-they-are-given",
      comment:
        "The page (in a browser) and the explorer (in a terminal) work on a report: they may know the words and the " +
        "workshop, never how facts are found, and not each other.",
      severity: "error",
      from: { path: "^src/(page|explorer)/" },
      to: { path: "^src/", pathNot: ["^src/(model|workshop|graph|contexts|plan|reporters)/", "^src/$1/"] },
    },
    {
      name: "analyzers-do-not-know-each-other",
      comment:
        "An analyzer sees the repository and speaks in facts. What two of them need is a room of its own (as sql/ is), " +
        "or it lies beside them in analyzers/.",
      severity: "error",
      from: { path: "^src/analyzers/([^/]+)/" },
      to: {
        path: "^src/",
        pathNot: ["^src/analyzers/$1/", "^src/analyzers/[^/]+[.]ts$", "^src/(model|repository|sql)/"],
      },
    },
    {
      name: "analyzers-meet-the-repository-as-a-type",
      comment: "A repository is handed to an analyzer; it does not open files, packages or git by itself.",
      severity: "error",
      from: { path: "^src/analyzers/" },
      to: { path: "^src/repository/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "cache-knows-no-stage",
      comment:
        "What is kept is plain data with the circumstances that it was found in. A cache that knew what it keeps would " +
        "have to change with it.",
      severity: "error",
      from: { path: "^src/cache/" },
      to: { path: "^src/", pathNot: "^src/(model/|cache/|repository/|analyzers/analyzer[.]ts$|version[.]ts$)" },
    },
    {
      name: "pipeline-does-not-speak",
      comment: "The pipeline ends with a report. How it is told, and to whom, is the business of reporters/ and cli/.",
      severity: "error",
      from: { path: "^src/pipeline([.]ts$|/)" },
      to: { path: "^src/(reporters|cli|page|explorer)/" },
    },
    {
      name: "nobody-calls-the-command-line",
      comment: "cli/ is the outermost room: it knows everything, and nothing knows it.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/cli([.]ts$|/)" },
      to: { path: "^src/cli([.]ts$|/)" },
    },
    {
      name: "pure-rooms-run-in-a-browser",
      comment: "graph/, contexts/, plan/, workshop/ and page/ compute the same numbers in the page: nothing of Node in them.",
      severity: "error",
      from: { path: "^src/(model|graph|contexts|plan|workshop|page)/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "only-four-rooms-touch-the-machine",
      comment:
        "Files and programs are opened by repository/, cache/ and cli/, and git by its analyzer: the places to audit. " +
        "Beside them, page-assets.ts reads the script and styles of our own page, and sqlparser-module.ts our own parser.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot:
          "^src/(repository/|cache/|cli/|cli[.]ts$|analyzers/git/|reporters/html/page-assets[.]ts$|sql/parsers/sqlparser-module[.]ts$)",
      },
      to: { path: "^(node:)?(fs|fs/promises|child_process|http|https|net|dgram|dns)$" },
    },
    {
      name: "no-cycles",
      comment:
        "Two files that need each other at run time are one file, or three. A walk over a language is recursive by " +
        "nature (expressions hold functions, functions hold statements), so the TypeScript analyzer is free to be.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/analyzers/typescript/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-unknown-imports",
      comment: "An import that nobody can find would fail at the user's.",
      severity: "error",
      from: { path: "^src/" },
      to: { couldNotResolve: true },
    },
    onlyIn("ts-morph", ["analyzers/typescript/"]),
    onlyIn("typescript", ["analyzers/typescript/"]),
    onlyIn("node-sql-parser", ["sql/"]),
    onlyIn("@guanmingchiu/sqlparser-ts", ["sql/"]),
    onlyIn("@mrleebo/prisma-ast", ["analyzers/prisma/", "sql/prisma/"]),
    onlyIn("graphology", ["contexts/"]),
    onlyIn("graphology-communities-louvain", ["contexts/"]),
    onlyIn("ink", ["explorer/"]),
    onlyIn("react", ["explorer/"]),
    onlyIn("commander", ["cli/", "cli[.]ts$"]),
    onlyIn("chalk", ["cli/", "reporters/terminal"]),
    onlyIn("ink", ["explorer/"]),
    onlyIn("react", ["explorer/"]),
    onlyIn("simple-git", ["repository/"]),
    onlyIn("picomatch", ["repository/"]),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".cjs", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};

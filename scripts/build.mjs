/**
 * `npm run build`: bundles `dist/`.
 *
 * `cli.js` is small and loads the rest when it is needed; `worker.js` is the analysis, `task-worker.js` the thread beside it. Two packages stay dependencies
 * (ts-morph carries a compiler, sqlparser-ts a WebAssembly file); of all others only what is used is bundled, and named
 * with its licence in THIRD_PARTY_NOTICES.md.
 */
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { buildPage } from "./build-page.mjs";
import { parserOfTypeScript } from "./parser-of-typescript.mjs";
import { noticesOf } from "./third-party-notices.mjs";
import { vendoring } from "./vendoring.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Built beside its place, so that whoever runs the old one meanwhile is not disturbed. */
const DIST = join(ROOT, `dist.${process.pid}.tmp`);
const LINGER_MS = 600_000;
const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

const vendor = vendoring();
const common = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: "node",
  // Some CommonJS builds hide what they need from a bundler; their module builds do not.
  mainFields: ["module", "main"],
  target: "node20.19",
  // Names stay readable in a stack trace. (`keepNames` would cost a call for every closure that is made.)
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
  external: Object.keys(manifest.dependencies),
  // ink asks for React's developer tools only where they are wanted; React's own checks cost time that nobody sees.
  alias: {
    "react-devtools-core": join(ROOT, "scripts/no-developer-tools.mjs"),
    "string-width": join(ROOT, "scripts/fast-string-width.mjs"),
  },
  define: {
    "process.env.NODE_ENV": '"production"',
    __MONOCARVE_BUILD__: JSON.stringify(digestOfSources()),
    __MONOCARVE_PARSER__: '"./vendor/typescript-parser.cjs"',
  },
};

process.on("exit", () => rmSync(DIST, { recursive: true, force: true }));
mkdirSync(DIST, { recursive: true });
const program = await build({
  ...common,
  entryPoints: {
    cli: "src/cli.ts",
    worker: "src/cli/worker/worker.ts",
    "task-worker": "src/cli/worker/task-worker.ts",
    "what-if": "src/cli/explore/what-if-worker.ts",
  },
  outdir: DIST,
  format: "esm",
  splitting: true,
  chunkNames: "[name]-[hash]",
  plugins: [vendor.plugin],
  // Bundled CommonJS asks for Node's own modules by `require`, which modules do not have.
  banner: { js: 'import{createRequire as __cr}from"node:module";const require=__cr(import.meta.url);' },
});
const page = await build({
  ...common,
  entryPoints: ["src/page/main.ts"],
  platform: "browser",
  outdir: DIST,
  write: false,
});
const [, ...vendored] = await Promise.all([
  buildPage(join(DIST, "page")),
  ...vendor.entries().map(([name, file]) =>
    build({
      ...common,
      entryPoints: [name],
      outfile: join(DIST, file),
      format: "cjs",
      // Loading a minified parser takes longer than reading the bytes that minifying saves.
      minifyWhitespace: !name.startsWith("node-sql-parser"),
    }),
  ),
]);
makeExecutable(join(DIST, "cli.js"));
await writeSchema();
const parser = await writeParser();
putInPlace(DIST, join(ROOT, "dist"));
const metafiles = [...[program, page, ...vendored].map(({ metafile }) => metafile), parser];
writeFileSync(join(ROOT, "THIRD_PARTY_NOTICES.md"), noticesOf(ROOT, metafiles));

/** What tells this build from every other: its own sources, and the versions of everything that it is built of. */
function digestOfSources() {
  const hash = createHash("sha256");
  const names = readdirSync(join(ROOT, "src"), { recursive: true }).sort();
  const files = names.map((name) => join("src", name)).filter((file) => /\.[a-z]+$/.test(file));
  for (const file of [...files, "package.json", "package-lock.json"]) {
    hash.update(file).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest("hex");
}

/** New files replace old ones; what is left of an earlier build goes when nobody can be loading it any more. */
function putInPlace(from, to) {
  const now = Date.now();
  const list = (folder) =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile())
      : [];
  const built = list(from).map((entry) => relative(from, join(entry.parentPath, entry.name)));
  for (const name of built) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    renameSync(join(from, name), join(to, name));
  }
  for (const entry of list(to)) {
    const file = join(entry.parentPath, entry.name);
    const stale = !built.includes(relative(to, file));
    if (stale && (process.argv.includes("--clean") || now - statSync(file).mtimeMs > LINGER_MS)) rmSync(file);
  }
}

function makeExecutable(file) {
  writeFileSync(file, `#!/usr/bin/env node\n${readFileSync(file, "utf8")}`);
  chmodSync(file, 0o755);
}

/** The schema is generated by the program itself, so that it can only be the one it speaks. */
async function writeSchema() {
  const { text } = await evaluated(`import { SCHEMA_URL } from "./src/version.ts";
    import { schemaText } from "./src/reporters/json/schema.ts";
    export const text = schemaText(SCHEMA_URL);`);
  writeFileSync(join(DIST, "schema.json"), text);
}

/** The part of the compiler that every run needs; answers what it was made of. */
async function writeParser() {
  const parts = await evaluated(`export * from "./src/analyzers/typescript/syntax/parser-parts.ts";`);
  const { code, from } = await parserOfTypeScript([...parts.PARSER_PARTS, ...parts.UNDECLARED_PARTS]);
  writeFileSync(join(DIST, "vendor/typescript-parser.cjs"), code);
  // ts-morph carries the compiler without its licence.
  return { inputs: { [relative(ROOT, from)]: {}, "node_modules/typescript/lib/typescript.js": {} } };
}

/** What a module of ours exports. */
async function evaluated(contents) {
  const entry = join(DIST, "evaluated.mjs");
  await build({
    ...common,
    stdin: { contents, resolveDir: ROOT, loader: "ts" },
    outfile: entry,
    format: "esm",
    metafile: false,
  });
  const exported = await import(
    `${pathToFileURL(entry).href}?${createHash("sha256").update(contents).digest("hex")}`
  );
  rmSync(entry);
  return exported;
}

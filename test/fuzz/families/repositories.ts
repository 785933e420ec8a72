import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { buildHistory } from "../../golden/build-history.ts";
import { listFiles, ROOT } from "../corpus.ts";
import type { Dice } from "../dice.ts";
import type { Family, Input } from "../family.ts";
import { holdRepository } from "../hold-report.ts";
import { mutate, mutateBytes } from "../mutate.ts";
import { CODE_TOKENS } from "./code.ts";
import { YAML_TOKENS } from "./documents.ts";

const LINK = "\0link:";

/** Fixtures with their configuration, schemas, history and whatever else lies in them, changed, through the pipeline. */
export const repositories: Family = {
  name: "repositories",
  full: 300,
  small: 20,
  budget: 8000,
  make: (dice) => wholeRepository(dice),
  check: checkOnDisk,
};

/** Small repositories whose manifests, compiler configuration and ignore files are anything. */
export const manifests: Family = {
  name: "manifests",
  full: 1500,
  small: 40,
  budget: 3000,
  make: (dice) => ({
    "src/shop.ts":
      'import { Till } from "@/till";\nimport x from "@shop/money";\nexport class Shop { constructor(private till: Till) {} open() { this.till.open(); } }\n',
    "src/till.ts": 'import m from "#money";\nexport class Till { open() { return m; } }\n',
    "packages/money/src/index.ts": "export default class Money { add() {} }\n",
    "packages/money/package.json": manifest(dice),
    "package.json": manifest(dice),
    [dice.pick(["tsconfig.json", "src/tsconfig.json", "jsconfig.json"])]: compilerConfiguration(dice),
    "tsconfig.base.json": compilerConfiguration(dice),
    [dice.pick([".gitignore", "src/.gitignore"])]: ignoreFile(dice),
    [dice.pick(["pnpm-workspace.yaml", "lerna.json", "nx.json", ".github/workflows/ci.yml", "project.json"])]:
      manifest(dice),
    ...(dice.chance(0.3) ? { "?settings": settings(dice) } : {}),
  }),
  check: checkOnDisk,
};

/** Names that begin with `?` are no files; texts that begin with a mark are links. */
async function checkOnDisk(input: Input): Promise<void> {
  const root = join(mkdtempSync(join(tmpdir(), "monocarve-fuzzed-")), "shop");
  try {
    mkdirSync(root);
    for (const [path, text] of Object.entries(input))
      if (!path.startsWith("?")) place(join(root, path), text);
    await holdRepository(root, JSON.parse(input["?settings"] ?? "{}"));
  } finally {
    rmSync(dirname(root), { recursive: true, force: true });
  }
}

function place(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (text.startsWith(LINK)) symlinkSync(text.slice(LINK.length), path);
    else writeFileSync(path, Buffer.from(text, "latin1"));
  } catch {
    // A name that the file system does not take.
  }
}

let groups: readonly Input[] = [];

function load(): readonly Input[] {
  if (groups.length > 0) return groups;
  const names = ["bookshop", "bookshop", "bookshop"].concat(
    listFiles(join(ROOT, "fixtures")).map((path) => path.split("/")[0] as string),
  );
  const known = new Map(
    [...new Set(names)].map((name) => [name, bytesBelow(join(ROOT, "fixtures", name, "app"))]),
  );
  const folder = join(mkdtempSync(join(tmpdir(), "monocarve-fuzzed-")), "shop");
  try {
    known.set("bookshop", bytesBelow(buildHistory(join(ROOT, "fixtures/bookshop"), folder)));
  } finally {
    rmSync(dirname(folder), { recursive: true, force: true });
  }
  groups = [...known.values(), known.get("bookshop") as Input, known.get("bookshop") as Input].filter(
    (group) => Object.keys(group).length > 0,
  );
  return groups;
}

function bytesBelow(folder: string): Input {
  return Object.fromEntries(
    listFiles(folder).map((path) => [path, readFileSync(join(folder, path), "latin1")]),
  );
}

const HOSTILE_PATHS = [
  "src/__proto__.ts",
  "constructor/toString.ts",
  "src/\u001b[31mred.ts",
  "src/a\nb.ts",
  'src/"quoted".ts',
  "src/\u202egnp.ts",
  "src/=cmd.ts",
  "src/</script>.ts",
  "src/back\\slash.ts",
  "src/[a] (b).ts",
  `${"deep/".repeat(120)}end.ts`,
];

function wholeRepository(dice: Dice): Input {
  const group = dice.pick(load());
  const sources = Object.entries(group).filter(([path]) => !path.startsWith(".git/"));
  const material = { tokens: [...CODE_TOKENS, ...YAML_TOKENS], donors: sources.map(([, text]) => text) };
  const intensity = dice.pick([0.1, 0.3, 0.8]);
  const input: Record<string, string> = {};
  const hurtsHistory = dice.chance(0.2);
  for (const [path, text] of Object.entries(group)) {
    const isHistory = path.startsWith(".git/");
    const changes = isHistory ? hurtsHistory && dice.chance(0.03) : dice.chance(intensity);
    if (!isHistory && dice.chance(0.03)) continue;
    const name = !isHistory && dice.chance(0.04) ? dice.pick(HOSTILE_PATHS) : path;
    input[name] = changes ? mutateBytes(text, dice, material) : text;
  }
  if (dice.chance(0.3))
    input[dice.pick(["src/link.ts", "src/loop", "package.json"])] =
      LINK + dice.pick(["/dev/zero", "..", "/etc/passwd", "gone.ts"]);
  if (dice.chance(0.3)) input["package.json"] = manifest(dice);
  if (dice.chance(0.3)) input["tsconfig.json"] = compilerConfiguration(dice);
  if (dice.chance(0.3)) input[".gitignore"] = ignoreFile(dice);
  if (dice.chance(0.2))
    input["src/utf16.ts"] = Buffer.from(`\ufeff${dice.pick(material.donors)}`, "utf16le").toString("latin1");
  if (dice.chance(0.5)) input["?settings"] = settings(dice);
  return input;
}

function settings(dice: Dice): string {
  const chosen: Record<string, unknown> = {};
  if (dice.chance(0.3)) chosen.resolution = dice.pick(["fast", "precise"]);
  if (dice.chance(0.3)) chosen.authors = true;
  if (dice.chance(0.3)) chosen.folders = false;
  if (dice.chance(0.3)) chosen.contexts = dice.pick([1, 2, 50, 100_000]);
  if (dice.chance(0.3)) chosen.level = dice.pick(["macro", "meso", "micro"]);
  if (dice.chance(0.2)) chosen.history = false;
  if (dice.chance(0.2)) chosen.since = dice.pick(["1970-01-01", "2024-03-01", "9999-12-31"]);
  if (dice.chance(0.3))
    chosen.weights = { [dice.pick(["call", "co-change", "join"])]: dice.pick([0, 1e-9, 1e9]) };
  return JSON.stringify(chosen);
}

const word = fc.constantFrom(
  ..."name version main module types exports imports workspaces dependencies devDependencies scripts . ./* # #money import default node * @shop/money shop ./src ../.. / src/index.ts dist/index.js __proto__ constructor _moduleAliases typeorm express react ^1.0.0".split(
    " ",
  ),
);
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    word,
    fc.jsonValue({ maxDepth: 1 }),
    tie("list"),
    tie("table"),
  ),
  list: fc.array(tie("value"), { maxLength: 4 }),
  table: fc.dictionary(word, tie("value"), { maxKeys: 6 }),
})).table;

function manifest(dice: Dice): string {
  if (dice.chance(0.2)) return mutate(MANIFEST, dice, { tokens: YAML_TOKENS, donors: [MANIFEST, COMPILER] });
  return JSON.stringify({ name: dice.pick(["shop", "@shop/money", "", 7, "__proto__"]), ...sample(dice) });
}

function compilerConfiguration(dice: Dice): string {
  if (dice.chance(0.4)) return mutate(COMPILER, dice, { tokens: YAML_TOKENS, donors: [MANIFEST, COMPILER] });
  const options = { baseUrl: dice.pick([".", "..", "/", 7, "src"]), paths: sample(dice), ...sample(dice) };
  return JSON.stringify({
    extends: dice.pick([
      "./tsconfig.json",
      "./tsconfig.base.json",
      "/etc/passwd",
      "../x",
      7,
      ["./tsconfig.base"],
    ]),
    compilerOptions: dice.chance(0.8) ? options : sample(dice),
  });
}

function sample(dice: Dice): Record<string, unknown> {
  return { ...(fc.sample(anything, { seed: dice.below(2 ** 31), numRuns: 1 })[0] as object) };
}

function ignoreFile(dice: Dice): string {
  const tokens = [
    "*",
    "**",
    "**/",
    "/",
    "!",
    "?",
    "[a-z]",
    "[!",
    "]",
    "[[:alpha:]]",
    "\\",
    " ",
    "#",
    "src",
    ".ts",
    "\r",
    "\ufeff",
    "till",
  ];
  const lines = Array.from({ length: dice.below(8) }, () =>
    Array.from({ length: 1 + dice.below(6) }, () => dice.pick(tokens)).join(""),
  );
  return Buffer.from(lines.join("\n")).toString("latin1");
}

const MANIFEST = `{
  "name": "shop", "private": true, "type": "module", "main": "dist/index.js", "workspaces": ["packages/*"],
  "exports": { ".": { "import": "./src/index.ts", "default": "./dist/index.js" }, "./*": "./src/*.ts" },
  "imports": { "#money": "./src/till.ts" }, "_moduleAliases": { "@": "src" },
  "scripts": { "start": "node dist/main.js" }, "dependencies": { "express": "^4.0.0", "typeorm": "0.3.0" }
}`;
const COMPILER = `{
  // where modules are
  "extends": "./tsconfig.base.json",
  "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*"], "@shop/*": ["packages/*/src"], "*": ["./*"] }, "plugins": [{ "name": "./evil.js" }] },
  "include": ["*a*a*a*a*a*b.ts"], "files": ["/etc/passwd"],
}`;

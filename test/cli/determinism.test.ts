import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { LONG, OTHER_NODES } from "../durability/rounds.ts";
import { appOf } from "../golden/build-history.ts";
import { emptyFolder, freshCache, runCli } from "./run-cli.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures");
const SHUFFLED = join(import.meta.dirname, "shuffled-readdir.cjs");

/** What may differ between two runs over the same state of a repository. */
interface Circumstances {
  readonly env?: Readonly<Record<string, string>>;
  /** Keeps what it reads for the next run that keeps, which finds it. */
  readonly keeps?: boolean;
  /** A copy elsewhere, its files made in the opposite order. */
  readonly copied?: boolean;
  /** Folders list what is in them in another order. */
  readonly shuffled?: boolean;
  readonly umask?: number;
  /** Settings of git that belong to the person, not to the repository. */
  readonly gitConfig?: string;
  /** The same, named and handed over by the variables of git; one of them names another repository. */
  readonly gitVariables?: boolean;
  /** Started in the folder above the repository, which is named by its relative path. */
  readonly fromAbove?: boolean;
  /** Started in the repository itself. */
  readonly fromInside?: boolean;
  /** Another version of Node runs it. */
  readonly node?: string;
}

const GIT_CONFIG = `[log]
  showSignature = true
  date = relative
  mailmap = false
  decorate = full
[diff]
  renames = false
  noprefix = true
  algorithm = patience
[core]
  quotePath = false
  abbrev = 5
  ignoreCase = true
[i18n]
  logOutputEncoding = UTF-16
[color]
  ui = always
`;

/** One difference at a time: the long form. */
const EACH: readonly Circumstances[] = [
  {},
  {},
  { copied: true },
  { shuffled: true },
  { env: { TZ: "Asia/Kathmandu" } },
  { env: { TZ: "America/St_Johns" } },
  { env: { LC_ALL: "C" } },
  { env: { LC_ALL: "tr_TR.UTF-8" } },
  { env: { LC_ALL: "ja_JP.UTF-8" } },
  { umask: 0o077 },
  { umask: 0 },
  { fromAbove: true },
  { fromInside: true },
  { gitConfig: GIT_CONFIG },
  { gitVariables: true },
  ...OTHER_NODES.map((node) => ({ node })),
];

/** Many differences at once: if bytes are the same, none of them matters. */
const ALL: readonly Circumstances[] = [
  { env: { TZ: "UTC", LC_ALL: "C" }, keeps: true },
  { env: { TZ: "UTC", LC_ALL: "C" }, keeps: true },
  {
    env: { TZ: "Asia/Kathmandu", LC_ALL: "tr_TR.UTF-8", FORCE_COLOR: "1", COLUMNS: "200" },
    copied: true,
    umask: 0o077,
    gitConfig: GIT_CONFIG,
    fromInside: true,
  },
  {
    env: { TZ: "America/St_Johns", LC_ALL: "ja_JP.UTF-8", CI: "1" },
    shuffled: true,
    fromAbove: true,
    gitVariables: true,
  },
];

test.each(["bookshop", "co-change-without-calls", "scope-monorepo"])(
  "%s: the same state gives the same bytes, whatever else differs",
  async (fixture) => {
    const repository = join(emptyFolder(), "app");
    cpSync(appOf(join(FIXTURES, fixture)), repository, { recursive: true });
    const prints = new Set<string>();
    const kept = freshCache();
    for (const circumstances of LONG ? [...ALL, ...EACH] : ALL) {
      const out = await analyse(repository, circumstances, circumstances.keeps ? kept : freshCache());
      const files = ["analysis.json", "report.html"].map((name) => readFileSync(join(out, name)));
      expect(files.some((file) => file.includes(dirname(repository)))).toBe(false);
      prints.add(createHash("sha256").update(Buffer.concat(files)).digest("hex"));
    }
    expect([...prints]).toHaveLength(1);
  },
);

type Cache = ReturnType<typeof freshCache>;

async function analyse(repository: string, circumstances: Circumstances, cache: Cache): Promise<string> {
  const { env, copied, shuffled, umask, gitConfig, gitVariables, fromAbove, fromInside, node } =
    circumstances;
  const [out, home, log] = [join(emptyFolder(), "out"), emptyFolder(), join(emptyFolder(), "shuffled")];
  if (gitConfig !== undefined) writeFileSync(join(home, ".gitconfig"), gitConfig);
  const place = copied ? copyReversed(repository) : repository;
  const usual = process.umask(umask ?? 0o022);
  const [cwd, named] = fromInside
    ? [place, "."]
    : fromAbove
      ? [dirname(place), basename(place)]
      : [emptyFolder(), place];
  const ending = runCli([named, "--quiet", "--out", out], {
    cwd,
    ...(node !== undefined && { node }),
    env: {
      HOME: home,
      ...cache,
      ...env,
      ...(gitVariables && variablesOf(home)),
      ...(shuffled && { NODE_OPTIONS: `--require=${SHUFFLED}`, SHUFFLE_LOG: log }),
    },
  });
  process.umask(usual);
  const { code, stderr } = await ending;
  // It says that somebody else loads something into it, as these tests do.
  expect(stderr.replace(/^monocarve: NODE_OPTIONS loads .*\n/, "")).toBe("");
  expect(code).toBe(0);
  if (shuffled) expect(existsSync(log)).toBe(true);
  return out;
}

/** What may stand in somebody's environment, as in that of a hook. */
function variablesOf(home: string): Record<string, string> {
  writeFileSync(join(home, "settings"), GIT_CONFIG);
  return {
    GIT_CONFIG_GLOBAL: join(home, "settings"),
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "log.showSignature",
    GIT_CONFIG_VALUE_0: "true",
    GIT_DIR: join(home, "nowhere.git"),
    GIT_WORK_TREE: home,
    GIT_INDEX_FILE: join(home, "index"),
    GIT_PAGER: "false",
    GIT_EXTERNAL_DIFF: "false",
    GIT_TRACE: "1",
  };
}

/** The same repository at another path, with characters that mean something to patterns; the last file is made first. */
function copyReversed(repository: string): string {
  const copy = join(emptyFolder(), "[x] y", "app");
  const entries = readdirSync(repository, { recursive: true, withFileTypes: true });
  for (const entry of entries.reverse()) {
    const from = join(entry.parentPath, entry.name);
    const to = join(copy, from.slice(repository.length));
    if (entry.isDirectory()) mkdirSync(to, { recursive: true });
    else {
      mkdirSync(dirname(to), { recursive: true });
      cpSync(from, to);
    }
  }
  return copy;
}

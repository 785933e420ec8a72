import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { UsageError } from "../../src/model/usage-error.ts";
import { buildTree, codesOf, emptyFolder, filesOf, open, writeTree } from "./build-tree.ts";

const CLASS = "export class Order {}\n";

test("a folder without git is read, and that it has no history is said", async () => {
  const shop = await open(buildTree({ "src/order.ts": CLASS, "node_modules/express/index.js": "x" }));
  expect(filesOf(shop, "source")).toEqual(["src/order.ts"]);
  expect(codesOf(shop)).toEqual(["no-history"]);
  expect(shop.name).toBe("shop");
});

test("a path with brackets and spaces is a path like any other", async () => {
  const shop = await open(buildTree({ "src/[id] (copy).ts": CLASS }, "[x] (y)"), { history: false });
  expect(filesOf(shop, "source")).toEqual(["src/[id] (copy).ts"]);
  expect(shop.text(shop.files[0]!.path)).toBe(CLASS);
});

test("ignore files hold in their folders, the nearest one decides", async () => {
  const shop = await open(
    buildTree({
      ".gitignore": "*.gen.ts\ncache/\n/top.ts\n",
      "top.ts": CLASS,
      "src/top.ts": CLASS,
      "src/a.gen.ts": CLASS,
      "src/kept/.gitignore": "!b.gen.ts\nlocal.ts\n",
      "src/kept/b.gen.ts": CLASS,
      "src/kept/local.ts": CLASS,
      "src/cache/order.ts": CLASS,
    }),
    { history: false },
  );
  expect(filesOf(shop, "source").concat(filesOf(shop, "generated"))).toEqual([
    "src/top.ts",
    "src/kept/b.gen.ts",
  ]);
});

test("ignore files above the analysed folder hold too, up to the work tree", async () => {
  const top = buildTree({
    ".gitignore": "apps/server/drafts/\n",
    "apps/server/drafts/a.ts": CLASS,
    "apps/server/b.ts": CLASS,
  });
  execFileSync("git", ["init", "--quiet"], { cwd: top });
  const server = await open(join(top, "apps/server"), { history: false });
  expect(filesOf(server, "source")).toEqual(["b.ts"]);
});

test("a folder that is ignored around it is read when it is asked for, without history", async () => {
  const top = buildTree({ ".gitignore": "tmp/\n", "a.ts": CLASS, "tmp/shop/order.ts": CLASS });
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Ada", "-c", "user.email=a@b.example", ...args], { cwd: top });
  git("init", "--quiet");
  git("add", "a.ts");
  git("commit", "--quiet", "--message", "A");
  const shop = await open(join(top, "tmp/shop"));
  expect(filesOf(shop, "source")).toEqual(["order.ts"]);
  expect(shop.git).toBeNull();
  expect(codesOf(shop)).toEqual(["no-history"]);
});

test("what git keeps although an ignore file names it is read", async () => {
  const top = buildTree({ ".gitignore": "lib/\n", "lib/order.ts": CLASS, "lib/new.ts": CLASS });
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Ada", "-c", "user.email=a@b.example", ...args], { cwd: top });
  git("init", "--quiet");
  git("add", "--force", "lib/order.ts");
  git("commit", "--quiet", "--message", "Orders");
  expect(filesOf(await open(top), "source")).toEqual(["lib/order.ts"]);
});

test("links, pipes and devices are told and not followed", async () => {
  const shop = emptyFolder();
  writeTree(shop, { "src/order.ts": CLASS, "../secret.ts": "export const password = 'hunter2';" });
  symlinkSync("/dev/zero", join(shop, "src/zero.ts"));
  symlinkSync("../../secret.ts", join(shop, "src/leak.ts"));
  symlinkSync("..", join(shop, "src/loop"));
  symlinkSync(".", join(shop, "src/self"));
  symlinkSync("nowhere", join(shop, "src/dangling.ts"));
  execFileSync("mkfifo", [join(shop, "src/pipe.ts")]);
  const repository = await open(shop, { history: false });
  expect(repository.files.map((file) => file.path)).toEqual(["src/order.ts"]);
  expect(repository.has("src/leak.ts" as never)).toBe(false);
  expect(repository.text("src/leak.ts" as never)).toBeNull();
  expect(codesOf(repository)).toEqual([
    "not-regular-file src/pipe.ts",
    "symbolic-link src/dangling.ts",
    "symbolic-link src/leak.ts",
    "symbolic-link src/loop",
    "symbolic-link src/self",
    "symbolic-link src/zero.ts",
  ]);
});

test("many links are told as a sum", async () => {
  const shop = emptyFolder();
  for (let number = 10; number < 40; number++) symlinkSync("/etc/passwd", join(shop, `l${number}.ts`));
  const repository = await open(shop, { history: false });
  expect(repository.troubles()).toHaveLength(11);
  expect(repository.troubles().find((trouble) => trouble.count !== undefined)?.count).toBe(20);
});

test("folders that nest without end are left at some depth", async () => {
  const shop = emptyFolder();
  let folder = shop;
  for (let depth = 0; depth < 300; depth++) folder = join(folder, "d");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "deep.ts"), CLASS);
  writeTree(shop, { "order.ts": CLASS });
  const repository = await open(shop, { history: false });
  expect(filesOf(repository, "source")).toEqual(["order.ts"]);
  expect(codesOf(repository)[0]).toMatch(/^folder-too-deep/);
});

test("a huge file costs nothing, a large schema is still read", async () => {
  const shop = buildTree({ "order.ts": CLASS, "dump.sql": Buffer.alloc(3 * 1024 * 1024, "-") });
  execFileSync("truncate", ["-s", "200G", join(shop, "huge.ts")]);
  const repository = await open(shop, { history: false });
  expect(filesOf(repository, "too-large")).toEqual(["huge.ts"]);
  expect(filesOf(repository, "schema")).toEqual(["dump.sql"]);
  expect(codesOf(repository)).toEqual(["file-too-large huge.ts"]);
});

test("names are data, whatever they are", async () => {
  const names = [
    "__proto__.ts",
    "constructor",
    'a"b.ts',
    "new\nline.ts",
    "$(touch fired).ts",
    "주문.ts",
    "a\\b.ts",
  ];
  const shop = await open(buildTree(Object.fromEntries(names.map((name) => [`src/${name}`, CLASS]))), {
    history: false,
  });
  expect(shop.files.map((file) => file.path.slice(4)).sort()).toEqual([...names].sort());
  expect(({} as Record<string, unknown>).class).toBeUndefined();
});

test("a name that is no UTF-8 is told", async () => {
  const shop = buildTree({ "order.ts": CLASS });
  writeFileSync(
    Buffer.concat([Buffer.from(`${shop}/bad-`), Buffer.from([0xff, 0xfe]), Buffer.from(".ts")]),
    CLASS,
  );
  const repository = await open(shop, { history: false });
  expect(filesOf(repository, "source")).toEqual(["order.ts"]);
  expect(codesOf(repository)[0]).toMatch(/^unreadable-file bad-/);
});

test("text is decoded from UTF-8 and UTF-16, and from anything else as well as can be", async () => {
  const text = "export class Größe {}\n";
  const utf16 = Buffer.from(`\uFEFF${text}`, "utf16le");
  const shop = await open(
    buildTree({
      "utf8.ts": text,
      "marked.ts": `\uFEFF${text}`,
      "little.ts": utf16,
      "big.ts": Buffer.from(utf16).swap16(),
      "latin.ts": Buffer.from(text, "latin1"),
      "junk.ts": Buffer.from([0, 1, 2, 3, 0, 255]),
      "odd.ts": Buffer.from([0xff, 0xfe, 0x41]),
    }),
    { history: false },
  );
  for (const name of ["utf8.ts", "marked.ts", "little.ts", "big.ts", "latin.ts"]) {
    expect(shop.text(name as never), name).toBe(text);
  }
  expect(shop.text("odd.ts" as never)).toBe("");
  expect(shop.text("junk.ts" as never)).toBeNull();
  expect(codesOf(shop)).toEqual(["binary-file junk.ts", "undecodable-text latin.ts"]);
});

test("a NUL that somebody typed into a string makes no binary file", async () => {
  const prose = "// Keys are made of two parts.\n".repeat(20);
  const shop = await open(
    buildTree({
      "key.ts": `${prose}export const key = (a: string, b: string) => \`\${a}\0\${b}\`;\n`,
      "many.ts": `${prose}${'"\0";\n'.repeat(4)}`,
      "latin.ts": Buffer.from(`${prose}"\0é";\n`, "latin1"),
    }),
    { history: false },
  );
  expect(filesOf(shop, "source")).toEqual(["key.ts"]);
  expect(codesOf(shop)).toEqual(["binary-file latin.ts", "binary-file many.ts"]);
});

test("a file that turns into a link after the walk is not followed", async () => {
  const folder = buildTree({ "order.ts": CLASS });
  const shop = await open(folder, { history: false });
  execFileSync("ln", ["-sf", "/etc/passwd", join(folder, "order.ts")]);
  // What was there when the file was looked into is kept for those who read it.
  expect(shop.text("order.ts" as never)).toBe(CLASS);
  expect(shop.text("order.ts" as never)).toBe(CLASS);
  expect(shop.text("order.ts" as never)).toBeNull();
  expect(codesOf(shop)).toEqual(["unreadable-file order.ts"]);
});

test("settings of npm that would run code are told", async () => {
  const settings =
    "registry=https://registry.example\nnode-options=--require=./evil.js\n script-shell = ./evil.sh\n";
  const shop = await open(buildTree({ "order.ts": CLASS, ".npmrc": settings }), { history: false });
  expect(shop.troubles()).toMatchObject([{ code: "npm-traps", count: 2 }]);
});

test("no such folder, or a file, is the user's to hear", async () => {
  const folder = buildTree({ "order.ts": CLASS });
  await expect(open(join(folder, "nowhere"))).rejects.toThrow(UsageError);
  await expect(open(join(folder, "order.ts"))).rejects.toThrow(/is a file/);
});

test("an empty folder is an empty repository", async () => {
  const repository = await open(emptyFolder(), { history: false });
  expect(repository.files).toEqual([]);
  expect(repository.troubles()).toEqual([]);
});

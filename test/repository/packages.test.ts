import { expect, test } from "vitest";
import { UsageError } from "../../src/model/usage-error.ts";
import { buildTree, choiceOf, classesOf, codesOf, filesOf, open, type Tree } from "./build-tree.ts";

const CLASS = "export class Order {}\n";

function manifest(name: string, dependencies: string, developed = ""): object {
  const list = (names: string) =>
    Object.fromEntries(
      names
        .split(" ")
        .filter(Boolean)
        .map((one) => [one, "*"]),
    );
  return { name, dependencies: list(dependencies), devDependencies: list(developed) };
}

async function choose(tree: Tree, packages: readonly string[] = []) {
  return open(buildTree(tree), { history: false, packages });
}

test("a single package is read as a whole", async () => {
  const shop = await choose({ "package.json": manifest("shop", "react"), "src/order.ts": CLASS });
  expect(choiceOf(shop)).toEqual(["+ .: the only package"]);
  expect(codesOf(shop)).toEqual([]);
});

test("without any manifest all is read", async () => {
  const shop = await choose({ "src/Order.java": "class Order {}", "pom.xml": "<project/>" });
  expect(filesOf(shop, "source")).toEqual(["src/Order.java"]);
});

test("of a workspace the server side is read, with the libraries that it uses", async () => {
  const shop = await choose({
    "package.json": { name: "shop", workspaces: ["packages/*"] },
    "packages/backend/package.json": manifest("backend", "@nestjs/core @prisma/client @shop/prices", "react"),
    "packages/backend/src/order.ts": CLASS,
    "packages/prices/package.json": manifest("@shop/prices", "@shop/money"),
    "packages/prices/index.ts": CLASS,
    "packages/money/package.json": manifest("@shop/money", "", "vite"),
    "packages/money/index.ts": CLASS,
    "packages/web/package.json": manifest("@shop/web", "vue @shop/money", "vite express"),
    "packages/web/src/order.ts": CLASS,
    "packages/till/package.json": manifest("@shop/till", "electron express knex"),
    "packages/colours/package.json": manifest("@shop/colours", ""),
    "packages/docs/package.json": manifest("docs", "express"),
    "scripts/build.ts": CLASS,
  });
  expect(choiceOf(shop)).toEqual([
    "- .: ties the other packages together",
    "+ packages/backend: server: @nestjs/core, @prisma/client",
    "- packages/colours: not used by the server side",
    "- packages/docs: tooling, tests or documentation by its name",
    "+ packages/money: used by @shop/prices",
    "+ packages/prices: used by backend",
    "- packages/till: user interface: electron",
    "- packages/web: user interface: vue, vite",
  ]);
  expect(filesOf(shop, "source")).toEqual([
    "packages/backend/src/order.ts",
    "packages/money/index.ts",
    "packages/prices/index.ts",
  ]);
  expect(classesOf(shop)).toContain("other-package packages/web/src/order.ts");
  expect(shop.files.find((file) => file.path.endsWith("prices/index.ts"))?.package).toBe("packages/prices");
  expect(codesOf(shop)).toEqual(["scope-chosen"]);
});

test("plugins build on the server without naming a framework", async () => {
  const shop = await choose({
    "package.json": manifest("shop", ""),
    "lerna.json": {},
    "packages/core/package.json": manifest("@shop/core", "express typeorm"),
    "packages/mail-plugin/package.json": manifest("@shop/mail-plugin", "mjml", "@shop/core"),
    "packages/dev-server/package.json": manifest("dev-server", "@shop/core express"),
    "packages/create/package.json": manifest("@shop/create", "handlebars", "@shop/core"),
  });
  expect(choiceOf(shop).filter((line) => line.startsWith("+"))).toEqual([
    "+ packages/core: server: express, typeorm",
    "+ packages/mail-plugin: builds on @shop/core",
  ]);
});

test("two folders with manifests and no root: the one that serves is read", async () => {
  const proxy = await choose({
    "backend/package.json": manifest("proxy", "express knex"),
    "backend/app.js": "module.exports = 1;",
    "frontend/package.json": manifest("proxy", "react"),
    "frontend/src/app.tsx": CLASS,
    "docs/package.json": { devDependencies: { vitepress: "*" } },
    "test/package.json": manifest("proxy-test", "cypress"),
    "docker/entry.js": "start();",
  });
  expect(choiceOf(proxy).map((line) => line.split(":")[0])).toEqual([
    "+ backend",
    "- docs",
    "- frontend",
    "- test",
  ]);
  expect(filesOf(proxy, "source")).toEqual(["backend/app.js"]);
});

test("a server at the root with its client in a folder: the client is left out", async () => {
  const shop = await choose({
    "package.json": manifest("shop", "express sequelize", "cypress"),
    "server.ts": CLASS,
    "frontend/package.json": manifest("frontend", "@angular/core"),
    "frontend/src/app.ts": CLASS,
    "src/migrations/package.json": { type: "commonjs" },
    "src/migrations/1.js": "exports.up = 1;",
  });
  expect(filesOf(shop, "source")).toEqual(["server.ts", "src/migrations/1.js"]);
});

test("what Meteor runs is a server, whatever its pages are made of", async () => {
  const clinic = await choose({
    "package.json": {
      ...manifest("clinic", "jquery @codemirror/view"),
      meteor: { mainModule: { client: "client/main.js", server: "server/main.js" } },
    },
    "server/main.js": "export class Clinic {}\n",
    "releases/package.json": manifest("migrate", "mongodb"),
    "releases/migrate.js": "module.exports = 1;",
    "older/package.json": manifest("ward", "react meteor-node-stubs"),
    "older/server/main.js": "export class Ward {}\n",
  });
  expect(choiceOf(clinic)).toEqual([
    "+ .: server: meteor",
    "+ older: server: meteor-node-stubs",
    "+ releases: server: mongodb",
  ]);
});

test("manifests inside a package are part of it: templates, fixtures, packaging", async () => {
  const shop = await choose({
    "package.json": { name: "shop", workspaces: ["*"] },
    "api/package.json": manifest("api", "fastify"),
    "api/templates/starter/package.json": manifest("starter", "react"),
    "api/templates/starter/main.ts": CLASS,
    "packages/x/test/fixtures/app/package.json": manifest("fixture", "express"),
  });
  expect(shop.packages.map((one) => one.folder)).toEqual(["", "api"]);
});

test("where the root lists everything, imports tell who uses what and what it is", async () => {
  const wiki = await choose({
    "package.json": manifest("wiki", "@wiki/editor @wiki/formula express @tiptap/core"),
    "pnpm-workspace.yaml": "packages: ['apps/*', 'packages/*']",
    "apps/server/package.json": manifest("server", "@nestjs/core"),
    "apps/server/src/page.ts":
      'import { nodes } from "@wiki/editor";\nimport { sum } from "@wiki/formula/sum";\n',
    "packages/editor/package.json": manifest("@wiki/editor", "marked"),
    "packages/editor/src/node.ts": 'import { Node } from "@tiptap/core";\n',
    "packages/formula/package.json": manifest("@wiki/formula", ""),
    "packages/formula/src/sum.ts": CLASS,
  });
  expect(choiceOf(wiki)).toEqual([
    "- .: ties the other packages together",
    "+ apps/server: server: @nestjs/core",
    "- packages/editor: user interface: @tiptap/core",
    "+ packages/formula: used by server",
  ]);
});

test("projects of Nx without manifests are judged by their imports", async () => {
  const clinic = await choose({
    "package.json": manifest("clinic", "express react"),
    "nx.json": {},
    "apps/api/project.json": { name: "api", projectType: "application" },
    "apps/api/src/main.ts": 'import express from "express";\nimport pg from "pg";\n',
    "apps/web/project.json": { name: "web", projectType: "application" },
    "apps/web/src/main.tsx": 'import React from "react";\n',
  });
  expect(choiceOf(clinic).filter((line) => line.startsWith("+"))).toEqual([
    "+ apps/api: server: express, pg",
  ]);
});

test("a workspace may name its libraries otherwise than they do: what counts is where the paths lead", async () => {
  const library = (name: string) => ({ name, projectType: "library" });
  const clinic = await choose({
    "package.json": manifest("clinic", "express react"),
    "nx.json": {},
    "tsconfig.base.json": `{
  // Made by Nx.
  "compilerOptions": { "baseUrl": ".", "paths": {
    "@clinic/visits": ["libs/visits/src/index.ts"],
    "@clinic/util/money": ["./libs/util/money/src/index.ts"],
    "@clinic/names/*": ["libs/names/src/*"],
    "@clinic/far": ["../far/index.ts"], "@clinic/none": []
  } }
}`,
    "apps/api/project.json": library("api"),
    "apps/api/src/main.ts":
      'import express from "express";\nimport pg from "pg";\nimport { visit } from "@clinic/visits";\nimport { first } from "@clinic/names/first";\nimport "@clinic/far";\n',
    "libs/visits/project.json": library("visits"),
    "libs/visits/src/index.ts": 'export { cents } from "@clinic/util/money";\n',
    "libs/util/money/project.json": library("util-money"),
    "libs/util/money/src/index.ts": CLASS,
    "libs/names/project.json": library("names"),
    "libs/names/src/first.ts": CLASS,
    "libs/colours/project.json": library("colours"),
    "libs/colours/src/index.ts": CLASS,
  });
  expect(choiceOf(clinic)).toEqual([
    "- .: ties the other packages together",
    "+ apps/api: server: express, pg",
    "- libs/colours: not used by the server side",
    "+ libs/names: used by api",
    "+ libs/util/money: used by visits",
    "+ libs/visits: used by api",
  ]);
});

test("a server that brings its pages along is a server, a program for the desktop is not", async () => {
  const shop = await choose({
    "package.json": { name: "shop", workspaces: ["*"] },
    "monolith/package.json": manifest(
      "monolith",
      "express mongodb react react-dom three chart.js @tiptap/core",
    ),
    "till/package.json": manifest("till", "express knex react", "electron"),
    "web/package.json": manifest("web", "next react"),
  });
  expect(choiceOf(shop).filter((line) => line.startsWith("+"))).toEqual([
    "+ monolith: server: express, mongodb",
  ]);
});

test("where nothing else answers, the server of the pages is read with the database that it uses", async () => {
  const clinic = await choose({
    "package.json": { name: "clinic", workspaces: ["*"] },
    "db/package.json": manifest("@clinic/db", "@prisma/client"),
    "ui/package.json": manifest("@clinic/ui", "react"),
    "web/package.json": manifest("@clinic/web", "next react @clinic/db @clinic/ui"),
  });
  expect(choiceOf(clinic)).toEqual([
    "- .: ties the other packages together",
    "+ db: server: @prisma/client",
    "- ui: user interface: react",
    "+ web: pages with their server: next, react",
  ]);
});

test("pages with a server's frameworks are a server, also beside another", async () => {
  const clinic = await choose({
    "package.json": { name: "clinic", workspaces: ["*"] },
    "worker/package.json": manifest("@clinic/worker", "express bullmq pg"),
    "web/package.json": manifest("@clinic/web", "next react @codemirror/view chart.js @trpc/server"),
    "remix/package.json": manifest("@clinic/desk", "@react-router/node react hono three"),
    "site/package.json": manifest("@clinic/site", "next react helmet"),
    "packages/api-documentation/package.json": manifest("@clinic/api-documentation", "express pg"),
  });
  expect(choiceOf(clinic).filter((line) => line.startsWith("+"))).toEqual([
    "+ remix: server: hono",
    "+ web: server: @trpc/server",
    "+ worker: server: express, bullmq, pg",
  ]);
});

test("clients of the server's libraries, playgrounds and integration tests are left out", async () => {
  const mail = await choose({
    "package.json": { name: "mail", workspaces: ["*"] },
    "apps/api/package.json": manifest("@mail/api", "@nestjs/core mongoose @mail/shared"),
    "packages/shared/package.json": manifest("@mail/shared", "@nestjs/swagger class-validator"),
    "apps/inbound/package.json": manifest("@mail/inbound", "@mail/shared mailparser"),
    "packages/node/package.json": manifest("@mail/node", "@mail/shared axios"),
    "packages/plugin/package.json": manifest("@mail/plugin", "", "@mail/api"),
    "playground/nest/package.json": manifest("playground", "@nestjs/core"),
    "integration-tests/package.json": manifest("integration-tests", "express pg"),
    "tests2/package.json": manifest("all-tests", "express pg"),
    "packages/app-tests/package.json": manifest("@mail/app-tests", "express pg"),
    "templates/blank/package.json": manifest("blank", "express pg"),
  });
  expect(choiceOf(mail).filter((line) => line.startsWith("+"))).toEqual([
    "+ apps/api: server: @nestjs/core, mongoose",
    "+ apps/inbound: builds on @mail/shared",
    "+ packages/plugin: builds on @mail/api",
    "+ packages/shared: server: @nestjs/swagger, class-validator",
  ]);
});

test("Java is a server, also beside a client that has the only manifest", async () => {
  const java = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [`src/main/java/clinic/Visit${at}.java`, `class Visit${at} {}`]),
  );
  const clinic = await choose({
    "pom.xml": "<project/>",
    ...java,
    "web/package.json": manifest("web", "react"),
    "web/a.ts": CLASS,
  });
  expect(choiceOf(clinic)).toEqual(["+ .: server: Java", "- web: user interface: react"]);
});

test("no server anywhere: all is read", async () => {
  const shapes = await choose({
    "package.json": { name: "shapes", workspaces: ["packages/*"] },
    "packages/circle/package.json": manifest("circle", ""),
    "packages/square/package.json": manifest("square", ""),
  });
  expect(choiceOf(shapes).filter((line) => line.startsWith("+"))).toHaveLength(2);
});

test("packages can be asked for by name or by folder, and no others are", async () => {
  const tree = {
    "package.json": { name: "shop", workspaces: ["*"] },
    "api/package.json": manifest("@shop/api", "express"),
    "web/package.json": manifest("@shop/web", "react"),
  };
  expect((await choose(tree, ["@shop/web"])).packages.filter((one) => one.chosen)[0]?.folder).toBe("web");
  expect((await choose(tree, ["./web/"])).packages.filter((one) => one.chosen)[0]?.folder).toBe("web");
  await expect(choose(tree, ["@shop/till"])).rejects.toThrow(UsageError);
  await expect(choose(tree, ["@shop/till"])).rejects.toThrow(/@shop\/api, @shop\/web/);
});

test("a broken manifest is told and the rest goes on", async () => {
  const shop = await choose({
    "package.json": "{ name: shop",
    "api/package.json": manifest("api", "express"),
    "api/a.ts": CLASS,
    "web/package.json": "[]",
    "web/b.ts": CLASS,
  });
  expect(codesOf(shop)).toContain("broken-configuration package.json");
  expect(filesOf(shop, "source")).toContain("api/a.ts");
});

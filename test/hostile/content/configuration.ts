import { renameSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Stage } from "../stage.ts";
import type { ContentCase } from "./case.ts";

const SLOW = `${"*a".repeat(12)}b`;

/** Programs of JavaScript that tools obey when they find them. */
const PROGRAMS = [
  "vite.config.js",
  "vitest.config.ts",
  "jest.config.js",
  "eslint.config.js",
  "babel.config.js",
  "webpack.config.js",
  "next.config.mjs",
  "prisma.config.ts",
  "drizzle.config.ts",
  ".dependency-cruiser.cjs",
  "monocarve.config.js",
  "knexfile.js",
  ".pnp.cjs",
];

/** So many that the root of a workspace is a package of its own. */
const OWN_SOURCES = Object.fromEntries(
  Array.from({ length: 10 }, (_, at) => [`src/own${at}.ts`, `export const own = ${at};\n`]),
);

/** What configures other tools configures nothing here, and leads nowhere. */
export const CONFIGURATION_CASES: readonly ContentCase[] = [
  {
    name: "tsconfig-escape",
    build: ({ outside, fired, write }) =>
      write({
        "tsconfig.json": {
          extends: ["../outside/secret.json", join(outside, "secret")],
          compilerOptions: { plugins: [{ name: "./plugin.js" }], typeRoots: ["../outside"] },
        },
        "src/tsconfig.json": {
          extends: join(outside, "secret.json"),
          include: ["../outside/**", "src"],
          files: [join(outside, "secret.ts")],
          references: [{ path: "../outside" }],
          compilerOptions: {
            baseUrl: "/",
            paths: { "@secret": ["../outside/secret", join(outside, "secret")] },
            resolveJsonModule: true,
          },
        },
        "plugin.js": fires(fired, "plugin"),
        "src/reach.ts": `/// <reference path="../../outside/secret.ts" />\nimport "../../outside/secret";\nimport "@secret";\nimport data from "${outside}/secret.json";\nexport class Reach { data = data }\n`,
      }),
    told: ["configuration-outside-root"],
    mayTell: ["unresolved-import"],
    finds: ["Reach"],
  },
  {
    name: "tsconfig-leads-outside",
    build: ({ outside, write }) => {
      for (const [key, config] of Object.entries(leadingOutside(outside)))
        write({ [`src/${key}/tsconfig.json`]: config, [`src/${key}/one.ts`]: "export const one = 1;\n" });
      write({
        "tsconfig.json": {
          extends: "@tsconfig/node20/tsconfig.json",
          references: [{ path: "./src/paths" }],
          compilerOptions: {
            baseUrl: ".",
            rootDirs: ["src", "src/../src"],
            typeRoots: ["node_modules/@types", "${configDir}/types"],
            plugins: [{ name: "@shop/plugin" }, { name: "./plugin.js" }],
          },
        },
      });
    },
    told: ["configuration-outside-root"],
    holds: ({ diagnostics }) => {
      const told = diagnostics.filter(({ code }) => code === "configuration-outside-root");
      const keys = told.map(({ file, message }) => [
        file?.split("/").at(-2),
        message.match(/"\w+"/g)?.join(),
      ]);
      expect(keys).toEqual(Object.keys(leadingOutside("")).map((key) => [key, `"${key}"`]));
    },
  },
  {
    name: "tsconfig-deep-json",
    build: ({ write }) => {
      const deep = `{"compilerOptions":${'{"paths":'.repeat(20_000)}1${"}".repeat(20_000)}}`;
      write({ "tsconfig.json": deep, "src/tsconfig.json": "[".repeat(200_000) });
    },
    told: ["broken-configuration"],
  },
  {
    name: "tsconfig-cycle",
    build: ({ write }) =>
      write({
        "tsconfig.json": { extends: "./tsconfig.base.json" },
        "tsconfig.base.json": { extends: ["./tsconfig.json", "./tsconfig.base.json"] },
      }),
  },
  {
    name: "tsconfig-redos",
    build: ({ write }) =>
      write({
        "tsconfig.json": {
          include: [`${SLOW}.ts`],
          compilerOptions: { paths: { [SLOW]: ["src/*"], [`**/${SLOW}`]: ["src/*"] } },
        },
        ...OWN_SOURCES,
        "package.json": { name: "shop", workspaces: [`packages/${SLOW}`, `**/${SLOW}/**`] },
        ".gitignore": `${SLOW}\n**/${SLOW}/**\n`,
        [`packages/${"a".repeat(123)}/package.json`]: { name: "slow" },
        [`packages/${"a".repeat(123)}/slow.ts`]: `import "${"a".repeat(123)}";\nexport class Slow {}\n`,
      }),
    mayTell: ["scope-chosen", "unresolved-import"],
  },
  {
    name: "exec-config",
    build: (stage) => {
      const { fired, write, payload } = stage;
      write(Object.fromEntries(PROGRAMS.map((name) => [name, fires(fired, name)])));
      const script = `touch '${join(fired, "npm-script")}'`;
      const names = ["preinstall", "install", "postinstall", "prepare", "pretest", "test", "build"];
      write({
        "package.json": {
          name: "shop",
          type: "commonjs",
          scripts: Object.fromEntries(names.map((name) => [name, script])),
        },
        ".npmrc": `node-options=--require=./vite.config.js\nscript-shell=${payload("script-shell")}\n`,
        ".env": "NODE_OPTIONS=--require=./vite.config.js\n",
        "monocarve.config.json": { out: "../outside", exclude: ["src/**"] },
      });
      for (const place of ["git", "node", "node_modules/.bin/git", "node_modules/.bin/node"])
        plant(stage, place);
    },
    told: ["npm-traps"],
  },
  {
    name: "manifest-names",
    build: ({ write }) =>
      write({
        ...OWN_SOURCES,
        "package.json": `{"name":"</script>\\u2028\\u001b[31m","workspaces":["../*","/etc/*","packages/*"],"dependencies":{"__proto__":"1","constructor":"1"},"__proto__":{"polluted":true}}`,
        "packages/a/package.json": '{"name":"__proto__","dependencies":{"toString":"*","express":"4"}}',
        "packages/a/src/a.ts": 'import "constructor";\nexport class InPackage {}\n',
        "packages/b/package.json": "[]",
        "packages/c/package.json": '{"name":',
      }),
    told: ["broken-configuration"],
    mayTell: ["scope-chosen", "unresolved-import"],
  },
];

/** A configuration for each key that can lead outside. */
function leadingOutside(outside: string): Readonly<Record<string, object>> {
  return {
    baseUrl: { compilerOptions: { baseUrl: "../../../outside" } },
    extends: { extends: ["../../../outside/secret.json"] },
    paths: { compilerOptions: { paths: { "@secret": ["../one", "../../../outside/secret"] } } },
    plugins: { compilerOptions: { plugins: [{ name: `${outside}/plugin.js` }] } },
    references: { references: [{ path: "../../.." }] },
    rootDirs: { compilerOptions: { rootDirs: [".", "..\\..\\..\\outside"] } },
    typeRoots: { compilerOptions: { typeRoots: [null, "C:\\outside"] } },
  };
}

/** A module that leaves a mark when somebody loads it. */
function fires(folder: string, name: string): string {
  return `require("node:fs").writeFileSync(${JSON.stringify(join(folder, name))}, "");\nmodule.exports = {};\n`;
}

/** A program of the repository with the name of one that we start. */
function plant({ repository, payload, write }: Stage, place: string): void {
  write({ [place]: "" });
  renameSync(payload(place.replaceAll("/", "-")), join(repository, place));
}

import { byCodeUnit, type FilePath } from "../../src/model/ids.ts";
import type { Package, Repository, RepositoryFile } from "../../src/repository/repository.ts";
import type { Input } from "./family.ts";

/** Everything that readers of library idioms wait for. */
const LIBRARIES =
  "typeorm @nestjs/common @nestjs/core @nestjs/typeorm @nestjs/graphql sequelize sequelize-typescript knex kysely drizzle-orm @prisma/client mongoose mongodb objection bookshelf @mikro-orm/core waterline sails express fastify koa @koa/router hapi graphql @trpc/server pg mysql2 sqlite3 slonik ioredis bullmq kafkajs amqplib next".split(
    " ",
  );

/** A repository that exists only here. Every file counts as code or schema by its ending, whatever it holds. */
export function inputRepository(input: Input): Repository {
  const texts = new Map(Object.entries(input));
  const paths = [...texts.keys()].sort(byCodeUnit) as FilePath[];
  const files = paths.map((path): RepositoryFile => {
    return { path, class: classOf(path), package: "" };
  });
  const dependencies = Object.fromEntries(LIBRARIES.map((name) => [name, "1.0.0"]));
  const root: Package = {
    name: "shop",
    folder: "",
    chosen: true,
    reason: "a test",
    manifest: { name: "shop", dependencies },
  };
  return {
    name: "shop",
    files,
    packages: [root],
    diagnostics: [],
    git: null,
    uncommitted: 0,
    has: (path) => texts.has(path),
    text: (path) => texts.get(path) ?? null,
    fingerprint: (path) => texts.get(path) ?? null,
    troubles: () => [],
  };
}

function classOf(path: string): RepositoryFile["class"] {
  if (/\.(?:sql|prisma)$/.test(path)) return "schema";
  if (!/\.[cm]?[jt]sx?$/.test(path)) return "asset";
  return /[._](?:test|spec)\./.test(path) ? "test" : "source";
}

/** What a package's dependencies say of it: how much they speak for a server, how much for a user interface. */
export interface Evidence {
  readonly server: number;
  readonly interface: number;
  /** The dependencies that spoke for a server or an interface, strongest first. */
  readonly serverWords: readonly string[];
  readonly interfaceWords: readonly string[];
  /** Does it use what answers requests, what keeps data, what serves the pages that it draws, a desktop's shell? */
  readonly listens: boolean;
  readonly stores: boolean;
  readonly bothSides: boolean;
  readonly desktop: boolean;
}

/**
 * How much a library says. Frameworks and mappers settle the matter (3), drivers and brokers nearly do (2), what both
 * sides may use hints (1). Programs for the desktop carry a server's libraries with them, so their shells outweigh
 * those (9). A name that ends with `*` stands for every name of that beginning.
 */
const SERVER: Readonly<Record<number, string>> = {
  3: `express koa fastify restify hapi @hapi/hapi @nestjs/core @nestjs/common @nestjs/platform-* @nestjs/microservices
    @nestjs/typeorm @nestjs/mongoose @nestjs/graphql @adonisjs/core @feathersjs/* @loopback/core loopback sails moleculer
    @apollo/server apollo-server* graphql-yoga mercurius @trpc/server @orpc/server hono @hono/node-server @elysiajs/* elysia polka
    @marblejs/* @midwayjs/core egg thinkjs total.js actionhero strapi @strapi/strapi @hocuspocus/server
    @middy/core serverless-http @vendia/serverless-express @types/aws-lambda @azure/functions firebase-functions
    @google-cloud/functions-framework meteor meteor-node-stubs typeorm sequelize sequelize-typescript @sequelize/core @prisma/client mongoose
    knex objection bookshelf drizzle-orm kysely @mikro-orm/* waterline @databases/* slonik nestjs-kysely`,
  2: `pg pg-promise postgres mysql mysql2 mariadb sqlite3 better-sqlite3 mongodb mssql tedious oracledb ioredis redis
    cassandra-driver neo4j-driver @elastic/elasticsearch @aws-sdk/client-dynamodb @google-cloud/firestore
    firebase-admin amqplib amqp-connection-manager kafkajs node-rdkafka bull bullmq bee-queue agenda nats pg-boss
    @aws-sdk/client-sqs @aws-sdk/client-sns @google-cloud/pubsub @nestjs/*`,
  1: `body-parser cookie-parser cors helmet morgan compression express-* passport passport-* jsonwebtoken bcrypt
    bcryptjs argon2 nodemailer multer ws socket.io type-graphql class-validator node-cron pino winston
    sql-template-strings prisma`,
};
/** What answers requests. */
const LISTENS = `express koa fastify restify hapi @hapi/hapi @nestjs/core @adonisjs/core @feathersjs/* @loopback/core
  loopback sails moleculer @apollo/server apollo-server* graphql-yoga mercurius @trpc/server @orpc/server hono elysia polka egg strapi
  @strapi/strapi @middy/core serverless-http @azure/functions firebase-functions meteor meteor-node-stubs`;
/** What keeps data. */
const STORES = `typeorm sequelize sequelize-typescript @sequelize/core @prisma/client mongoose knex objection bookshelf
  drizzle-orm kysely @mikro-orm/* pg mysql mysql2 mariadb sqlite3 better-sqlite3 mongodb mssql oracledb meteor
  meteor-node-stubs`;
/** What serves the pages that it draws. */
const BOTH_SIDES =
  "next nuxt @remix-run/node @remix-run/server-runtime @react-router/node @tanstack/react-start @sveltejs/kit blitz @redwoodjs/* @analogjs/*";
const INTERFACE: Readonly<Record<number, string>> = {
  9: `electron electron-* @electron/* @tauri-apps/* react-native expo`,
  3: `react react-dom vue @angular/core svelte preact solid-js lit @builder.io/qwik ember-source
    @ionic/* next nuxt gatsby astro vitepress vuepress @docusaurus/core @remix-run/react
    @sveltejs/kit ng-packagr @nebular/theme alpinejs jquery @tiptap/* prosemirror-* @codemirror/* codemirror
    @lezer/* three chart.js d3`,
  1: `vite webpack parcel rollup @vitejs/* @angular/* vue-* @vue/* @vueuse/* react-* @types/react @tanstack/react-*
    tailwindcss postcss autoprefixer sass @mui/* antd bootstrap @emotion/* styled-components zone.js ngx-* @ng-*
    storybook @storybook/* vue-tsc @mantine/* @radix-ui/* @testing-library/react jsdom @ngx-* @ngneat/*`,
};

const DESKTOP = 9;
const SERVER_WEIGHTS = readWeights(SERVER);
const INTERFACE_WEIGHTS = readWeights(INTERFACE);
const LISTENING = readWeights({ 1: LISTENS });
const STORING = readWeights({ 1: STORES });
const SERVING_PAGES = readWeights({ 1: BOTH_SIDES });

/** Development tools of a server know user interfaces and the other way round: they count for half. */
const SHARE_OF_DEVELOPMENT = 0.5;

/** Weighs the dependencies of a manifest, or names that the sources import. */
export function weighDependencies(used: readonly string[], developed: readonly string[] = []): Evidence {
  const server = weigh(SERVER_WEIGHTS, used, developed);
  const face = weigh(INTERFACE_WEIGHTS, used, developed);
  const uses = (group: Weights): boolean => used.some((name) => weightOf(group, name) > 0);
  return {
    ...{ server: server.sum, interface: face.sum, serverWords: server.words, interfaceWords: face.words },
    ...{ listens: uses(LISTENING), stores: uses(STORING), bothSides: uses(SERVING_PAGES) },
    desktop: [...used, ...developed].some((name) => weightOf(INTERFACE_WEIGHTS, name) === DESKTOP),
  };
}

interface Weights {
  readonly exact: ReadonlyMap<string, number>;
  readonly beginnings: readonly (readonly [beginning: string, weight: number])[];
}

function readWeights(lists: Readonly<Record<number, string>>): Weights {
  const exact = new Map<string, number>();
  const beginnings: (readonly [string, number])[] = [];
  for (const weight of [DESKTOP, 3, 2, 1]) {
    for (const name of (lists[weight] ?? "").split(/\s+/).filter(Boolean)) {
      if (name.endsWith("*")) beginnings.push([name.slice(0, -1), weight]);
      else exact.set(name, weight);
    }
  }
  return { exact, beginnings };
}

function weigh(weights: Weights, used: readonly string[], developed: readonly string[]) {
  const found = [
    ...used.map((name) => ({ name, weight: weightOf(weights, name) })),
    ...developed.map((name) => ({ name, weight: weightOf(weights, name) * SHARE_OF_DEVELOPMENT })),
  ].filter(({ weight }) => weight > 0);
  found.sort((left, right) => right.weight - left.weight || (left.name < right.name ? -1 : 1));
  return { sum: found.reduce((sum, { weight }) => sum + weight, 0), words: found.map(({ name }) => name) };
}

function weightOf({ exact, beginnings }: Weights, name: string): number {
  const weight = exact.get(name);
  if (weight !== undefined) return weight;
  return beginnings.find(([beginning]) => name.startsWith(beginning))?.[1] ?? 0;
}

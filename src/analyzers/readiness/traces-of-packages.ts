import type { TraceKind } from "../../model/fact.ts";

/** What a dependency on a package says. A name that ends with a slash or a dash stands for all that begin so. */
const PACKAGES: Readonly<Partial<Record<TraceKind, readonly string[]>>> = {
  metrics: [
    "prom-client",
    "express-prom-bundle",
    "@willsoto/nestjs-prometheus",
    "hot-shots",
    "@opentelemetry/sdk-metrics",
  ],
  tracing: [
    "@opentelemetry/sdk-",
    "@opentelemetry/auto-",
    "@opentelemetry/instrumentation",
    "dd-trace",
    "elastic-apm-node",
    "newrelic",
  ],
  "structured-logging": [
    "pino",
    "nestjs-pino",
    "winston",
    "nest-winston",
    "bunyan",
    "log4js",
    "roarr",
    "signale",
  ],
  "error-tracking": ["@sentry/", "@bugsnag/", "rollbar", "@honeybadger-io/"],
  "health-check": ["@nestjs/terminus", "@godaddy/terminus", "lightship"],
  "message-broker": [
    "kafkajs",
    "amqplib",
    "@golevelup/nestjs-rabbitmq",
    "nats",
    "@aws-sdk/client-sqs",
    "@aws-sdk/client-sns",
    "@google-cloud/pubsub",
    "node-rdkafka",
    "mqtt",
    "@nestjs/microservices",
  ],
  "in-process-events": ["@nestjs/event-emitter", "eventemitter2", "@nestjs/cqrs", "emittery"],
  "job-queue": [
    "bull",
    "bullmq",
    "@nestjs/bull",
    "@nestjs/bullmq",
    "agenda",
    "bee-queue",
    "pg-boss",
    "graphile-worker",
    "@nestjs/schedule",
    "node-cron",
    "cron",
    "node-schedule",
  ],
  cache: [
    "redis",
    "ioredis",
    "keyv",
    "cache-manager",
    "@nestjs/cache-manager",
    "node-cache",
    "lru-cache",
    "memcached",
    "memoizee",
  ],
  "contract-tests": ["@pact-foundation/", "dredd", "jest-openapi", "chai-openapi-response-validator"],
  "end-to-end-tests": ["cypress", "@playwright/test", "testcafe", "puppeteer"],
  "unit-tests": ["jest", "vitest", "mocha", "ava", "tap", "jasmine"],
  "feature-flags": ["unleash-client", "@openfeature/", "launchdarkly-", "flagsmith", "@growthbook/"],
  "api-description": [
    "@nestjs/swagger",
    "swagger-ui-express",
    "express-openapi",
    "@wesleytodd/openapi",
    "@asteasolutions/zod-to-openapi",
    "swagger-jsdoc",
  ],
  "dependency-rules": ["dependency-cruiser", "eslint-plugin-boundaries"],
  "rate-limiting": [
    "@nestjs/throttler",
    "express-rate-limit",
    "@fastify/rate-limit",
    "koa-ratelimit",
    "rate-limiter-flexible",
  ],
  "graceful-shutdown": ["http-graceful-shutdown", "stoppable", "@godaddy/terminus", "lightship"],
  "configuration-by-environment": ["@nestjs/config", "dotenv", "convict", "envalid", "config"],
};

/** A dependency as its manifest names it. */
export interface Dependency {
  readonly name: string;
  readonly line: number;
}

/** The dependencies of a manifest with their lines; a broken manifest has none. */
export function dependenciesOf(manifest: string): Dependency[] {
  const lines = manifest.split("\n");
  let inside = false;
  return lines.flatMap((line, index) => {
    if (/^\s*"(dev|peer|optional)?[dD]ependencies"\s*:\s*\{/.test(line)) inside = true;
    else if (inside && /^\s*\}/.test(line)) inside = false;
    const name = inside ? /^\s*"((?:@[\w.-]+\/)?[\w.-]+)"\s*:\s*"/.exec(line)?.[1] : undefined;
    return name === undefined ? [] : [{ name, line: index + 1 }];
  });
}

const KINDS = Object.entries(PACKAGES) as [TraceKind, readonly string[]][];
const BEGINNINGS = KINDS.flatMap(([kind, names]) =>
  names.filter((name) => /[/-]$/.test(name)).map((beginning) => ({ kind, beginning })),
);
const NAMED = new Set(KINDS.flatMap(([, names]) => names));

/** The kinds of trace that a dependency is. */
export function tracesOfPackage(name: string): TraceKind[] {
  const begun = BEGINNINGS.filter(({ beginning }) => name.startsWith(beginning)).map(({ kind }) => kind);
  if (begun.length === 0 && !NAMED.has(name)) return [];
  return KINDS.filter(([kind, names]) => names.includes(name) || begun.includes(kind)).map(([kind]) => kind);
}

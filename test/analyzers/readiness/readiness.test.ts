import { expect, test } from "vitest";
import { anyWord } from "../../../src/analyzers/readiness/any-word.ts";
import { HAZARD_WORDS } from "../../../src/analyzers/readiness/find-hazards.ts";
import { answerShapesOf } from "../../../src/analyzers/readiness/hazards/answers.ts";
import { type HazardRule, withoutComments } from "../../../src/analyzers/readiness/hazards/hazard-rule.ts";
import { httpWithoutTimeout } from "../../../src/analyzers/readiness/hazards/http-without-timeout.ts";
import {
  consumerWithoutDeduplication,
  producerWithoutKey,
} from "../../../src/analyzers/readiness/hazards/messages.ts";
import {
  localFiles,
  serverSideSession,
  stateInMemory,
} from "../../../src/analyzers/readiness/hazards/state.ts";
import { readiness } from "../../../src/analyzers/readiness/index.ts";
import { dependenciesOf, tracesOfPackage } from "../../../src/analyzers/readiness/traces-of-packages.ts";
import { tracesOfPath } from "../../../src/analyzers/readiness/traces-of-paths.ts";
import { CODE_WORDS, tracesOfText } from "../../../src/analyzers/readiness/traces-of-text.ts";
import { DEFAULT_SETTINGS } from "../../../src/model/settings.ts";
import { memoryRepository } from "../typescript/memory-repository.ts";

test("a request without timeout is told, one whose options come from elsewhere is not", () => {
  const code = [
    "await fetch(stockUrl);",
    "await fetch(url, { method: 'POST' });",
    "await fetch(url, { signal: AbortSignal.timeout(500) });",
    "await fetch(url, options);",
    "await axios.get(url);",
    "await axios.get(url, { timeout: 500 });",
    "axios.create({ baseURL });",
    "this.http.fetch(url);",
  ].join("\n");
  expect(httpWithoutTimeout.see(code).map(({ line }) => line)).toEqual([1, 2, 5, 7]);
});

test("collections that are written to are state, constant tables are not", () => {
  const code = [
    "const carts = new Map<string, Cart>();",
    "export const VAT = new Map([['de', 19]]);",
    "class Shelf {",
    "  private readonly reserved: Map<string, number> = new Map();",
    "  reserve(isbn: string) { this.reserved.set(isbn, 1); }",
    "}",
    "carts.set('1', cart);",
  ].join("\n");
  expect(stateInMemory.see(code).map(({ what, line }) => `${what} ${line}`)).toEqual([
    "carts = new Map 1",
    "reserved = new Map 4",
  ]);
});

test("sessions, consumers and producers", () => {
  expect(serverSideSession.see("import session from 'express-session';")).toHaveLength(1);
  expect(consumerWithoutDeduplication.see("@EventPattern('order.placed')\nhandle(event) {}")).toHaveLength(1);
  expect(
    consumerWithoutDeduplication.see("@EventPattern('x')\nif (alreadyProcessed(id)) return;"),
  ).toHaveLength(0);
  expect(producerWithoutKey.see("producer.send({ topic, messages: [{ value }] })")).toHaveLength(1);
  expect(producerWithoutKey.see("producer.send({ topic, messages: [{ key: id, value }] })")).toHaveLength(0);
});

test("comments become spaces and lines stay where they are", () => {
  expect(withoutComments("a /* b\nc */ d // e\n'http://x'")).toBe("a     \n     d     \n'http://x'");
});

test("paths and packages leave traces", () => {
  expect(tracesOfPath("deploy/Dockerfile")).toEqual(["dockerfile"]);
  expect(tracesOfPath("docs/adr/0001-use-events.md")).toEqual(["decision-records"]);
  expect(tracesOfPath("src/orders/order.service.ts")).toEqual([]);
  const each = [
    ...["api.dockerfile.dev", "Containerfile", "docker-compose.test.yml", "helm/Chart.yaml", "infra/main.tf"],
    ...[
      "Pulumi.yml",
      "cdk.json",
      "serverless.ts",
      "template.sam.yaml",
      "Procfile",
      "fly.toml",
      "render.yaml",
    ],
    ...["netlify.toml", "heroku.yml", "railway.json", "app.yaml", ".github/CODEOWNERS", "Contributing.md"],
    ...["adr/1.md", "docs/architecture-decisions/1.md", "OpenAPI.yaml", "asyncapi.v2.json", "schema.graphql"],
    ...[".dependency-cruiser.cjs", "pnpm-workspace.yaml", "nx.json", "turbo.json", "migrations/1.sql"],
    ...[
      "e2e/shop.spec.ts",
      "cypress/a.cy.js",
      "a.cy.ts",
      "playwright/a.test.ts",
      ".codecov.yml",
      ".env.sample",
    ],
    ...["sample.env", "lerna.json", "rush.json", "swagger.json", "shop.e2e-spec.ts"],
  ];
  expect(each.filter((path) => tracesOfPath(path).length === 0)).toEqual([]);
  expect(tracesOfPackage("@opentelemetry/sdk-node")).toEqual(["tracing"]);
  expect(tracesOfPackage("@godaddy/terminus")).toEqual(["health-check", "graceful-shutdown"]);
  expect(tracesOfPackage("left-pad")).toEqual([]);
});

test("dependencies come with the line that names them", () => {
  const manifest =
    '{\n  "name": "bookshop",\n  "dependencies": {\n    "kafkajs": "2.2.4"\n  },\n  "jest": {}\n}';
  expect(dependenciesOf(manifest)).toEqual([{ name: "kafkajs", line: 4 }]);
});

test("a workflow that installs and tests is a build with tests, one that greets is none", () => {
  const build = "jobs:\n  test:\n    steps:\n      - run: npm ci\n      - run: npm test";
  expect(
    tracesOfText(".github/workflows/build.yml", build).map(({ kind, line }) => `${kind} ${line}`),
  ).toEqual(["ci-build 4", "ci-test 5"]);
  expect(
    tracesOfText(".github/workflows/greet.yml", "jobs:\n  hello:\n    steps:\n      - run: echo hi"),
  ).toEqual([]);
});

test("what a rule sees has one of its words, so that all other files need not be looked through", () => {
  const seen: readonly (readonly [HazardRule, string])[] = [
    [httpWithoutTimeout, "await fetch /* stock */ (stockUrl);"],
    [httpWithoutTimeout, "await axios.get<Stock>(url);"],
    [httpWithoutTimeout, "await got(url);"],
    [httpWithoutTimeout, "await superagent.post(url);"],
    [stateInMemory, "const carts: Carts /* all */ = new Map();\ncarts.set('1', cart);"],
    [stateInMemory, "const seen: Set<string>/* */= new Set();\nseen.add('1');"],
    [stateInMemory, "let kept = new NodeCache();\nkept.set('1', cart);"],
    [stateInMemory, "let kept = new LRUCache();\nkept.set('1', cart);"],
    [serverSideSession, "const session = require('koa-session');"],
    [serverSideSession, 'import session from "@fastify/session";'],
    [serverSideSession, 'import session from "fastify-session";'],
    ...["diskStorage", "createWriteStream", "writeFileSync", "appendFile"].map(
      (name) => [localFiles, `${name} ('stock.csv')`] as const,
    ),
    ...["@RabbitSubscribe()", "@MessagePattern()", "@SqsMessageHandler()", "@Process()"].map(
      (name) => [consumerWithoutDeduplication, name] as const,
    ),
    ...["eachMessage: f", "eachBatch: f", "channel.consume('orders')"].map(
      (name) => [consumerWithoutDeduplication, name] as const,
    ),
    [producerWithoutKey, "producer.send({ topic, messages: [] })"],
  ];
  for (const [rule, text] of seen) {
    expect(rule.see(withoutComments(text)), text).toHaveLength(1);
    expect(anyWord(rule.words)(text), text).toBe(true);
    expect(anyWord(HAZARD_WORDS)(text), text).toBe(true);
  }
  for (const line of [
    "'/healthz'",
    "`/live`, '/liveness'",
    '@Controller("health")',
    "process.on('SIGTERM')",
  ]) {
    expect(tracesOfText("src/main.ts", line), line).toHaveLength(1);
    expect(anyWord(CODE_WORDS)(line), line).toBe(true);
  }
});

test("one reading tells hazards and traces of all files, in the order of files", async () => {
  const texts = {
    "package.json": '{\n  "dependencies": {\n    "kafkajs": "2.2.4"\n  }\n}',
    "src/a.ts": "await fetch(stockUrl);\napp.listen(80);",
    "src/b.ts": "// process.on('SIGTERM', stop)\napp.get('/healthz', answer);",
    "src/quiet.ts": "export const price = 1;",
  };
  const { facts } = await readiness.analyze(memoryRepository(texts), DEFAULT_SETTINGS, () => {});
  const told = facts.flatMap((fact) => {
    if (fact.kind === "trace") return [`${fact.trace} ${fact.place.file}:${fact.place.line}`];
    return fact.kind === "hazard" ? [`${fact.hazard} ${fact.place.file}:${fact.place.line}`] : [];
  });
  expect(told).toEqual([
    "message-broker package.json:3",
    "health-check src/b.ts:2",
    "http-without-timeout src/a.ts:1",
    "no-graceful-shutdown src/a.ts:2",
  ]);
});

test("no text takes for ever", () => {
  const started = performance.now();
  for (const part of ["/* ", "fetch(", "fetch<", "already", "res.status(", "npm ", "const a: b = "]) {
    const text = part.repeat(300_000 / part.length);
    const code = withoutComments(text);
    for (const rule of [httpWithoutTimeout, stateInMemory, localFiles, consumerWithoutDeduplication])
      rule.see(code);
    answerShapesOf(code);
    tracesOfText(".github/workflows/build.yml", text);
    tracesOfText("src/main.ts", text);
  }
  expect(performance.now() - started).toBeLessThan(5000);
});

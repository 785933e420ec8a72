import { expect, test } from "vitest";
import { withoutComments } from "../../../src/analyzers/readiness/hazards/hazard-rule.ts";
import { httpWithoutTimeout } from "../../../src/analyzers/readiness/hazards/http-without-timeout.ts";
import {
  consumerWithoutDeduplication,
  producerWithoutKey,
} from "../../../src/analyzers/readiness/hazards/messages.ts";
import { serverSideSession, stateInMemory } from "../../../src/analyzers/readiness/hazards/state.ts";
import { dependenciesOf, tracesOfPackage } from "../../../src/analyzers/readiness/traces-of-packages.ts";
import { tracesOfPath } from "../../../src/analyzers/readiness/traces-of-paths.ts";
import { tracesOfText } from "../../../src/analyzers/readiness/traces-of-text.ts";

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
  expect(httpWithoutTimeout(code).map(({ line }) => line)).toEqual([1, 2, 5, 7]);
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
  expect(stateInMemory(code).map(({ what, line }) => `${what} ${line}`)).toEqual([
    "carts = new Map 1",
    "reserved = new Map 4",
  ]);
});

test("sessions, consumers and producers", () => {
  expect(serverSideSession("import session from 'express-session';")).toHaveLength(1);
  expect(consumerWithoutDeduplication("@EventPattern('order.placed')\nhandle(event) {}")).toHaveLength(1);
  expect(consumerWithoutDeduplication("@EventPattern('x')\nif (alreadyProcessed(id)) return;")).toHaveLength(
    0,
  );
  expect(producerWithoutKey("producer.send({ topic, messages: [{ value }] })")).toHaveLength(1);
  expect(producerWithoutKey("producer.send({ topic, messages: [{ key: id, value }] })")).toHaveLength(0);
});

test("comments become spaces and lines stay where they are", () => {
  expect(withoutComments("a /* b\nc */ d // e\n'http://x'")).toBe("a     \n     d     \n'http://x'");
});

test("paths and packages leave traces", () => {
  expect(tracesOfPath("deploy/Dockerfile")).toEqual(["dockerfile"]);
  expect(tracesOfPath("docs/adr/0001-use-events.md")).toEqual(["decision-records"]);
  expect(tracesOfPath("src/orders/order.service.ts")).toEqual([]);
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

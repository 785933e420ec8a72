import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberAuthors, type Signature } from "../../../src/analyzers/git/number-authors.ts";
import { isBot, isMechanical } from "../../../src/analyzers/git/recognise-bots.ts";
import { buildHistory, read, revisionsOf } from "./build-history.ts";

function people(...signatures: (readonly [name: string, email: string])[]): number[] {
  const seen = signatures.map(([name, email], at): Signature => {
    return { name, email, revisions: 1, order: signatures.length - at };
  });
  return numberAuthors(seen).map((author) => author.number);
}

describe("one person", () => {
  test("has one number under two names with one address, in any case", () => {
    expect(people(["Ada", "ada@shop.example"], ["Ada Byron", "ADA@shop.example"])).toEqual([1, 1]);
  });

  test("has one number under two addresses with one full name, accents or not", () => {
    expect(people(["Ada Býron", "ada@home.example"], ["ada.byron", "ada@work.example"])).toEqual([1, 1]);
  });

  test("is the login of an address at GitHub", () => {
    expect(
      people(["adabyron", "ada@home.example"], ["Ada Byron", "123+adabyron@users.noreply.github.com"]),
    ).toEqual([1, 1]);
  });

  test("is found over a chain of signatures", () => {
    expect(
      people(
        ["Ada", "a@x.example"],
        ["Bo", "b@x.example"],
        ["Ada Byron", "a@x.example"],
        ["Ada Byron", "b@x.example"],
      ),
    ).toEqual([1, 1, 1, 1]);
  });
});

test("two people stay two: first names and shared addresses say nothing", () => {
  expect(people(["Ada", "ada@x.example"], ["Ada", "ada@y.example"])).toEqual([1, 2]);
  expect(people(["Ada", "root@localhost"], ["Bo", "root@localhost"], ["Cy", ""], ["Di", ""])).toEqual([
    1, 2, 3, 4,
  ]);
});

test("numbers follow the first commits and have no gaps", () => {
  const signature = fc.record({
    name: fc.constantFrom("Ada Byron", "Bo Diaz", "bo", "Cy", ""),
    email: fc.constantFrom("a@x.example", "b@x.example", "1+bodiaz@users.noreply.github.com", ""),
    revisions: fc.nat(9),
    order: fc.nat(99),
  });
  fc.assert(
    fc.property(fc.array(signature), (signatures) => {
      const authors = numberAuthors(signatures);
      const numbers = [...new Set(authors.map((author) => author.number))].sort(
        (left, right) => left - right,
      );
      expect(numbers).toEqual(numbers.map((_, at) => at + 1));
      const oldest = (number: number) =>
        Math.max(...signatures.filter((_, at) => authors[at]?.number === number).map((one) => one.order));
      for (const number of numbers.slice(1)) expect(oldest(number)).toBeLessThanOrEqual(oldest(number - 1));
      const total = (all: readonly { revisions: number }[]) =>
        all.reduce((sum, one) => sum + one.revisions, 0);
      expect(total([...new Set(authors)])).toBe(total(signatures));
    }),
  );
});

test.each([
  ["renovate[bot]", "29139614+renovate[bot]@users.noreply.github.com"],
  ["dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com"],
  ["Renovate Bot", "bot@renovateapp.com"],
  ["GitHub Action", "action@github.com"],
  ["semantic-release-bot", "semantic-release-bot@martynus.net"],
  ["snyk-bot", "snyk-bot@snyk.io"],
  ["JuiceShopBot", "61591748+JuiceShopBot@users.noreply.github.com"],
  ["greenkeeperio-bot", "support@greenkeeper.io"],
])("%s is a bot", (name, email) => {
  expect(isBot(name, email)).toBe(true);
});

test.each([
  ["Abbott", "abbott@x.example"],
  ["Ada Byron", "ada@robots.example"],
  ["talbot", "talbot@x.example"],
  ["Cicero", "cicero@x.example"],
  ["Bo Releaser", "bo@x.example"],
])("%s is a person", (name, email) => {
  expect(isBot(name, email)).toBe(false);
});

test.each([
  "chore(release): 1.2.3",
  "chore(deps): bump lodash from 4.17.20 to 4.17.21",
  "Bump express from 4.0.0 to 5.0.0",
  "build(deps-dev): bump vite from 4 to 5",
  "Update dependency express to v5",
  "chore: release v3.0.0",
  "Release 2.0.0",
  "v1.2.3",
  "4.19.1",
  "Publish v2.2.0-next.1",
  "Version bump to 5.1.0",
  "[release] 1.0.0",
])("%j only raises a version", (subject) => {
  expect(isMechanical(subject)).toBe(true);
});

test.each([
  "Release the order before it is billed",
  "Update the dependency graph of orders",
  "feat(release): releases have notes",
  "Bump the price of stamps",
  "Support v1.2.3 of the protocol in the till",
  "chore: rename orders",
])("%j is work", (subject) => {
  expect(isMechanical(subject)).toBe(false);
});

test("bots are seen and marked, and count in no file's history", async () => {
  const told = await read(
    buildHistory([
      { files: { "order.ts": "1" } },
      {
        files: { "order.ts": "2" },
        author: "renovate[bot] <bot@renovateapp.com>",
        subject: "Update dependency x to v2",
      },
      { files: { "order.ts": "3" }, subject: "chore(release): 1.0.1" },
    ]),
  );
  expect(told.changes.map(({ bot }) => bot)).toEqual([true, true, false]);
  expect(told.people.map(({ bot }) => bot)).toEqual([false, true]);
  expect(revisionsOf(told)).toEqual(["order.ts × 1"]);
});

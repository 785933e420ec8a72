import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupContexts } from "../../src/contexts/group-contexts.ts";
import { stemOf, topicOf, wordsOf } from "../../src/contexts/words.ts";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { graphOf, tie, unit } from "./monolith.ts";

test.each([
  ["OrderLineItems", "order line item"],
  ["HTTPServerError", "http server error"],
  ["categories", "category"],
  ["addresses", "address"],
  ["user_settings.v2", "user setting"],
  ["주문서비스", "주문서비스"],
  ["status", "status"],
])("%s is made of the words %s", (name, words) => {
  expect(wordsOf(name).join(" ")).toBe(words);
});

test("names in ASCII have the words that they have beside other letters", () => {
  const name = fc.string({ unit: fc.constantFrom(..."aBcDsSyY09_-. /$") });
  fc.assert(
    fc.property(name, (text) => {
      expect(wordsOf(text)).toEqual(wordsOf(`${text} é`));
    }),
  );
});

test("a topic is what is left without the words of roles", () => {
  expect(topicOf(wordsOf(stemOf("src/team/team-collection.service.ts")))).toEqual(["team", "collection"]);
});

describe("contexts are named after their own words", () => {
  const roles = ["service", "controller", "repository", "dto"];
  const part = (topic: string, comment = "") =>
    roles.map((role, at) =>
      unit(`src/${role}s/${topic}.${role}.ts`, `${topic}-${role}`, {
        comment,
        fields: [`${topic}Id`, `x${at}`],
      }),
    );
  const parts = [
    part("team-collection"),
    part("team-invitation"),
    part("invoice", "세금 계산서를 발행한다"),
    part("stock"),
  ];
  const inside = parts.flatMap((units) =>
    units.slice(1).flatMap((one) => [tie(units[0]!, one), tie(one, units[0]!)]),
  );
  const grouping = groupContexts(graphOf(parts.flat(), inside), { ...DEFAULT_SETTINGS, contexts: 4 });
  const micro = grouping.contexts.filter(({ level }) => level === "micro");

  test("by what tells them from the others, never by a role", () => {
    expect(micro.map(({ name }) => name).sort()).toEqual([
      "invoice",
      "stock",
      "team collection",
      "team invitation",
    ]);
  });

  test("with the words of comments, in whatever language", () => {
    expect(micro.find(({ name }) => name === "invoice")!.words).toContain("세금");
  });

  test("and their ids are slugs of their names", () => {
    expect(micro.map(({ id }) => id)).toContain("micro/team-collection");
  });
});

test("a class that contexts use for different methods is a word with several meanings", () => {
  const shop = ["a", "b", "c", "d"].map((name) => unit(`src/shop/${name}.ts`, `Shop${name}`));
  const depot = ["a", "b", "c", "d"].map((name) => unit(`src/depot/${name}.ts`, `Depot${name}`));
  const product = unit("src/shop/product.ts", "Product", { role: "entity" });
  const call = (from: (typeof shop)[0], method: string) =>
    tie(from, product, "call", 1, [{ file: from.file, line: 1, method }]);
  const among = [shop, depot].flatMap((units) =>
    units.flatMap((one) => units.map((other) => tie(one, other))),
  );
  const { ambiguous } = groupContexts(
    graphOf(
      [...shop, ...depot, product],
      [
        ...among.filter(({ from, to }) => from !== to),
        call(shop[0]!, "title"),
        call(shop[1]!, "price"),
        call(depot[0]!, "weight"),
        call(depot[1]!, "shelf"),
      ],
    ),
    { ...DEFAULT_SETTINGS, contexts: 2 },
  );
  expect(ambiguous).toMatchObject([{ node: product.id, separation: 1 }]);
  expect(ambiguous[0]!.meanings.map(({ uses }) => uses)).toEqual([
    ["shelf", "weight"],
    ["price", "title"],
  ]);
});

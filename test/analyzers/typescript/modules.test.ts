import { expect, test } from "vitest";
import { callsOf, link } from "./link.ts";

const SELL = "export function sell() {}";

function targetOf(module: string, files: Record<string, string>, from = "apps/till/src/till.ts"): string[] {
  return callsOf(link({ ...files, [from]: `import { sell } from "${module}";\nsell();` })).map(
    (line) => line.split(" → ")[1]!,
  );
}

test.each([
  ["a relative path", "../../shop/src/shop", {}],
  ["an extension of what it is compiled to", "../../shop/src/shop.js", {}],
  [
    "an alias of the nearest tsconfig",
    "@shop/shop",
    { "apps/till/tsconfig.json": '{"compilerOptions":{"paths":{"@shop/*":["../shop/src/*"]}}}' },
  ],
  [
    "an alias in a configuration that is extended",
    "@shop/shop",
    {
      "tsconfig.base.json":
        '{ /* shared */ "compilerOptions": { "baseUrl": ".", "paths": { "@shop/*": ["apps/shop/src/*"], } } }',
      "apps/till/tsconfig.json": '{"extends":"../../tsconfig.base.json"}',
    },
  ],
  ["a base folder", "shop/src/shop", { "tsconfig.json": '{"compilerOptions":{"baseUrl":"apps"}}' }],
  ["a workspace package", "@books/shop/shop", { "apps/shop/package.json": '{"name":"@books/shop"}' }],
  [
    "what a package publishes, back to its source",
    "@books/shop",
    { "apps/shop/package.json": '{"name":"@books/shop","exports":{".":{"import":"./dist/shop.js"}}}' },
  ],
  [
    "a subpath of its exports",
    "@books/shop/sale",
    { "apps/shop/package.json": '{"name":"@books/shop","exports":{"./sale":"./dist/shop.js"}}' },
  ],
  [
    "imports of its own package",
    "#shop",
    {
      "apps/till/package.json": '{"name":"till","imports":{"#shop":"./src/shop.ts"}}',
      "apps/till/src/shop.ts": SELL,
    },
  ],
])("finds a module by %s", (_, module, files: Record<string, string>) => {
  const expected = files["apps/till/src/shop.ts"]
    ? "apps/till/src/shop.ts.sell"
    : "apps/shop/src/shop.ts.sell";
  expect(targetOf(module, { "apps/shop/src/shop.ts": SELL, ...files })).toEqual([expected]);
});

test.each([
  "/etc/passwd",
  "../../../../etc/passwd",
  "@books/shop/../../../etc/passwd",
  "constructor",
  "__proto__",
])("never leaves the repository for %s", (module) =>
  expect(targetOf(module, { "apps/shop/src/shop.ts": SELL })).toEqual([]),
);

test("a configuration that extends itself, is broken, or lies outside is no trouble for the rest", () => {
  const files = {
    "apps/shop/src/shop.ts": SELL,
    "apps/till/tsconfig.json": '{"extends":["./tsconfig.json","../../../outside.json"]}',
    "apps/shop/tsconfig.json": "{ this is not JSON",
  };
  expect(targetOf("../../shop/src/shop", files)).toEqual(["apps/shop/src/shop.ts.sell"]);
});

test("barrels in a circle lead to what lies behind them; the first that has a name gives it, before any library", () => {
  const files = {
    "apps/all/index.ts":
      'export * from "somewhere";\nexport * from "./goods";\nexport * from "./again";\nexport * from "./sale";',
    "apps/all/goods.ts": 'export const goods = 1;\nexport * from "./index";',
    "apps/all/again.ts": 'export * from "./goods";\nexport { sell } from "../shop/src/shop";',
    "apps/all/sale.ts": SELL,
    "apps/shop/src/shop.ts": SELL,
  };
  expect(targetOf("../../all", files)).toEqual(["apps/shop/src/shop.ts.sell"]);
  expect(targetOf("../../all", { ...files, "apps/all/goods.ts": SELL })).toEqual(["apps/all/goods.ts.sell"]);
});

test.each([
  ["a file before a folder of its name", "../../shop/sell", "apps/shop/sell.js"],
  ["TypeScript before JavaScript", "../../shop/trade", "apps/shop/trade.ts"],
  ["the index of a folder", "../../shop", "apps/shop/index.tsx"],
  ["a component by what it is compiled to", "../../shop/counter.js", "apps/shop/counter.tsx"],
])("prefers %s", (_, module, expected) => {
  const files = ["sell/index.ts", "sell.js", "trade.js", "trade.ts", "index.tsx", "index.js", "counter.tsx"];
  const texts = Object.fromEntries(files.map((file) => [`apps/shop/${file}`, SELL]));
  expect(targetOf(module, texts)).toEqual([`${expected}.sell`]);
});

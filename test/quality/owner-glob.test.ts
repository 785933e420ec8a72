import fc from "fast-check";
import { expect, test } from "vitest";
import { ownerGlob } from "../../src/quality/owner-glob.ts";

test.each([
  ["/src/orders/", "src/orders/cart.ts", true],
  ["/src/orders", "src/ordersx.ts", false],
  ["orders", "apps/orders/index.ts", true],
  ["orders", "apps/reorders.ts", false],
  ["*.sql", "db/deep/schema.sql", true],
  ["/*.sql", "db/schema.sql", false],
  ["src/**/billing*.ts", "src/a/b/billing-run.ts", true],
  ["src/**/billing*.ts", "src/billing.ts", true],
  ["src/**", "src/a/b.ts", true],
  ["src/?.ts", "src/ab.ts", false],
  ["src/[a].ts", "src/[a].ts", true],
])("%s and %s: %s", (glob, path, expected) => {
  expect(ownerGlob(glob)(path)).toBe(expected);
});

/** What each part of a glob means, said by a regular expression: right, and on short inputs quick enough. */
function byExpression(glob: string): RegExp {
  const anchored = glob.replace(/\/$/, "").includes("/");
  const meaning = new Map([
    ["**/", "(.*/)?"],
    ["**", ".*"],
    ["*", "[^/]*"],
    ["?", "[^/]"],
  ]);
  const body = glob
    .replace(/^\//, "")
    .replace(/\/$/, "")
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map((part) => meaning.get(part) ?? part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("");
  return new RegExp(`${anchored ? "^" : "(^|/)"}${body}(/.*)?$`, "s");
}

test("says what a regular expression says", () => {
  const glob = fc.array(fc.constantFrom("*", "**", "**/", "?", "/", "a", "b", "."), {
    minLength: 1,
    maxLength: 7,
  });
  const path = fc.array(fc.constantFrom("a", "b", "/", "."), { maxLength: 9 });
  fc.assert(
    fc.property(glob, path, (parts, units) => {
      const [pattern, text] = [parts.join(""), units.join("")];
      expect([pattern, text, ownerGlob(pattern)(text)]).toEqual([
        pattern,
        text,
        byExpression(pattern).test(text),
      ]);
    }),
    { numRuns: 5_000, seed: 7 },
  );
});

test("a hundred stars take no time", () => {
  expect(ownerGlob(`${"*a".repeat(100)}b`)(`${"a".repeat(200)}/${"a".repeat(200)}.ts`)).toBe(false);
});

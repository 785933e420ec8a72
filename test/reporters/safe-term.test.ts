import fc from "fast-check";
import { expect, test } from "vitest";
import { safeTerm } from "../../src/reporters/safe-term.ts";

test("what could be obeyed is shown instead", () => {
  expect(safeTerm("\u001b[31mRed")).toBe("\\u{1b}[31mRed");
  expect(safeTerm("\u202egnp.exe")).toBe("\\u{202e}gnp.exe");
  expect(safeTerm("zero\u200bwidth")).toBe("zero\\u{200b}width");
  expect(safeTerm("lone\ud800surrogate")).toBe("lone\\u{d800}surrogate");
  expect(safeTerm("\u{e0041}")).toBe("\\u{e0041}");
});

test("ordinary text of any language stays as it is", () => {
  for (const text of ["OrderService", "주문 서비스", "注文", "Größe", "заказ", "📦 parcel"]) {
    expect(safeTerm(text)).toBe(text);
  }
});

test("nothing that is printed is a control character, whatever the name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(safeTerm(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
  );
});

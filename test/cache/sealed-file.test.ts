import { mkdtempSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { passSealed, readSealed, type Seal } from "../../src/cache/sealed-file.ts";

const seal: Seal = { key: Buffer.alloc(32, 7), words: ["orders", "build 1"] };
const content = Buffer.from("what was read of the orders");

function sealed(): string {
  const file = join(mkdtempSync(join(tmpdir(), "monocarve-cache-")), "entry");
  const pieces = [content.subarray(0, 5), content.subarray(5)];
  expect([...passSealed(file, pieces, seal)]).toEqual(pieces);
  return file;
}

test("what was sealed is read again, whole", () => {
  const kept = readSealed(sealed(), seal);
  expect(kept && Buffer.from(kept).equals(content)).toBe(true);
});

test("another key, name or build reads nothing", () => {
  const file = sealed();
  expect(readSealed(file, { ...seal, key: Buffer.alloc(32, 8) })).toBeNull();
  expect(readSealed(file, { ...seal, words: ["invoices", "build 1"] })).toBeNull();
  expect(readSealed(file, { ...seal, words: ["orders", "build 2"] })).toBeNull();
});

test("one changed bit anywhere, or a missing end, and nothing is read", () => {
  const file = sealed();
  const whole = readFileSync(file);
  for (let at = 0; at < whole.length; at++) {
    const bytes = Buffer.from(whole);
    bytes[at]! ^= 1 << (at % 8);
    writeFileSync(file, bytes);
    expect(readSealed(file, seal)).toBeNull();
    writeFileSync(file, whole);
    truncateSync(file, at);
    expect(readSealed(file, seal)).toBeNull();
  }
});

test("whatever lies there instead reads as nothing", () => {
  const file = sealed();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      writeFileSync(file, bytes);
      expect(readSealed(file, seal)).toBeNull();
    }),
    { seed: 11 },
  );
});

test("a link to an entry is not followed", () => {
  const file = sealed();
  symlinkSync(file, `${file}-link`);
  expect(readSealed(`${file}-link`, seal)).toBeNull();
});

test("what was not taken to its end is not there, and leaves nothing", () => {
  const file = sealed();
  for (const _ of passSealed(file, [Buffer.from("another "), Buffer.from("order")], seal)) break;
  expect(readSealed(file, seal)?.toString()).toBe(content.toString());
  expect(readdirSync(dirname(file))).toEqual(["entry"]);
});

test("where nothing can be written, the pieces are handed on all the same", () => {
  const nowhere = join(sealed(), "below", "a file");
  expect([...passSealed(nowhere, [content, content], seal)]).toEqual([content, content]);
});

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { COMMANDS, commandOf, keyLabel } from "../../src/explorer/keys/key-map.ts";
import { readKeys } from "../../src/explorer/keys/read-keys.ts";

test("a burst of keys that arrives in one piece is read one by one", () => {
  expect(readKeys("jjj")).toEqual(["j", "j", "j"]);
  expect(readKeys("\rq")).toEqual(["enter", "q"]);
  expect(readKeys("/결제")).toEqual(["/", "결", "제"]);
  expect(readKeys("\u001b[A\u001b[Bk\u001b[5~\t\u007f")).toEqual([
    "up",
    "down",
    "k",
    "pageup",
    "tab",
    "backspace",
  ]);
});

test("escape alone is a key; before another key it is one of its own", () => {
  expect(readKeys("\u001b")).toEqual(["escape"]);
  expect(readKeys("\u001bq")).toEqual(["escape", "q"]);
});

test("control keys have names, sequences that nobody knows are no keys", () => {
  expect(readKeys("\u0003\u0012")).toEqual(["ctrl-c", "ctrl-r"]);
  expect(readKeys("\u001b[<35;10;10Mj\u001b[200~")).toEqual(["j"]);
});

test("letters that are written with several code points are one key", () => {
  const acute = "e\u0301";
  expect(readKeys(`${acute}가`)).toEqual([acute, "가"]);
});

test("reading keys never fails, and plain letters come back as they were typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (input) => readKeys(input).every((key) => key !== "")),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]{0,40}$/), (input) => readKeys(input).join("") === input),
  );
});

test("no key asks for two things, and every command can be asked for", () => {
  const keys = COMMANDS.flatMap((command) => command.keys);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { name, keys: own } of COMMANDS) for (const key of own) expect(commandOf(key)).toBe(name);
  expect(keyLabel("ctrl-r")).toBe("^R");
});

import type { Dice } from "./dice.ts";

/** Words of a language, and texts that parts may be taken from. */
export interface Material {
  readonly tokens: readonly string[];
  readonly donors: readonly string[];
}

type Mutator = (text: string, dice: Dice, material: Material) => string;

const LONGEST = 200_000;

/** Changes a text in one to four places. What comes out may be valid, nearly so, or nothing at all. */
export function mutate(text: string, dice: Dice, material: Material): string {
  let mutated = text;
  for (let times = 1 + dice.below(4); times > 0; times--) {
    mutated = dice.pick(MUTATORS)(mutated, dice, material).slice(0, LONGEST);
  }
  return mutated;
}

/** The same for bytes, each a character from 0 to 255: flips and cuts break UTF-8 too. */
export function mutateBytes(bytes: string, dice: Dice, material: Material): string {
  const flip: Mutator = (text) => {
    const at = dice.below(text.length + 1);
    const flipped = (text.charCodeAt(at) || 0) ^ (1 << dice.below(8));
    return text.slice(0, at) + String.fromCharCode(flipped) + text.slice(at + 1);
  };
  let mutated = bytes;
  for (let times = 1 + dice.below(4); times > 0; times--) {
    mutated = dice.chance(0.4)
      ? flip(mutated, dice, material)
      : dice.pick(MUTATORS)(mutated, dice, material).slice(0, LONGEST);
  }
  return mutated.replace(/[^\0-\xff]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) & 255));
}

const HOSTILE_NAMES = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "prototype",
  "then",
  "length",
];
const NAME = /[A-Za-z_$][\w$]*/g;

const MUTATORS: readonly Mutator[] = [
  deleteSpan,
  duplicateSpan,
  repeatSpan,
  insertTokens,
  insertTokens,
  splice,
  cut,
  insertUnit,
  swapNames,
  swapNames,
  swapLines,
  swapQuoted,
  replaceNumber,
];

function spanOf(text: string, dice: Dice, longest = 400): readonly [number, number] {
  const start = dice.below(text.length + 1);
  return [start, Math.min(text.length, start + 1 + dice.below(dice.chance(0.5) ? 20 : longest))];
}

function deleteSpan(text: string, dice: Dice): string {
  const [start, end] = spanOf(text, dice);
  return text.slice(0, start) + text.slice(end);
}

function duplicateSpan(text: string, dice: Dice): string {
  const [start, end] = spanOf(text, dice);
  const at = dice.below(text.length + 1);
  return text.slice(0, at) + text.slice(start, end) + text.slice(at);
}

function repeatSpan(text: string, dice: Dice): string {
  const [start, end] = spanOf(text, dice, 120);
  const times = dice.chance(0.1) ? 200 : 2 + dice.below(12);
  return text.slice(0, end) + text.slice(start, end).repeat(times) + text.slice(end);
}

function insertTokens(text: string, dice: Dice, { tokens }: Material): string {
  const at = dice.below(text.length + 1);
  const token = dice.pick(tokens);
  const space = dice.pick(["", " ", "\n"]);
  return text.slice(0, at) + (space + token).repeat(1 + dice.below(20)) + space + text.slice(at);
}

function splice(text: string, dice: Dice, { donors }: Material): string {
  const donor = dice.pick(donors);
  return text.slice(0, dice.below(text.length + 1)) + donor.slice(dice.below(donor.length + 1));
}

function cut(text: string, dice: Dice): string {
  return text.slice(0, dice.below(text.length + 1));
}

function insertUnit(text: string, dice: Dice): string {
  const at = dice.below(text.length + 1);
  const unit = dice.chance(0.3)
    ? dice.pick([0, 10, 13, 34, 39, 92, 96, 0x2028, 0x202e, 0xd800, 0xdc00, 0xfeff])
    : dice.below(0x10000);
  return text.slice(0, at) + String.fromCharCode(unit) + text.slice(at + dice.below(2));
}

/** One name stands for another, everywhere or once: cycles of types, imports, parents and constants. */
function swapNames(text: string, dice: Dice): string {
  const names = text.match(NAME) ?? [];
  if (names.length === 0) return text;
  const [old, other] = [dice.pick(names), dice.chance(0.2) ? dice.pick(HOSTILE_NAMES) : dice.pick(names)];
  if (dice.chance(0.5)) return text.split(old).join(other);
  const at = text.indexOf(old, dice.below(text.length));
  return at === -1 ? text : text.slice(0, at) + other + text.slice(at + old.length);
}

function swapLines(text: string, dice: Dice): string {
  const lines = text.split("\n");
  const [one, other] = [dice.below(lines.length), dice.below(lines.length)];
  [lines[one], lines[other]] = [lines[other] as string, lines[one] as string];
  return lines.join("\n");
}

/** One text between quotes stands for another: modules, tables, tokens. */
function swapQuoted(text: string, dice: Dice): string {
  const quoted = text.match(/(["'`])[^"'`\n]*\1/g) ?? [];
  if (quoted.length < 2) return text;
  const [old, other] = [dice.pick(quoted), dice.pick(quoted)];
  return text.split(old).join(other);
}

function replaceNumber(text: string, dice: Dice): string {
  const number = dice.pick(["0", "-1", "1e999", "NaN", "99999999999999999999", "0x", "1_000", "08", "2n"]);
  return text.replace(/\b\d+\b/, () => number);
}

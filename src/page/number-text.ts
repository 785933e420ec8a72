const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const CODE_OF = Uint8Array.from(DIGITS, (digit) => digit.charCodeAt(0));
const VALUE_OF = new Uint8Array(128);
CODE_OF.forEach((code, value) => {
  VALUE_OF[code] = value;
});
const ASCII = new TextDecoder();
/** More characters than any safe integer takes. */
const LONGEST = 16;
/** Where texts are written before they become strings; it grows to the longest. */
let codes = new Uint8Array(1 << 14);

/**
 * Safe integers as short text: each is told as the difference from the one before, five bits to a character, the sixth
 * bit says "more follows" (the variable-length quantities of source maps). Sorted or repetitive lists become very short.
 *
 *     writeNumbers([7, 8, 8]) = "OCA"
 */
export function writeNumbers(numbers: readonly number[]): string {
  return writeNumbersOf(numbers, (number) => number);
}

/** One number for each of some values, as text. */
export function writeNumbersOf<Value>(values: readonly Value[], numberOf: (value: Value) => number): string {
  let length = 0;
  let before = 0;
  for (const value of values) {
    if (length + LONGEST > codes.length) codes = larger(codes);
    const number = numberOf(value);
    length = writeOne(number - before, length);
    before = number;
  }
  return ASCII.decode(codes.subarray(0, length));
}

/** The numbers that `writeNumbers` wrote. */
export function readNumbers(text: string): number[] {
  const numbers: number[] = [];
  let before = 0;
  let value = 0;
  let scale = 1;
  for (let place = 0; place < text.length; place++) {
    const digit = VALUE_OF[text.charCodeAt(place)] ?? 0;
    value += (digit & 31) * scale;
    scale *= 32;
    if (digit & 32) continue;
    before += value % 2 === 1 ? -(value - 1) / 2 : value / 2;
    numbers.push(before);
    value = 0;
    scale = 1;
  }
  return numbers;
}

/** Arithmetic instead of bit shifts: differences may need more than 32 bits. */
function writeOne(difference: number, at: number): number {
  let rest = difference < 0 ? -difference * 2 + 1 : difference * 2;
  let end = at;
  while (rest >= 32) {
    codes[end++] = CODE_OF[(rest % 32) + 32]!;
    rest = Math.floor(rest / 32);
  }
  codes[end++] = CODE_OF[rest]!;
  return end;
}

function larger(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const twice = new Uint8Array(bytes.length * 2);
  twice.set(bytes);
  return twice;
}

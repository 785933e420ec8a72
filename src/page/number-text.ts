const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUE_OF = new Uint8Array(128);
for (let value = 0; value < DIGITS.length; value++) VALUE_OF[DIGITS.charCodeAt(value)] = value;

/**
 * Safe integers as short text: each is told as the difference from the one before, five bits to a character, the sixth
 * bit says "more follows" (the variable-length quantities of source maps). Sorted or repetitive lists become very short.
 *
 *     writeNumbers([7, 8, 8]) = "OCA"
 */
export function writeNumbers(numbers: readonly number[]): string {
  const text: string[] = [];
  let before = 0;
  for (const number of numbers) {
    text.push(writeOne(number - before));
    before = number;
  }
  return text.join("");
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
function writeOne(difference: number): string {
  let rest = difference < 0 ? -difference * 2 + 1 : difference * 2;
  let text = "";
  do {
    const digit = rest % 32;
    rest = Math.floor(rest / 32);
    text += DIGITS[rest > 0 ? digit + 32 : digit];
  } while (rest > 0);
  return text;
}

export function median(numbers) {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/** `0.31 (0.28–0.35)`: the median, and between what the rounds lay. */
export function withSpread(numbers, digits = 2) {
  const [least, most] = [Math.min(...numbers).toFixed(digits), Math.max(...numbers).toFixed(digits)];
  const mid = median(numbers).toFixed(digits);
  return least === most ? mid : `${mid} (${least}–${most})`;
}

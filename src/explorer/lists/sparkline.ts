const BARS = "▁▂▃▄▅▆▇█";

/** Values from 0 as a row of bars, the largest as high as it gets: 0 1 2 4 → `▁▂▄█`. */
export function sparkline(values: readonly number[]): string {
  const most = Math.max(...values, 0);
  if (most === 0) return BARS[0]!.repeat(values.length);
  return values.map((value) => BARS[Math.round((Math.max(0, value) / most) * (BARS.length - 1))]!).join("");
}

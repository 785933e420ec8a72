import { grouped } from "../reporters/copy/counted.ts";

export { grouped };

/** 0.2345 → `23 %`; small shares keep a digit, so that something never looks like nothing. */
export function percent(share: number): string {
  const hundredths = share * 100;
  const digits = hundredths > 0 && hundredths < 1 ? 1 : 0;
  return `${hundredths.toFixed(digits)}\u202f%`;
}

/** 0.6123 → `0.61`. */
export function decimal(value: number, digits = 2): string {
  return value.toFixed(digits).replace("-", "−");
}

/** 12345 → `12.3k`: for places where a picture has little room. */
export function brief(value: number): string {
  if (value < 1000) return String(Math.round(value));
  if (value < 10_000) return `${(value / 1000).toFixed(1)}k`;
  return value < 1_000_000 ? `${Math.round(value / 1000)}k` : `${(value / 1_000_000).toFixed(1)}M`;
}

/** `src/orders/orders.ts` → `orders.ts`. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** 1234567 → `1,234,567`, the same on every machine. */
export function grouped(n: number): string {
  const [whole = "0", fraction] = String(Math.abs(n)).split(".");
  const digits = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return `${n < 0 ? "−" : ""}${digits}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** `1 file`, `1,234 files`. */
export function counted(n: number, one: string, many: string = `${one}s`): string {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}

/** 0.8349 → `83%`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** 0.8349 → `0.83`. */
export function decimal(value: number): string {
  return (Math.round(value * 100) / 100).toFixed(2).replace("-", "−");
}

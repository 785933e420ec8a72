const SECONDS = 86_400;
/** The end of the year 9999. */
const LAST_SECOND = 253_402_300_799;

const texts = new Map<number, string>();

/** The day, counted from 1970 in UTC; dates can be made up, so what is no date is the beginning of time. */
export function dayNumber(seconds: string): number {
  const time = /^\d{1,11}$/.test(seconds) ? Number(seconds) : 0;
  return Math.floor(Math.min(time, LAST_SECOND) / SECONDS);
}

/** `YYYY-MM-DD`. A history has far fewer days than commits, so each is written once. */
export function dayText(day: number): string {
  const known = texts.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * SECONDS * 1000).toISOString().slice(0, 10);
  texts.set(day, text);
  return text;
}

import type { Report } from "../../src/model/report.ts";

const NASTY = "\u001b[31mOrders\u001b[2J\u0007\u202e\r\n</script>";

/** A report in which every name, path and text tries to take over the terminal. */
export function hostileReport(report: Report): Report {
  const keys = new Set([
    "name",
    "file",
    "path",
    "message",
    "statement",
    "subject",
    "method",
    "handler",
    "what",
    "signature",
    "column",
    "comment",
  ]);
  const poisoned = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return keys.has(key) ? `${value}${NASTY}` : value;
    if (Array.isArray(value)) return value.map((item) => poisoned(item, key));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, poisoned(inner, name)]));
  };
  return poisoned(report, "") as Report;
}

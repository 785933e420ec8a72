/** Prints rows under the names of their values: names to the left, numbers to the right, nothing wider than it must be. */
export function printTable(rows, indent = "") {
  const heads = Object.keys(rows[0] ?? {});
  const lines = [heads, ...rows.map((row) => heads.map((head) => String(row[head] ?? "")))];
  const widths = heads.map((_, at) => Math.max(...lines.map((line) => line[at].length)));
  for (const line of lines) {
    const cells = line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])));
    console.log(`${indent}${cells.join("  ")}`.trimEnd());
  }
}

/** How two decompositions of the same things overlap. */
export interface Contingency {
  /** Things in both. */
  readonly size: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Overlaps that are not empty: row, column, how many. */
  readonly cells: readonly (readonly [row: number, column: number, count: number])[];
}

/** Counts the overlaps of two decompositions, given as labels of the same things in the same order. */
export function contingencyOf(left: readonly string[], right: readonly string[]): Contingency {
  const rowNumbers = new Map<string, number>();
  const columnNumbers = new Map<string, number>();
  const counts = new Map<string, [number, number, number]>();
  left.forEach((label, position) => {
    const row = numberOf(rowNumbers, label);
    const column = numberOf(columnNumbers, right[position]!);
    const key = `${row} ${column}`;
    const cell = counts.get(key);
    if (cell) cell[2]++;
    else counts.set(key, [row, column, 1]);
  });
  const cells = [...counts.values()];
  const rows = new Array<number>(rowNumbers.size).fill(0);
  const columns = new Array<number>(columnNumbers.size).fill(0);
  for (const [row, column, count] of cells) {
    rows[row]! += count;
    columns[column]! += count;
  }
  return { size: left.length, rows, columns, cells };
}

function numberOf(numbers: Map<string, number>, label: string): number {
  let number = numbers.get(label);
  if (number === undefined) {
    number = numbers.size;
    numbers.set(label, number);
  }
  return number;
}

export interface Cell {
  readonly column: number;
  readonly row: number;
}

/** Two boxes, by their numbers, that an arrow pulls together. */
export interface Pull {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly mutual: boolean;
}

export interface Grid {
  readonly count: number;
  readonly columns: number;
  readonly rows: number;
  readonly pulls: readonly Pull[];
}

/** What an arrow costs that runs to the left, or over another box, measured in columns of length. */
const BACKWARDS = 0.5;
const OVER_A_BOX = 2.2;
const PASSES = 30;

/**
 * A cell for every box: begins with those that depend on most at the left, then swaps cells as long as that makes the
 * picture better. The same arrows always give the same picture.
 */
export function settle(grid: Grid): readonly Cell[] {
  const { columns, rows } = grid;
  const cells = Array.from(
    { length: columns * rows },
    (_, n): Cell => ({ column: Math.floor(n / rows), row: n % rows }),
  );
  const occupant = [...beginning(grid), ...Array<number>(cells.length).fill(-1)].slice(0, cells.length);
  const cellOf = Array<number>(grid.count).fill(0);
  occupant.forEach((box, cell) => {
    if (box >= 0) cellOf[box] = cell;
  });
  const around = pullsByBox(grid);
  const costOf = (box: number) =>
    box < 0 ? 0 : (around[box] ?? []).reduce((sum, pull) => sum + cost(pull, cellOf, cells, occupant), 0);
  for (let pass = 0; pass < PASSES; pass++) {
    let better = false;
    for (let left = 0; left < cells.length; left++) {
      for (let right = left + 1; right < cells.length; right++) better = swapIfBetter(left, right) || better;
    }
    if (!better) break;
  }
  return cellOf.map((cell) => cells[cell] ?? { column: 0, row: 0 });

  function swapIfBetter(left: number, right: number): boolean {
    const first = occupant[left] ?? -1;
    const second = occupant[right] ?? -1;
    if (first < 0 && second < 0) return false;
    const before = costOf(first) + costOf(second);
    swap(left, right);
    if (costOf(first) + costOf(second) < before - 1e-9) return true;
    swap(left, right);
    return false;
  }

  function swap(left: number, right: number): void {
    const first = occupant[left] ?? -1;
    const second = occupant[right] ?? -1;
    occupant[left] = second;
    occupant[right] = first;
    if (first >= 0) cellOf[first] = right;
    if (second >= 0) cellOf[second] = left;
  }
}

/** Boxes in the order of what goes out minus what comes in. */
function beginning({ count, pulls }: Grid): number[] {
  const net = Array<number>(count).fill(0);
  for (const { from, to, weight, mutual } of pulls) {
    if (mutual) continue;
    net[from] = (net[from] ?? 0) + weight;
    net[to] = (net[to] ?? 0) - weight;
  }
  return net.map((_, box) => box).sort((left, right) => (net[right] ?? 0) - (net[left] ?? 0) || left - right);
}

function pullsByBox({ count, pulls }: Grid): Pull[][] {
  const around = Array.from({ length: count }, (): Pull[] => []);
  for (const pull of pulls) {
    around[pull.from]?.push(pull);
    around[pull.to]?.push(pull);
  }
  return around;
}

function cost(
  pull: Pull,
  cellOf: readonly number[],
  cells: readonly Cell[],
  occupant: readonly number[],
): number {
  const from = cells[cellOf[pull.from] ?? 0];
  const to = cells[cellOf[pull.to] ?? 0];
  if (!from || !to) return 0;
  const dx = at(to) - at(from);
  const dy = (to.row - from.row) * 0.8;
  const back = !pull.mutual && dx < 0 ? BACKWARDS : 0;
  return pull.weight * (Math.hypot(dx, dy) + back + OVER_A_BOX * boxesBetween(from, to, cells, occupant));
}

/** Every second row is shifted, so that lines find a way between the boxes. */
function at({ column, row }: Cell): number {
  return column + (row % 2 === 0 ? 0 : 0.22);
}

function boxesBetween(from: Cell, to: Cell, cells: readonly Cell[], occupant: readonly number[]): number {
  let count = 0;
  const length = Math.hypot(at(to) - at(from), to.row - from.row);
  for (let cell = 0; cell < cells.length; cell++) {
    const box = cells[cell];
    if (!box || (occupant[cell] ?? -1) < 0 || box === from || box === to) continue;
    const along =
      ((at(box) - at(from)) * (at(to) - at(from)) + (box.row - from.row) * (to.row - from.row)) / length;
    if (along <= 0 || along >= length) continue;
    const aside =
      Math.abs((at(box) - at(from)) * (to.row - from.row) - (box.row - from.row) * (at(to) - at(from))) /
      length;
    if (aside < 0.35) count++;
  }
  return count;
}

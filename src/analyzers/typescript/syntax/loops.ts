/** Methods of arrays that run their callback once for each element: inside it is inside a loop. */
export const LOOPING = new Set([
  "forEach",
  "map",
  "flatMap",
  "filter",
  "reduce",
  "some",
  "every",
  "each",
  "mapSeries",
]);

/** Elements of a list that are written together. */
const TOGETHER = 500;
/** Below this depth a value is small enough to be written at once. */
const DEEPEST = 3;

/** The JSON of plain data, piece by piece: the whole may be longer than a string can be, and need not be in memory. */
export function* jsonChunks(value: unknown, depth = 0): Generator<Buffer> {
  if (depth >= DEEPEST || typeof value !== "object" || value === null)
    yield Buffer.from(JSON.stringify(value));
  else if (Array.isArray(value)) yield* listChunks(value);
  else {
    let separator = "{";
    for (const [key, inner] of Object.entries(value)) {
      if (inner === undefined) continue;
      yield Buffer.from(`${separator}${JSON.stringify(key)}:`);
      yield* jsonChunks(inner, depth + 1);
      separator = ",";
    }
    yield Buffer.from(separator === "{" ? "{}" : "}");
  }
}

function* listChunks(list: readonly unknown[]): Generator<Buffer> {
  for (let start = 0; start < list.length; start += TOGETHER) {
    const text = JSON.stringify(list.slice(start, start + TOGETHER));
    yield Buffer.from((start === 0 ? "[" : ",") + text.slice(1, -1));
  }
  yield Buffer.from(list.length === 0 ? "[]" : "]");
}

import type { Report } from "../../model/report.ts";

/** Objects at the outer levels are laid out line by line; what lies deeper stays on one line. */
const OPEN_LEVELS = 3;
/** Short enough that no piece outlives the collector's first look at it. */
const PIECE_LENGTH = 1 << 15;

/** What has been laid out and not been given away yet. */
interface Draft {
  text: string;
}

/**
 * The text of `analysis.json`, in pieces: the whole may be longer than a string can be.
 *
 * One element of each list per line: ten thousand units stay compact, and the difference between two results reads as
 * a list of lines. Keys stand in the order of the model; the same report always gives the same bytes.
 */
export function* jsonPieces(report: Report): Generator<string> {
  const draft = { text: "" };
  yield* layOut(report, 0, draft);
  yield `${draft.text}\n`;
}

function* layOut(value: unknown, depth: number, draft: Draft): Generator<string> {
  if (Array.isArray(value)) yield* layOutList(value, draft);
  else if (depth < OPEN_LEVELS && typeof value === "object" && value !== null)
    yield* layOutObject(value, depth, draft);
  else draft.text += JSON.stringify(value);
}

function* layOutList(list: readonly unknown[], draft: Draft): Generator<string> {
  let separator = "[\n";
  for (const element of list) {
    draft.text += separator;
    draft.text += JSON.stringify(element);
    separator = ",\n";
    if (draft.text.length < PIECE_LENGTH) continue;
    yield draft.text;
    draft.text = "";
  }
  draft.text += list.length === 0 ? "[]" : "\n]";
}

function* layOutObject(object: object, depth: number, draft: Draft): Generator<string> {
  let separator = "{\n";
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue;
    draft.text += `${separator}${JSON.stringify(key)}: `;
    yield* layOut(value, depth + 1, draft);
    separator = ",\n";
  }
  draft.text += separator === "{\n" ? "{}" : "\n}";
}

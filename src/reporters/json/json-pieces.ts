import type { Report } from "../../model/report.ts";

/** Objects at the outer levels are laid out line by line; what lies deeper stays on one line. */
const OPEN_LEVELS = 3;
const PIECE_LENGTH = 1 << 20;

/**
 * The text of `analysis.json`, in pieces of about a megabyte: the whole may be longer than a string can be.
 *
 * One element of each list per line: ten thousand units stay compact, and the difference between two results reads as
 * a list of lines. Keys stand in the order of the model; the same report always gives the same bytes.
 */
export function jsonPieces(report: Report): string[] {
  const pieces: string[] = [];
  let pending = "";
  const emit = (text: string): void => {
    pending += text;
    if (pending.length < PIECE_LENGTH) return;
    pieces.push(pending);
    pending = "";
  };
  layOut(report, 0, emit);
  emit("\n");
  if (pending !== "") pieces.push(pending);
  return pieces;
}

type Emit = (text: string) => void;

function layOut(value: unknown, depth: number, emit: Emit): void {
  if (Array.isArray(value)) {
    enclose("[", "]", value, emit, (element) => emit(JSON.stringify(element)));
  } else if (depth < OPEN_LEVELS && typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    enclose("{", "}", entries, emit, ([key, inner]) => {
      emit(`${JSON.stringify(key)}: `);
      layOut(inner, depth + 1, emit);
    });
  } else {
    emit(JSON.stringify(value));
  }
}

function enclose<T>(
  open: string,
  close: string,
  parts: readonly T[],
  emit: Emit,
  each: (part: T) => void,
): void {
  emit(open);
  parts.forEach((part, index) => {
    emit(index === 0 ? "\n" : ",\n");
    each(part);
  });
  emit(parts.length === 0 ? close : `\n${close}`);
}

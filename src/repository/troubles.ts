import type { Diagnostic, DiagnosticCode } from "../model/diagnostic.ts";
import { byCodeUnit, type FilePath } from "../model/ids.ts";

/** Told one by one up to here, then as a sum: ten thousand links are one finding, not ten thousand. */
const TOLD_SINGLY = 10;

/** Collects what went wrong, and tells it sorted and shortened. */
export class Troubles {
  readonly #files = new Map<DiagnosticCode, Map<string, string>>();
  readonly #others: Diagnostic[] = [];

  /** Trouble with one file or folder. */
  note(code: DiagnosticCode, path: string, message: string): void {
    const files = this.#files.get(code) ?? new Map<string, string>();
    this.#files.set(code, files.set(path, message));
  }

  add(diagnostic: Diagnostic): void {
    this.#others.push(diagnostic);
  }

  list(): readonly Diagnostic[] {
    const perFile = [...this.#files].flatMap(([code, files]) => told(code, files));
    return [...this.#others, ...perFile].sort(
      (left, right) => byCodeUnit(left.code, right.code) || byCodeUnit(left.file ?? "", right.file ?? ""),
    );
  }
}

function told(code: DiagnosticCode, files: ReadonlyMap<string, string>): Diagnostic[] {
  const sorted = [...files].sort(([left], [right]) => byCodeUnit(left, right));
  const single = sorted.slice(0, TOLD_SINGLY).map(([path, message]): Diagnostic => {
    return { severity: "warning", code, message, file: path as FilePath };
  });
  const more = sorted.length - single.length;
  if (more === 0) return single;
  const message = `The same holds for ${more} more.`;
  return [...single, { severity: "warning", code, message, count: more }];
}

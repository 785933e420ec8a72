import type { Decisions } from "../model/decision.ts";
import type { FilePath } from "../model/ids.ts";
import type { Report } from "../model/report.ts";

/** What the explorer asks of the machine: it opens no file and starts no program itself. */
export interface Desk {
  /** The lines of a file of the analysed repository; null where it is not here, or must not be read. */
  lines(file: FilePath): readonly string[] | null;
  /** Lets the user edit a file in a program that takes over the terminal; resolves to what to say afterwards. */
  edit(file: FilePath, line: number): Promise<string>;
  copy(text: string): void;
  /** Writes a new file with a view in it; returns its path. */
  export(name: string, text: string): string;
  /** Writes the decisions; returns the path of the file. */
  save(decisions: Decisions): string;
  /** The report as it would be with these decisions, and what of them could not be done. */
  replay(decisions: Decisions): Promise<{ readonly report: Report; readonly complaints: readonly string[] }>;
  /** Makes the screen be drawn from its beginning. */
  redraw(): void;
}

import { DIAGRAM_FORMATS, type DiagramFormat } from "../../reporters/diagram/render-diagram.ts";
import type { AnalysisOptions } from "../analysis-options.ts";
import { closest } from "../closest.ts";
import { conduct } from "../conduct.ts";
import { EXIT, Failure } from "../exit-codes.ts";
import type { Speech } from "../job.ts";
import { beginFile, placeTogether } from "../output/write-file.ts";
import { anySource } from "../sources.ts";

/** What `monocarve export` was asked to do. */
export interface ExportOptions extends AnalysisOptions {
  readonly context?: string;
  readonly all?: boolean;
  readonly out?: string;
}

/** Prints a result as a diagram in a language that others draw, or writes it to a file. */
export async function exportCommand(
  format: string,
  place: string | undefined,
  options: ExportOptions,
): Promise<void> {
  if (!isFormat(format)) throw unknownFormat(format);
  const { source, lang } = await anySource(place, options);
  const speech: Speech = {
    kind: "export",
    format,
    level: options.level ?? null,
    context: options.context ?? null,
    all: options.all === true,
  };
  const order = { source, speeches: [speech], options, lang };
  if (options.out === undefined) return conduct(order);
  const file = beginFile(options.out);
  try {
    await conduct({ ...order, sinks: { stdout: file.write }, settle: () => placeTogether([file]) });
  } catch (error) {
    file.abandon();
    throw error;
  }
}

function isFormat(text: string): text is DiagramFormat {
  return DIAGRAM_FORMATS.some((format) => format === text);
}

function unknownFormat(typed: string): Failure {
  const near = closest(typed, DIAGRAM_FORMATS);
  const hint = near === undefined ? `; there are ${DIAGRAM_FORMATS.join(", ")}` : `; did you mean "${near}"?`;
  return new Failure(`there is no diagram "${typed}"${hint}`, EXIT.usage);
}

import type { AnalysisOptions } from "../analysis-options.ts";
import { conduct } from "../conduct.ts";
import { anySource } from "../sources.ts";

/** Prints the plan of extraction, or the cut sheet of one context, as Markdown or JSON. */
export async function planCommand(
  context: string | undefined,
  options: AnalysisOptions & { readonly json?: boolean; readonly in?: string },
): Promise<void> {
  const { source, lang } = await anySource(options.in, options);
  const speech = { kind: "plan", context: context ?? null, json: options.json === true } as const;
  await conduct({ source, speeches: [speech], options, lang });
}

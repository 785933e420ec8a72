import type { AnalysisOptions } from "../analysis-options.ts";
import { conduct } from "../conduct.ts";
import { anySource } from "../sources.ts";

/** Says why a unit or table is where it is, or why two of them are tied. */
export async function explainCommand(
  asked: readonly string[],
  options: AnalysisOptions & { readonly json?: boolean; readonly in?: string },
): Promise<void> {
  const { source, lang } = await anySource(options.in, options);
  await conduct({
    source,
    speeches: [{ kind: "explain", asked, json: options.json === true }],
    options,
    lang,
  });
}

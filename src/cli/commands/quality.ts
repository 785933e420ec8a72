import type { AnalysisOptions } from "../analysis-options.ts";
import { conduct } from "../conduct.ts";
import { anySource } from "../sources.ts";

/** Says how well a result agrees with a reference decomposition. */
export async function scoreCommand(
  result: string | undefined,
  options: AnalysisOptions & { readonly json?: boolean; readonly reference: string },
): Promise<void> {
  const { source, lang } = await anySource(result, options);
  const speech = { kind: "score", reference: options.reference, json: options.json === true } as const;
  await conduct({ source, speeches: [speech], options, lang });
}

/** Says what differs between two results. */
export async function compareCommand(
  before: string,
  after: string,
  options: AnalysisOptions & { readonly json?: boolean },
): Promise<void> {
  const { source, lang } = await anySource(before, options);
  await conduct({
    source,
    speeches: [{ kind: "compare", after, json: options.json === true }],
    options,
    lang,
  });
}

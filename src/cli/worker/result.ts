import type { Cache } from "../../model/cache.ts";
import type { Report } from "../../model/report.ts";
import type { Lang } from "../../reporters/copy.ts";
import { inMegabytes, megabytesOf } from "./in-megabytes.ts";

/** A report with its documents, piece by piece. Each is made once: the next run that finds the same has them at once. */
export interface Result {
  readonly report: Report;
  /** `analysis.json`. */
  analysis(): Promise<Iterable<Uint8Array>>;
  /** `report.html`. */
  page(lang: Lang): Promise<Iterable<Uint8Array>>;
  /** Keeps what the next run needs, if nobody has asked for it. */
  settle(): Promise<void>;
}

/**
 * The result of this id. `analysis.json` says everything, so it is all that is kept of a report. Without an id nothing
 * is kept.
 */
export function resultOf(cache: Cache, id: string | null, make: () => Report): Result {
  const read = (name: string): Buffer | null => (id === null ? null : cache.read(name, id));
  const passing = (name: string, content: Iterable<Uint8Array>): Iterable<Uint8Array> =>
    id === null ? content : cache.passing(name, content, id);
  const kept = read(ANALYSIS);
  const report = kept === null ? make() : (JSON.parse(kept.toString()) as Report);
  let isTold = kept !== null;
  const analysis = async (): Promise<Iterable<Uint8Array>> => {
    if (kept !== null) return megabytesOf(kept);
    isTold = true;
    const { jsonPieces } = await import("../../reporters/json/json-pieces.ts");
    return passing(ANALYSIS, inMegabytes(jsonPieces(report)));
  };
  return {
    report,
    analysis,
    page: async (lang) => {
      const name = `page in ${lang}`;
      const known = read(name);
      if (known !== null) return megabytesOf(known);
      const { renderHtml } = await import("../../reporters/html/render-html.ts");
      return passing(name, inMegabytes([renderHtml(report, { lang })]));
    },
    settle: async () => {
      if (!isTold && id !== null) for (const _ of await analysis());
    },
  };
}

const ANALYSIS = "analysis";

import { DEFAULT_SETTINGS } from "../../../src/model/settings.ts";
import { analyze } from "../../../src/pipeline.ts";
import { jsonPieces } from "../../../src/reporters/json/json-pieces.ts";
import { parseReport } from "../../../src/reporters/json/parse-report.ts";
import { fixtures } from "../corpus.ts";
import type { Family } from "../family.ts";
import { inputRepository } from "../input-repository.ts";
import { mutate } from "../mutate.ts";

let texts: readonly string[] = [];

/** The text of a result that somebody else sends: it is read or refused. */
export const results: Family = {
  name: "results",
  full: 500,
  small: 40,
  budget: 2500,
  make: (dice) => ({ "analysis.json": mutate(dice.pick(texts), dice, { tokens: TOKENS, donors: texts }) }),
  prepare: async () => {
    if (texts.length > 0) return;
    const groups = fixtures().filter((_, index) => index % 12 === 0);
    const settings = { ...DEFAULT_SETTINGS, history: false };
    const made: string[] = [];
    for (const group of groups)
      made.push([...jsonPieces(await analyze(inputRepository(group), settings, () => {}))].join(""));
    texts = made;
  },
  check: (input) => {
    parseReport(input["analysis.json"] ?? "");
  },
};

const TOKENS = '{ } [ ] : , "__proto__" null -1 1e999 0.5 "\\ud800" true "macro/" \ufeff'.split(" ");

import { lstatSync } from "node:fs";
import type { Decisions } from "../../model/decision.ts";
import { decisionsText } from "../../workshop/decisions-text.ts";
import { readDecisions } from "../../workshop/read-decisions.ts";
import { EXIT, Failure } from "../exit-codes.ts";
import { beginFile, placeTogether } from "../output/write-file.ts";
import { LARGEST_DECISIONS, readInput } from "../read-input.ts";

/** Where decisions lie unless the command line or the configuration says otherwise. */
export const DECISIONS_FILE = "monocarve.decisions.yaml";

/** The file that decisions are read from and saved in. */
export interface DecisionsFile {
  readonly decisions: Decisions;
  /** Writes the file anew; fails where somebody else changed it meanwhile. Returns its path. */
  readonly save: (decisions: Decisions) => string;
}

/** Opens a decisions file; one that is not there yet holds none. */
export function openDecisionsFile(path: string, mustExist: boolean): DecisionsFile {
  let known = textOf(path, mustExist);
  const { decisions, problems } = readDecisions(known ?? "");
  const [problem] = problems;
  if (problem !== undefined) throw new Failure(`${path}: ${problem}`, EXIT.usage);
  return {
    decisions,
    save(changed) {
      if (textOf(path, false) !== known) throw new Error(`${path} was changed by somebody else meanwhile`);
      const text = decisionsText(changed);
      replaceFile(path, text);
      known = text;
      return path;
    },
  };
}

function textOf(path: string, mustExist: boolean): string | null {
  if (!mustExist && lstatSync(path, { throwIfNoEntry: false }) === undefined) return null;
  return readInput({ path, called: `the decisions in ${path}`, megabytes: LARGEST_DECISIONS, saved: true });
}

/** Written beside its place first: nobody ever finds half of it. */
function replaceFile(path: string, text: string): void {
  const file = beginFile(path, () => {});
  file.write(new TextEncoder().encode(text));
  placeTogether([file]);
}
